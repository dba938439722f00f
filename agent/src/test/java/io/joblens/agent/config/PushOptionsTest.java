package io.joblens.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushOptionsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"http://a", "https://push.internal:9091", "HTTP://[::1]:9091/", "http://10.0.0.1:80/push/gateway"
            })
    void takes_the_url_of_a_server(String url) {
        Reading reading = Reading.of().arguments("push.url=" + url);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.load().text(Option.PUSH_URL)).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({
        "push:9091, push:9091",
        "ftp://push, ftp://push",
        "http://, http://",
        "http:/push, http:/push",
        "http://a_b:9091, http://a_b:9091",
        "http://push:99999, http://push:99999",
        "http://push?a=b, http://push?a=b",
        "http://push#a, http://push#a",
        "http://user:secret@push:9091, http://***@push:9091",
        "user:s/e@cret@push:9091, ***@push:9091"
    })
    void refuses_what_is_none_without_saying_a_password(String url, String shown) {
        assertThat(Reading.of().arguments("push.url=" + url).problems())
                .containsExactly("agent argument, column 10: push.url is " + shown
                        + "; it takes an http or https URL without user, query and fragment such as"
                        + " http://push.internal:9091; using none");
    }

    @Test
    void labels_of_all_sources_come_together() {
        Reading reading = Reading.of()
                .arguments("push.labels.instance=a/b")
                .variable("JOBLENS_PUSH_LABELS_TEAM", "media")
                .yaml(folder, "push:\n  labels: {instance: c, region: eu}\n");
        assertThat(reading.problems()).isEmpty();
        Configuration configuration = reading.load();
        assertThat(configuration.group())
                .containsExactly(Map.entry("instance", "a/b"), Map.entry("region", "eu"), Map.entry("team", "media"));
        assertThat(configuration.labels()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"job", "job_type", "scan", "operation", "le", "__name__", "a-b"})
    void refuses_labels_that_would_take_the_place_of_those_of_series(String name) {
        assertThat(Reading.of().arguments("push.labels." + name + "=x").problems())
                .containsExactly("agent argument, column 1: push.labels has the name " + name
                        + "; it takes letters, digits and _, no digit and no __ first, and not job_type, scan, operation,"
                        + " le or job; push.job sets that; using no labels");
    }

    @Test
    void never_says_a_password() {
        Reading reading = Reading.of()
                .arguments("push.password=first-secret,push.password=second-secret")
                .yaml(folder, "push.password: [third-secret]\n");
        assertThat(reading.problems())
                .containsExactly(
                        "agent argument, column 28: push.password is set twice; once is enough; using the one that is set",
                        "joblens.yaml:1:16: push.password is a list; it takes a text; using the one that is set");
        assertThat(reading.load().text(Option.PUSH_PASSWORD)).isEqualTo("first-secret");
    }

    @Test
    void tells_that_labels_of_the_group_have_changed() {
        Configuration one = Reading.of().arguments("push.labels.a=1").load();
        Configuration other = Reading.of().arguments("push.labels.a=2").load();
        assertThat(one.differences(other)).containsExactly("push.labels");
    }
}
