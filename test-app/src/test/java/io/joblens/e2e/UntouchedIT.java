package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What the application notices of the agent: nothing. */
class UntouchedIT {
    @TempDir
    Path folder;

    @OnEveryJvm
    void loads_and_changes_nothing_where_nothing_matches(Jvm jvm) throws IOException {
        List<String> without;
        try (ForkedApp app = expectingItsOwnEnd(Launch.withoutAgentOn(jvm)).main("io.joblens.scenarios.Plain")) {
            without = app.stdout();
        }
        Path classLog = folder.resolve("classes.log");
        try (ForkedApp app =
                logging(classLog, expectingItsOwnEnd(Launch.on(jvm)), jvm).main("io.joblens.scenarios.Plain")) {
            app.get("/-/healthy");
            app.leaveUnscraped();
            assertThat(app.stdout()).isEqualTo(without);
        }
        expectUntouched(classLog);
    }

    /** What is measured of the JVM needs management beans; what is measured of jobs does not. */
    @OnEveryJvm
    void needs_nothing_more_of_the_jdk_for_a_scrape_of_jobs(Jvm jvm) throws IOException {
        Path classLog = folder.resolve("classes.log");
        Launch launch =
                logging(classLog, expectingItsOwnEnd(Launch.on(jvm)), jvm).option("metrics.jvm", "false");
        try (ForkedApp app = launch.main("io.joblens.scenarios.Plain")) {
            app.scrape();
        }
        expectUntouched(classLog);
    }

    private static void expectUntouched(Path classLog) throws IOException {
        assertThat(Files.readString(classLog))
                .contains("io.joblens.agent.weave.Weaver ")
                .doesNotContain(
                        "net.bytebuddy.",
                        "java.util.logging.",
                        "java.lang.management.",
                        "sun.management.",
                        "javax.management.");
    }

    @OnEveryJvm
    void leaves_the_logging_of_the_jdk_unloaded_even_where_it_would_be_woven(Jvm jvm) throws IOException {
        Path classLog = folder.resolve("classes.log");
        Launch launch =
                logging(classLog, expectingItsOwnEnd(Launch.on(jvm)), jvm).option("log.application", "json");
        try (ForkedApp app = launch.main("io.joblens.scenarios.Plain")) {
            app.get("/-/healthy");
            app.leaveUnscraped();
        }
        assertThat(Files.readString(classLog)).doesNotContain("java.util.logging.");
    }

    @OnEveryJvm
    void shows_the_application_nothing_of_itself(Jvm jvm) {
        try (ForkedApp app = Launch.on(jvm).main("io.joblens.scenarios.Sight")) {
            app.awaitStdout("ready");
            assertThat(app.scrape().value("job_processed_total{job_type=\"look\"}"))
                    .isEqualTo(1);
            assertThat(app.applicationLines()).containsExactly("ready");
        }
    }

    @OnEveryJvm
    void leaves_the_application_its_own_copies_of_our_libraries(Jvm jvm) {
        try (ForkedApp app =
                Launch.on(jvm).classPath(Neighbour.libraries("older")).main("io.joblens.scenarios.Sight")) {
            app.awaitStdout("ready");
            app.scrape();
            assertThat(app.applicationLines())
                    .contains(
                            "class net.bytebuddy.ByteBuddy from byte-buddy-1.12.19.jar",
                            "class com.fasterxml.jackson.core.JsonFactory from jackson-core-2.13.5.jar")
                    .noneMatch(line -> line.contains("joblens"));
        }
    }

    @OnEveryJvm
    void does_nothing_when_it_is_switched_off(Jvm jvm) throws IOException {
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Were it to serve, it would complain about the port.
            String taken = String.valueOf(port.getLocalPort());
            expectOnlyTheApplication(Launch.on(jvm)
                    .option("http.port", null)
                    .variable("METRICS_ENABLED", "false")
                    .variable("JOBLENS_HTTP_PORT", taken));
            expectOnlyTheApplication(Launch.on(jvm)
                    .option("http.port", null)
                    .option("enabled", "false")
                    .variable("JOBLENS_HTTP_PORT", taken));
        }
    }

    private static void expectOnlyTheApplication(Launch launch) {
        try (ForkedApp app = launch.main("io.joblens.scenarios.FirstJob")) {
            assertThat(app.stdout()).containsExactly("converting job-1", "ready");
        }
    }

    /** Into a file, because the JVM's words on stdout would stand amid those of the application. */
    private static Launch logging(Path classLog, Launch launch, Jvm jvm) {
        if (jvm.feature() > 8) {
            return launch.jvmOption("-Xlog:class+load:file=" + classLog);
        }
        return launch.jvmOption("-verbose:class")
                .jvmOption("-XX:+UnlockDiagnosticVMOptions")
                .jvmOption("-XX:+LogVMOutput")
                .jvmOption("-XX:-DisplayVMOutput")
                .jvmOption("-XX:LogFile=" + classLog);
    }

    private static Launch expectingItsOwnEnd(Launch launch) {
        return launch.expectExit(3).expectStderr("a word on stderr");
    }
}
