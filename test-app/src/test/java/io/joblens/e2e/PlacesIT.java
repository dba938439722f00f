package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;

/** Where the agent's JAR may be, and how the JVM may be told of it. */
class PlacesIT {
    @TempDir
    Path folder;

    @OnEveryJvm
    void works_under_another_name(Jvm jvm) throws IOException {
        Path renamed = Files.copy(Built.agent(), folder.resolve("observer-1.0.jar"));
        Launch launch = Launch.on(jvm).agent(renamed);
        if (jvm.feature() >= 17) {
            // The JVM's own word, which the usual name avoids.
            launch.expectStderr(".*Sharing is only supported for boot loader classes.*");
        }
        expectOneConversion(launch);
    }

    @OnEveryJvm
    void works_in_a_folder_with_spaces_and_letters_of_all_kinds(Jvm jvm) throws IOException {
        Path odd = Files.createDirectories(folder.resolve("mit Raum & 100%/ジョブ+é#"));
        expectOneConversion(Launch.on(jvm).agent(Files.copy(Built.agent(), odd.resolve("joblens-agent.jar"))));
    }

    @OnEveryJvm
    void works_through_a_symbolic_link(Jvm jvm) throws IOException {
        expectOneConversion(Launch.on(jvm)
                .agent(Files.createSymbolicLink(
                        folder.resolve("current.jar"),
                        Files.copy(Built.agent(), folder.resolve("joblens-agent.jar")))));
    }

    @OnEveryJvm
    void counts_once_when_it_is_named_twice(Jvm jvm) {
        expectOneConversion(Launch.on(jvm)
                .jvmOption("-javaagent:" + Built.agent() + "=http.enabled=false,http.port=1")
                .option("http.port", null)
                .expectStderr("joblens: .* in this JVM already; .*"));
    }

    @OnEveryJvm
    void stays_out_of_the_tools_of_the_jdk(Jvm jvm) throws Exception {
        Path keyStore = folder.resolve("keys");
        Files.createDirectories(folder.resolve("classes"));
        Path source = Files.writeString(folder.resolve("A.java"), "class A {}");
        List<List<String>> commands = List.of(
                List.of("keytool", "-list", "-keystore", keyStore.toString(), "-storepass", "changeit"),
                List.of("jps"),
                List.of("jar", "cf", folder.resolve("a.jar").toString(), source.toString()),
                List.of("javac", "-d", folder.resolve("classes").toString(), source.toString()));
        for (List<String> command : commands) {
            Path tool = tool(jvm, command.get(0));
            Process with = start(tool, command, "-javaagent:" + Built.agent() + "=nonsense=1");
            String output = new String(with.getInputStream().readAllBytes());
            assertThat(output.lines().filter(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS")))
                    .as(command.toString())
                    .noneMatch(line -> line.contains("joblens") || line.contains("nonsense"));
            assertThat(with.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(folder.resolve("classes/A.class")).exists();
    }

    /** Beside the JVM's executable, which in a JDK 8 lies in the folder {@code jre} of the JDK. */
    private static Path tool(Jvm jvm, String name) {
        Path beside = jvm.java().resolveSibling(name);
        return Files.exists(beside)
                ? beside
                : jvm.java().getParent().resolveSibling("../bin").resolve(name);
    }

    private static Process start(Path tool, List<String> command, String options) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
        builder.command().set(0, tool.toString());
        builder.environment().put("JAVA_TOOL_OPTIONS", options);
        return builder.start();
    }

    private static void expectOneConversion(Launch launch) {
        try (ForkedApp app = launch.main("io.joblens.scenarios.FirstJob")) {
            app.awaitStdout("ready");
            if (app.port() != 0) {
                assertThat(app.scrape().value("job_processed_total{job_type=\"conversion\"}"))
                        .isEqualTo(1);
            }
            assertThat(app.lifecycleLines())
                    .extracting(line -> line.get("message").asText())
                    .containsExactly("Job started", "Job completed");
        }
    }
}
