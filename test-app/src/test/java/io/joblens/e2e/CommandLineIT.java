package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged JAR as a command. */
class CommandLineIT {
    private static final String PROCESSED = "job_processed_total{job_type=\"chapter\"}";

    @TempDir
    Path folder;

    @OnEveryJvm
    void tells_its_version_and_its_commands(Jvm jvm) throws Exception {
        assertThat(run(jvm, "--version").expect(0).out())
                .singleElement()
                .asString()
                .startsWith("joblens-agent 0.");
        assertThat(run(jvm, "--help").expect(0).out()).anyMatch(line -> line.contains("attach"));
    }

    @OnEveryJvm
    void checks_an_application(Jvm jvm) throws Exception {
        Said said = run(jvm, "check", Built.mangaMotion().toString()).expect(0);
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
        Said said = run(jvm, "check", classes.toString()).expect(0);
        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .anyMatch(line -> line.matches("job +ReportJobs.daily +preset spring-scheduled.yaml:.*daily\\(\\)"))
                .anyMatch(line -> line.matches("job +\\{arg0.* +preset quartz.yaml:.*Broken.execute\\(.*"));
    }

    @OnEveryJvm
    void writes_a_file_under_which_an_application_starts_without_a_word(Jvm jvm) throws Exception {
        Path file = folder.resolve("joblens.yaml");
        run(jvm, "init", file.toString()).expect(0);
        try (ForkedApp app = Launch.on(jvm).option("config", file.toString()).main("io.joblens.scenarios.FirstJob")) {
            app.awaitStdout("ready");
        }
    }

    @OnEveryJvm
    void lists_an_application_with_its_endpoint(Jvm jvm) throws Exception {
        try (ForkedApp app = Launch.on(jvm).main("io.joblens.scenarios.FirstJob")) {
            app.awaitStdout("ready").scrape();
            assertThat(run(Jvms.own(), "list").expect(0).out())
                    .anyMatch(line -> line.matches(app.handle().pid() + " +http://127\\.0\\.0\\.1:" + app.port()
                            + " +io\\.joblens\\.scenarios\\.FirstJob"));
        }
    }

    @OnEveryJvm
    void attaches_in_the_middle_of_a_job_and_counts_the_next_ones(Jvm jvm) throws Exception {
        Path held = folder.resolve("held");
        int port = Launch.freePort();
        Launch launch = Launch.withoutAgentOn(jvm).port(port).expectStderrWithout("joblens: ");
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
            assertThat(run(Jvms.own(), "attach", pid, "http.port=" + port, "log.lifecycle=false")
                            .expect(0)
                            .out())
                    .anyMatch(line -> line.contains("http://127.0.0.1:" + port))
                    .contains("  io.mangamotion.Converter");
            app.scrape(scrape -> scrape.has(PROCESSED) && scrape.value(PROCESSED) > 1);

            run(Jvms.own(), "attach", pid).expect(0);
            assertThat(run(Jvms.own(), "attach", pid, "log.level=warn")
                            .expect(1)
                            .err())
                    .singleElement()
                    .asString()
                    .contains("the agent is there already");
            app.awaitStdout("All chapters are done");
            Files.delete(await().until(() -> held, Files::exists));
        }
    }

    @OnEveryJvm
    void says_that_a_jvm_cannot_be_attached_to(Jvm jvm) throws Exception {
        try (ForkedApp app = Launch.withoutAgentOn(jvm)
                .jvmOption("-XX:+DisableAttachMechanism")
                .main("io.joblens.scenarios.FirstJob")) {
            app.awaitStdout("ready");
            assertThat(run(Jvms.own(), "attach", String.valueOf(app.handle().pid()))
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
            assertThat(run(Jvms.own(), "attach", "scenarios.FirstJob").expect(1).err())
                    .anyMatch(line -> line.contains(" JVMs have scenarios.FirstJob"))
                    .anyMatch(line -> line.contains(one.handle().pid() + " "))
                    .anyMatch(line -> line.contains(other.handle().pid() + " "));
        }
    }

    private static Said run(Jvm jvm, String... arguments) throws IOException, InterruptedException {
        return Said.by(jvm, arguments);
    }
}
