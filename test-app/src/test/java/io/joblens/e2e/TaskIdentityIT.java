package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** What an application sees of its tasks is the same with and without the agent, which has followed them meanwhile. */
class TaskIdentityIT {
    @OnEveryJvm
    void changes_nothing_about_tasks(Jvm jvm) throws URISyntaxException {
        List<String> without = lines(Launch.withoutAgentOn(jvm));
        List<String> with = lines(Launch.on(jvm).option("log.lifecycle", "false"));

        assertThat(withoutLog(with)).isEqualTo(withoutLog(without)).hasSizeGreaterThan(20);
        assertThat(with)
                .filteredOn(line -> line.startsWith("inside"))
                .hasSizeGreaterThan(10)
                .containsOnly("inside [job-1]");
        assertThat(with)
                .filteredOn(line -> line.startsWith("outside"))
                .hasSize(4)
                .containsOnly("outside []");
        assertThat(with)
                .filteredOn(line -> line.startsWith("shared"))
                .containsExactly("shared [job-2]", "shared [job-2]", "shared [job-3]", "shared [job-3]");
    }

    private static List<String> lines(Launch launch) throws URISyntaxException {
        Path configuration =
                Path.of(TaskIdentityIT.class.getResource("logback-async.xml").toURI());
        try (ForkedApp app = launch.classPath(Built.logback())
                .property("logback.configurationFile", configuration.toString())
                .main("io.joblens.scenarios.TaskIdentity")) {
            app.awaitStdout("ready");
            return app.stdout();
        }
    }

    private static List<String> withoutLog(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.endsWith("]") || line.startsWith("hooks") || line.startsWith("order"))
                .toList();
    }
}
