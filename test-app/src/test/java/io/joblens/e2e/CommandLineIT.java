package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged JAR as a command. */
class CommandLineIT {
    private static final String PROCESSED = "job_processed_total{job_type=\"chapter\"}";

    @TempDir
    Path folder;

    @OnEveryJvm
    void tells_its_version_and_its_commands(Jvm jvm) throws Exception {
        assertThat(Said.by(jvm, "--version").expect(0).out())
                .singleElement()
                .asString()
                .startsWith("joblens-agent 0.");
        assertThat(Said.by(jvm, "--help").expect(0).out()).anyMatch(line -> line.contains("attach"));
    }

    @OnEveryJvm
    void checks_an_application(Jvm jvm) throws Exception {
        Said said = Said.by(jvm, "check", Built.mangaMotion().toString()).expect(0);
        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .contains("scan       clamav                annotation  io.mangamotion.Converter.scan(String, byte[])")
                .last()
                .asString()
                .startsWith("7 hooks in ")
                .endsWith(", no problems");
    }

    /** Without the frameworks, whose absence is no failure. */
    @OnEveryJvm
    void shows_what_presets_would_hook(Jvm jvm) throws Exception {
        Path classes = Built.scenarios().resolve("io/joblens/scenarios/presets");
        Said said = Said.by(jvm, "check", classes.toString()).expect(0);
        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .anyMatch(line -> line.matches("job +ReportJobs.daily +preset spring-scheduled.yaml:.*daily\\(\\)"))
                .anyMatch(line -> line.matches("job +\\{arg0.* +preset quartz.yaml:.*Broken.execute\\(.*"));
    }

    @OnEveryJvm
    void writes_a_file_under_which_an_application_starts_without_a_word(Jvm jvm) throws Exception {
        Path file = folder.resolve("joblens.yaml");
        Said.by(jvm, "init", file.toString()).expect(0);
        try (ForkedApp app = Launch.on(jvm).option("config", file.toString()).main("io.joblens.scenarios.FirstJob")) {
            app.awaitStdout("ready");
        }
    }

    @OnEveryJvm
    void lists_an_application_with_its_endpoint(Jvm jvm) throws Exception {
        try (ForkedApp app = Launch.on(jvm).main("io.joblens.scenarios.FirstJob")) {
            app.awaitStdout("ready").scrape();
            assertThat(Said.by(Jvms.own(), "list").expect(0).out())
                    .anyMatch(line -> line.matches(app.handle().pid() + " +http://127\\.0\\.0\\.1:" + app.port()
                            + " +io\\.joblens\\.scenarios\\.FirstJob"));
        }
    }

    @OnEveryJvm
    void attaches_in_the_middle_of_a_job_and_counts_the_next_ones(Jvm jvm) throws Exception {
        Path held = folder.resolve("held");
        int port = Launch.freePort();
        Launch launch = Launch.withoutAgentOn(jvm).port(port).expectStderrWithout("xception");
        try (ForkedApp app = launch.jar(
                Built.mangaMotion(),
                "--home",
                folder.resolve("home").toString(),
                "--once",
                "--hold",
                held.toString(),
                "--workers",
                "1",
                "--generate",
                "6")) {
            app.awaitStdout("Read 6 files");
            String pid = String.valueOf(app.handle().pid());
            assertThat(Said.by(Jvms.own(), "attach", pid, "http.port=" + port, "log.lifecycle=false")
                            .expect(0)
                            .out())
                    .anyMatch(line -> line.contains("http://127.0.0.1:" + port))
                    .contains("  io.mangamotion.Converter");
            app.scrape(scrape -> scrape.has(PROCESSED) && scrape.value(PROCESSED) > 1);

            Said.by(Jvms.own(), "attach", pid).expect(0);
            assertThat(Said.by(Jvms.own(), "attach", pid, "metrics.window=5")
                            .expect(0)
                            .out())
                    .anyMatch(line -> line.contains("0 woven, 0 changed, 0 unwoven"))
                    .contains("not applied before the JVM is started again: metrics.window");
            app.awaitStdout("All chapters are done");
            Files.delete(await().until(() -> held, Files::exists));
        }
    }

    @OnEveryJvm
    void changes_the_rules_and_the_log_of_an_agent_that_is_there(Jvm jvm) throws Exception {
        Path before = rules("before.yaml", "{job: work, method: io.joblens.scenarios.Commands.work}");
        Path after = rules("after.yaml", "{job: other, method: io.joblens.scenarios.Commands$Other.other}");
        Path broken = rules("broken.yaml", "{job: other, methd: io.joblens.scenarios.Commands$Other.other}");
        Launch launch = Launch.on(jvm).option("config", before.toString()).expectStderrWithout("does nothing");
        try (ForkedApp app = launch.main("io.joblens.scenarios.Commands")) {
            app.awaitStdout("ready").send("work");
            app.send("other");
            app.awaitStdout("done 2 other").awaitStdout("Job completed");
            String pid = String.valueOf(app.handle().pid());

            assertThat(Said.by(Jvms.own(), "attach", pid, "--config", broken.toString())
                            .expect(1)
                            .err())
                    .anyMatch(line -> line.matches(
                            "joblens: .* refuses the configuration: .*broken.yaml:1:22: no such key `methd`.*"));
            assertThat(Said.by(Jvms.own(), "attach", pid, "--config", after.toString(), "log.level=warn", "http.port=1")
                            .expect(0)
                            .out())
                    .contains("  woven io.joblens.scenarios.Commands$Other", "  unwoven io.joblens.scenarios.Commands")
                    .contains("not applied before the JVM is started again: http.port");

            app.send("work");
            app.send("other");
            app.awaitStdout("done 4 other");
            assertThat(app.scrape().value("job_processed_total{job_type=\"work\"}"))
                    .isEqualTo(1);
            assertThat(app.scrape().value("job_processed_total{job_type=\"other\"}"))
                    .isEqualTo(1);
            assertThat(app.lifecycleLines())
                    .allMatch(line -> line.path("job_type").asText().equals("work"));
        }
    }

    @OnEveryJvm
    void takes_the_options_of_another_copy_of_the_jar(Jvm jvm) throws Exception {
        Path copy = Files.copy(Built.agent(), folder.resolve("copy-of-agent.jar"));
        Path rules = rules("rules.yaml", "{job: other, method: io.joblens.scenarios.Commands$Other.other}");
        int port = Launch.freePort();
        Launch launch = Launch.withoutAgentOn(jvm).port(port).expectStderrWithout("does nothing");
        try (ForkedApp app = launch.main("io.joblens.scenarios.Commands")) {
            app.awaitStdout("ready").send("other");
            app.awaitStdout("done 1 other");
            String pid = String.valueOf(app.handle().pid());
            Said.by(Jvms.own(), "attach", pid, "http.port=" + port).expect(0);
            assertThat(Said.by(copy, Jvms.own(), "attach", pid, "--config", rules.toString())
                            .expect(0)
                            .out())
                    .contains("  woven io.joblens.scenarios.Commands$Other");
            app.send("other");
            app.awaitStdout("done 2 other");
            assertThat(app.scrape().value("job_processed_total{job_type=\"other\"}"))
                    .isEqualTo(1);
        }
    }

    @Test
    void says_whose_jvm_it_is() throws Exception {
        Assumptions.assumeTrue(
                "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/setpriv")));
        try (ForkedApp app = Launch.withoutAgentOn(Jvms.own()).main("io.joblens.scenarios.FirstJob")) {
            app.awaitStdout("ready");
            List<String> command = List.of(
                    "/usr/bin/setpriv",
                    "--reuid=nobody",
                    "--clear-groups",
                    Jvms.own().java().toString(),
                    "-jar",
                    readable(Built.agent()).toString(),
                    "attach",
                    String.valueOf(app.handle().pid()));
            assertThat(Said.by(command).expect(1).err())
                    .singleElement()
                    .asString()
                    .contains("it belongs to the user root; run this as root");
        }
    }

    /** A copy that other users may read. */
    private Path readable(Path jar) throws IOException {
        Path copy = Files.copy(jar, folder.resolve(jar.getFileName()));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
        return copy;
    }

    private Path rules(String name, String rule) throws IOException {
        return Files.writeString(folder.resolve(name), "rules: [" + rule + "]");
    }

    @OnEveryJvm
    void says_that_a_jvm_cannot_be_attached_to(Jvm jvm) throws Exception {
        try (ForkedApp app = Launch.withoutAgentOn(jvm)
                .jvmOption("-XX:+DisableAttachMechanism")
                .main("io.joblens.scenarios.FirstJob")) {
            app.awaitStdout("ready");
            assertThat(Said.by(Jvms.own(), "attach", String.valueOf(app.handle().pid()))
                            .expect(1)
                            .err())
                    .singleElement()
                    .asString()
                    .contains("-XX:+DisableAttachMechanism");
        }
    }

    @Test
    void names_the_jvms_of_which_one_is_to_be_chosen() throws Exception {
        try (ForkedApp one = Launch.withoutAgentOn(Jvms.own()).main("io.joblens.scenarios.FirstJob");
                ForkedApp other = Launch.withoutAgentOn(Jvms.own()).main("io.joblens.scenarios.FirstJob")) {
            one.awaitStdout("ready");
            other.awaitStdout("ready");
            assertThat(Said.by(Jvms.own(), "attach", "scenarios.FirstJob")
                            .expect(1)
                            .err())
                    .anyMatch(line -> line.contains(" JVMs have scenarios.FirstJob"))
                    .anyMatch(line -> line.contains(one.handle().pid() + " "))
                    .anyMatch(line -> line.contains(other.handle().pid() + " "));
        }
    }
}
