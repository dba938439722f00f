package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** What the application notices of the agent: nothing. */
class UntouchedIT {
    @OnEveryJvm
    void loads_and_changes_nothing_where_nothing_matches(Jvm jvm) {
        List<String> without;
        try (ForkedApp app = expectingItsOwnEnd(Launch.withoutAgentOn(jvm)).main("io.joblens.scenarios.Plain")) {
            without = app.stdout();
        }
        String classLog = jvm.feature() == 8 ? "-verbose:class" : "-Xlog:class+load";
        try (ForkedApp app =
                expectingItsOwnEnd(Launch.on(jvm)).jvmOption(classLog).main("io.joblens.scenarios.Plain")) {
            app.get("/-/healthy");
            List<String> loaded =
                    app.stdout().stream().filter(line -> line.startsWith("[")).toList();
            assertThat(app.stdout()).filteredOn(line -> !line.startsWith("[")).isEqualTo(without);
            assertThat(loaded).anyMatch(line -> line.contains(" io.joblens.agent.weave.Weaver "));
            assertThat(loaded)
                    .noneMatch(line -> line.contains(" net.bytebuddy."))
                    .noneMatch(line -> line.contains(" java.util.logging."))
                    .noneMatch(line -> line.contains(" java.lang.management.")
                            || line.contains(" sun.management.")
                            || line.contains(" javax.management."));
        }
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

    private static Launch expectingItsOwnEnd(Launch launch) {
        return launch.expectExit(3).expectStderr("a word on stderr");
    }
}
