package io.joblens.agent.push;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobNameTest {
    @ParameterizedTest
    @CsvSource({
        "com.acme.Main, com.acme.Main",
        "com.acme.Main in.jar out, com.acme.Main",
        "com.acme.Main --all x, com.acme.Main",
        "worker/com.acme.Main x, com.acme.Main",
        "worker.jar, worker",
        "/opt/my app/worker.jar --day 1, worker",
        "target/worker-1.2.3.jar, worker",
        "target/worker-2.0-SNAPSHOT.jar a/b.jar, worker",
        "nightly-import.jar, nightly-import",
        "C:\\work\\worker.jar, worker"
    })
    void is_the_main_class_or_the_jar_without_its_version(String command, String name) {
        assertThat(JobName.of(command)).isEqualTo(name);
    }

    @Test
    void is_java_where_the_jvm_does_not_say() {
        assertThat(JobName.of(null)).isEqualTo("java");
        assertThat(JobName.of(" ")).isEqualTo("java");
    }
}
