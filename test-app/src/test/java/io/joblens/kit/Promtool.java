package io.joblens.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

/** Prometheus' own judge of configurations, rules and metrics. */
public final class Promtool {
    private final Program program = Program.named("promtool", "prometheus");

    /** Expects it to have no complaint about a configuration and the rules that this names. */
    public void acceptsConfiguration(Path file) throws IOException, InterruptedException {
        accepts("", "check", "config", file.toString());
    }

    public void acceptsRules(Path file) throws IOException, InterruptedException {
        accepts("", "check", "rules", "--lint=all", "--lint-fatal", file.toString());
    }

    /** Expects the tests in a file to pass. */
    public void passes(Path tests) throws IOException, InterruptedException {
        accepts("", "test", "rules", tests.toString());
    }

    /** Expects it to have no complaint about metrics in text format. */
    public void acceptsMetrics(String text) throws IOException, InterruptedException {
        Program.Result result = accepts(text, "check", "metrics");
        assertThat(result.output()).isEmpty();
    }

    private Program.Result accepts(String input, String... arguments) throws IOException, InterruptedException {
        Program.Result result = program.run(input, arguments);
        assertThat(result.status())
                .as(() -> "promtool " + String.join(" ", arguments) + ": " + result.output())
                .isZero();
        return result;
    }
}
