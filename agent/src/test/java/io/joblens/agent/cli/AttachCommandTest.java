package io.joblens.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttachCommandTest {
    @Test
    void refuses_options_that_the_agent_would_not_understand() {
        Run run = Run.of("attach", "worker.jar", "http.prot=1");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("no such option `http.prot`; did you mean `http.port`?");
    }

    @Test
    void refuses_a_comma() {
        Run run = Run.of("attach", "worker.jar", "metrics.labels.region=eu,us");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("has a comma");
    }

    @Test
    void says_that_no_jvm_has_the_name() {
        Run run = Run.of("attach", "com.acme.NoSuchWorker");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("no JVM of this user has com.acme.NoSuchWorker in its main class or JAR");
    }

    @Test
    void says_that_there_is_no_such_process() {
        Run run = Run.of("attach", "999999999");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).startsWith("joblens: cannot attach to 999999999: ");
    }

    @Test
    void finds_a_jvm_by_a_part_of_its_main_class_or_jar() {
        RunningJvm jvm = new RunningJvm("1", "/opt/worker-1.2.jar --name com.acme");
        assertThat(jvm.matches("worker")).isTrue();
        assertThat(jvm.matches("worker-*.jar")).isTrue();
        assertThat(jvm.matches("com.acme")).isFalse();
        assertThat(jvm.matches("worker.1")).isFalse();
    }
}
