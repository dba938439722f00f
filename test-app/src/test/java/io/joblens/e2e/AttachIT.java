package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** The agent is attached to a worker that runs already. */
class AttachIT {
    private static final String EARLY = "job_processed_total{job_type=\"early\"}";
    private static final String LATE = "job_processed_total{job_type=\"late\"}";

    @TempDir
    Path folder;

    @OnEveryJvm
    void measures_classes_loaded_before_and_after(Jvm jvm) throws Exception {
        int port = Launch.freePort();
        try (ForkedApp app = Launch.withoutAgentOn(jvm)
                .port(port)
                .jvmOption(jvm.feature() >= 21 ? "-XX:+EnableDynamicAgentLoading" : "-Dallowed=true")
                .expectStderrWithout("joblens")
                .main("io.joblens.scenarios.LongRunning")) {
            app.awaitStdout("ready");
            attach(jvm, app.handle().pid(), "http.port=" + port);
            // The early class is transformed again beside the application, at some moment.
            app.scrape(scrape -> {
                app.send("once more");
                return scrape.has(EARLY) && scrape.value(EARLY) > 0 && scrape.has(LATE) && scrape.value(LATE) > 0;
            });
        }
    }

    /** In a JVM of its own, so that the tests' JVM needs no module for it. */
    private void attach(Jvm jvm, long pid, String arguments) throws IOException, InterruptedException {
        Path tool = Files.writeString(folder.resolve("Attach.java"), """
                class Attach {
                    public static void main(String[] args) throws Exception {
                        com.sun.tools.attach.VirtualMachine jvm = com.sun.tools.attach.VirtualMachine.attach(args[0]);
                        try {
                            jvm.loadAgent(args[1], args[2]);
                        } catch (com.sun.tools.attach.AgentLoadException e) {
                            // Java 8 says 0 when all went well, which later ones take for a complaint.
                            if (!"0".equals(e.getMessage())) throw e;
                        }
                        jvm.detach();
                    }
                }
                """);
        Process process = new ProcessBuilder(Stream.of(
                                Jvms.own().java().toString(),
                                tool.toString(),
                                String.valueOf(pid),
                                Built.agent().toString(),
                                arguments)
                        .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
