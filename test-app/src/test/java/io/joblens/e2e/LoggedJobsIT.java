package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** The application's own log lines carry the job they were written in, and no other, even when another thread prints them. */
class LoggedJobsIT {
    @OnEveryJvm
    void names_the_job_of_each_line(Jvm jvm) throws URISyntaxException {
        try (ForkedApp app = start(Launch.on(jvm))) {
            app.awaitStdout("ready");
            app.checkMetrics();

            List<String> lines = app.applicationLines();
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("inside"))
                    .containsExactly(
                            "inside [a1]",
                            "inside [b1]",
                            "inside [b1.1]",
                            "inside [b1]",
                            "inside [c1]",
                            "inside [d1]",
                            "inside [d1]",
                            "inside [d1]",
                            "inside [e1]",
                            "inside [e1]",
                            "inside [f1]",
                            "inside [f1]",
                            "inside [g1]");
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("outside"))
                    .hasSize(9)
                    .containsOnly("outside []");
        }
    }

    @OnEveryJvm
    void leaves_the_lines_as_they_are_without_the_agent(Jvm jvm) throws URISyntaxException {
        try (ForkedApp app = start(Launch.withoutAgentOn(jvm))) {
            assertThat(app.stdout())
                    .filteredOn(line -> !line.equals("ready"))
                    .hasSize(22)
                    .allMatch(line -> line.matches("(in|out)side \\[\\]"));
        }
    }

    private static ForkedApp start(Launch launch) throws URISyntaxException {
        Path configuration =
                Path.of(LoggedJobsIT.class.getResource("logback-async.xml").toURI());
        return launch.classPath(Built.logback())
                .property("logback.configurationFile", configuration.toString())
                .main("io.joblens.scenarios.LoggedJobs");
    }
}
