package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The application ends as it would have ended, and goes on where the agent cannot. */
class EndingsIT {
    private static final String TAKEN = "joblens: http\\.port \\d+ is taken on 127\\.0\\.0\\.1; .*";

    @TempDir
    Path folder;

    @OnEveryJvm
    void does_not_hold_back_a_main_that_returns(Jvm jvm) {
        expectJob(quiet(jvm), "return");
    }

    @OnEveryJvm
    void leaves_the_exit_status_alone(Jvm jvm) {
        expectJob(quiet(jvm).expectExit(3), "exit");
    }

    @OnEveryJvm
    void leaves_an_uncaught_exception_alone(Jvm jvm) {
        Launch launch = quiet(jvm)
                .expectExit(1)
                .expectStderr("Exception in thread \"main\" java.lang.IllegalStateException: enough")
                .expectStderr("\tat io\\.joblens\\.scenarios\\.Ending\\.main\\(Ending\\.java:\\d+\\)");
        expectJob(launch, "throw");
    }

    @OnEveryJvm
    void does_not_disturb_a_server_of_the_application(Jvm jvm) {
        try (ForkedApp app = quiet(jvm).main("io.joblens.scenarios.Ending", "server")) {
            assertThat(app.applicationLines()).containsExactly("working on job-1", "answer " + (int) 'o');
        }
    }

    @OnEveryJvm
    void goes_on_when_its_port_is_taken(Jvm jvm) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ForkedApp app = Launch.on(jvm)
                        .option("http.port", null)
                        .property("joblens.http.port", String.valueOf(taken.getLocalPort()))
                        .expectStderr(TAKEN)
                        .main("io.joblens.scenarios.FirstJob")) {
            app.awaitStderr("joblens");
            assertThat(app.lifecycleLines()).hasSize(2);
        }
    }

    @OnEveryJvm
    void runs_with_the_fewest_modules(Jvm jvm) {
        assumeTrue(jvm.feature() >= 9, "Java 8 has no modules");
        Launch launch = Launch.on(jvm).jvmOption("--limit-modules=java.base,java.instrument");
        try (ForkedApp app = launch.main("io.joblens.scenarios.FirstJob")) {
            app.awaitStdout("ready");
            assertThat(app.scrape().value("job_processed_total{job_type=\"conversion\"}"))
                    .isEqualTo(1);
        }
    }

    @OnEveryJvm
    void runs_in_an_image_of_the_fewest_modules(Jvm jvm) throws Exception {
        Path home = jvm.java().getParent().getParent();
        assumeTrue(Files.isDirectory(home.resolve("jmods")), "there is nothing to link from");
        Path image = folder.resolve("image");
        Process linking = new ProcessBuilder(
                        home.resolve("bin/jlink").toString(),
                        "--add-modules",
                        "java.base,java.instrument",
                        "--output",
                        image.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(linking.getInputStream().readAllBytes());
        assertThat(linking.waitFor()).as(said).isZero();
        Path java = image.resolve("bin/java");
        assumeTrue(runs(java), "the JDK's executables were adapted to this system, those it links are not");
        try (ForkedApp app = Launch.on(Jvm.at(java)).main("io.joblens.scenarios.FirstJob")) {
            app.awaitStdout("ready");
            assertThat(app.scrape().value("job_processed_total{job_type=\"conversion\"}"))
                    .isEqualTo(1);
        }
    }

    private static boolean runs(Path java) throws Exception {
        return new ProcessBuilder(java.toString(), "-version")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** The endpoint listens on a port that the test does not look at: whether it is asked does not matter here. */
    private static Launch quiet(Jvm jvm) {
        return Launch.on(jvm).unasked();
    }

    private static void expectJob(Launch launch, String ending) {
        try (ForkedApp app = launch.main("io.joblens.scenarios.Ending", ending)) {
            assertThat(app.applicationLines()).containsExactly("working on job-1");
            assertThat(app.lifecycleLines())
                    .extracting(line -> line.get("message").asText())
                    .containsExactly("Job started", "Job completed");
        }
    }
}
