package io.joblens.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentCommandTest {
    @Test
    void tells_its_version() {
        assertThat(Run.of("--version")).isEqualTo(new Run(0, "joblens-agent 1.2.3" + System.lineSeparator(), ""));
    }

    @Test
    void lists_its_commands() {
        Run run = Run.of("--help");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("list", "attach", "init", "check").doesNotContain("\u001b");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "attach", "init", "check"})
    void helps_with_each_command(String command) {
        Run run = Run.of(command, "--help");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Usage: java -jar joblens-agent.jar " + command);
    }

    @Test
    void shows_how_it_is_used_when_nothing_is_asked() {
        Run run = Run.of();
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("Usage: ");
    }

    @Test
    void says_where_help_is_when_it_does_not_understand() {
        Run run = Run.of("check", "--jsn", "app.jar");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("joblens: ").contains("--jsn", "check --help");
        assertThat(run.out()).isEmpty();
    }
}
