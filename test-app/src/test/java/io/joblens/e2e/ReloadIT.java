package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.io.TempDir;

/** The configuration file changes under a running application that has no annotation. */
class ReloadIT {
    private static final String COMMANDS = "io.joblens.scenarios.Commands";
    private static final String WORK = "  - {job: work, method: " + COMMANDS + ".work}\n";
    private static final String OTHER = "  - {job: other, method: " + COMMANDS + "$Other.other}\n";
    private static final String LATE = "  - {job: late, method: " + COMMANDS + "$Late.late}\n";
    private static final String QUEUE = "  - {gauge: queue_length, field: " + COMMANDS + "$Queue.waiting}\n";

    @TempDir
    private Path folder;

    private Path file;
    private int sent;

    @OnEveryJvm
    void weaves_new_rules_and_unweaves_those_that_are_gone(Jvm jvm) throws IOException {
        file = write(WORK);
        try (ForkedApp app = start(
                jvm,
                "3 rules; classes: 1 woven, 0 changed, 0 unwoven, 1 kept",
                "2 rules; classes: 0 woven, 0 changed, 1 unwoven, 2 kept",
                "0 rules; classes: 0 woven, 0 changed, 2 unwoven, 0 kept")) {
            send(app, "other");
            send(app, "work");

            replace("# the rules stand elsewhere now\n", WORK, OTHER, LATE);
            app.awaitStderr("1 woven");
            send(app, "other");
            send(app, "late");
            send(app, "work");
            Scrape more = app.scrape();
            assertThat(processed("other", more)).isEqualTo(1);
            assertThat(processed("late", more)).isEqualTo(1);
            assertThat(processed("work", more)).isEqualTo(2);
            assertThat(woven(app)).contains("Other.other").contains("Late.late").contains("joblens.yaml:3:6");

            replace(OTHER, LATE);
            app.awaitStderr("1 unwoven");
            send(app, "work");
            send(app, "other");
            assertThat(processed("work", app.scrape())).isEqualTo(2);
            assertThat(processed("other", app.scrape())).isEqualTo(2);
            assertThat(woven(app)).doesNotContain("Commands.work").contains("Other.other");

            write();
            app.awaitStderr("2 unwoven");
            send(app, "other");
            send(app, "late");
            assertThat(processed("other", app.scrape())).isEqualTo(2);
            assertThat(processed("late", app.scrape())).isEqualTo(1);
            assertThat(woven(app)).isEmpty();
        }
    }

    @OnEveryJvm
    void goes_on_with_the_rules_of_before_when_the_file_is_broken_or_gone(Jvm jvm) throws IOException {
        file = write(WORK);
        try (ForkedApp app = Launch.on(jvm)
                .option("config", file.toString())
                .option("config.reload", "true")
                .expectStderr("joblens: .*joblens.yaml:2:18: no such key `methd`; did you mean `method`\\?.*")
                .expectStderr("joblens: nothing of it is applied; the rules are as they were")
                .expectStderr("joblens: .*joblens.yaml:3:1: this is not valid YAML.*")
                .expectStderr("joblens: nothing of it is applied; the rules are as they were")
                .expectStderr("joblens: .*joblens.yaml is gone; its rules go on until there is another one")
                .expectStderr("joblens: .*: 1 rule; classes: 0 woven, 1 changed, 0 unwoven, 0 kept")
                .expectStderr("joblens: not applied before the JVM is started again: metrics.window, runs.max")
                .main(COMMANDS)) {
            app.awaitStdout("ready");
            replace("  - {job: other, methd: " + COMMANDS + "$Other.other}\n");
            app.awaitStderr("methd");
            replace("  - {job: work, method: [\n");
            app.awaitStderr("not valid YAML");
            send(app, "work");
            Files.delete(file);
            app.awaitStderr("is gone");
            send(app, "work");
            assertThat(processed("work", app.scrape())).isEqualTo(2);

            replace("  - {job: renamed, method: " + COMMANDS + ".work}\nruns: {max: 7}\nmetrics: {window: 9}\n");
            app.awaitStderr("not applied before");
            send(app, "work");
            assertThat(processed("work", app.scrape())).isEqualTo(2);
            assertThat(processed("renamed", app.scrape())).isEqualTo(1);
        }
    }

    @OnEveryJvm
    void ends_what_was_started_by_the_rules_of_before(Jvm jvm) throws IOException {
        String start = "  - {start: long, method: " + COMMANDS + ".begin, id: arg0}\n";
        String end = "  - {complete: long, method: " + COMMANDS + ".finish, id: arg0}\n";
        file = write(start, "  - {job: held, method: " + COMMANDS + ".hold}\n");
        try (ForkedApp app = start(jvm, "2 rules; classes: 0 woven, 1 changed, 0 unwoven, 0 kept")) {
            send(app, "begin");
            send(app, "hold");
            app.awaitStdout("holding");
            replace(start.replace("arg0", "arg0, fields: {region: {constant: eu}}"), end);
            app.awaitStderr("1 changed");
            send(app, "finish");
            send(app, "release");
            Scrape scrape = app.scrape();
            assertThat(processed("long", scrape)).isEqualTo(1);
            assertThat(processed("held", scrape)).isEqualTo(1);
            assertThat(scrape.value("joblens_unmatched_ends_total")).isZero();
        }
    }

    @OnEveryJvm
    void keeps_the_instances_of_a_gauge_until_it_is_gone(Jvm jvm) throws IOException {
        file = write(QUEUE);
        try (ForkedApp app = start(
                jvm,
                "2 rules; classes: 1 woven, 0 changed, 0 unwoven, 1 kept",
                "1 rule; classes: 0 woven, 0 changed, 1 unwoven, 1 kept")) {
            send(app, "put");
            assertThat(app.scrape().value("queue_length")).isEqualTo(1);
            replace(WORK, QUEUE);
            app.awaitStderr("1 woven");
            send(app, "put");
            assertThat(app.scrape().value("queue_length")).isEqualTo(2);
            replace(WORK);
            app.awaitStderr("1 unwoven");
            assertThat(app.scrape().has("queue_length")).isFalse();
        }
    }

    private ForkedApp start(Jvm jvm, String... reloads) {
        Launch launch = Launch.on(jvm).option("config", file.toString()).option("config.reload", "true");
        for (String reload : reloads) {
            launch.expectStderr("joblens: .*joblens.yaml was read again: " + reload);
        }
        return launch.main(COMMANDS).awaitStdout("ready");
    }

    private void send(ForkedApp app, String command) {
        app.send(command);
        app.awaitStdout("done " + ++sent + " " + command);
    }

    private Path write(String... rules) throws IOException {
        return Files.writeString(folder.resolve("joblens.yaml"), "rules:\n" + String.join("", rules));
    }

    /** Puts another file in its place, as editors do. */
    private void replace(String... rules) throws IOException {
        Path fresh = Files.writeString(folder.resolve("fresh"), "rules:\n" + String.join("", rules));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static double processed(String type, Scrape scrape) {
        return scrape.value("job_processed_total{job_type=\"" + type + "\"}");
    }

    private static String woven(ForkedApp app) {
        StringBuilder text = new StringBuilder();
        for (JsonNode rule : ForkedApp.parse(app.get("/api/probes").body()).path("rules")) {
            text.append(rule.path("source").asText())
                    .append(' ')
                    .append(rule.path("woven"))
                    .append('\n');
        }
        return text.toString();
    }
}
