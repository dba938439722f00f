package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;

/** An application without any annotation of ours, measured by rules in a file. */
class RulesIT {
    private static final String RULES = """
            rules:
              - job: order
                method: io.joblens.scenarios.rules.Orders.encode
                id: arg0.id
                user: { constant: u-1 }
                attempt: { constant: 2 }
                fields: { object_key: "arg0.labels['key']", region: { constant: eu } }
                failed-when: return == FAILED
                skipped-when: return == SKIPPED
              - created: order
                method: io.joblens.scenarios.rules.Orders.enqueue
                id: arg0
              - start: long
                method: io.joblens.scenarios.rules.Orders.begin
                id: arg0
              - complete: long
                method: io.joblens.scenarios.rules.Orders.finish
                id: arg0
              - failed: long
                method: io.joblens.scenarios.rules.Orders.giveUp
                id: arg0
                error: arg1
              - scan: own
                method: io.joblens.scenarios.rules.Orders.scan
                infected-when: return
              - scan: { path: arg0 }
                method: io.joblens.scenarios.rules.Orders.scanBy
                infected-when: return
              - operation: resize
                method: io.joblens.scenarios.rules.Orders.resize
              - gauge: queue_length
                method: io.joblens.scenarios.rules.Orders.size
              - gauge: orders_waiting
                field: io.joblens.scenarios.rules.Orders.waiting
              - job: overload
                method: io.joblens.scenarios.**.load
                parameters: [String, int]
              - job: { path: this.class.simpleName, default: other }
                method: handle
                subtypes-of: io.joblens.scenarios.rules.Handler
              - job: inherited
                class: io.joblens.scenarios.rules.Handler
                method: handleAll
              - job: task
                class: io.joblens.scenarios.rules.*
                method: clean
                annotated-with: io.joblens.scenarios.rules.Task
              - operation: { path: method.name }
                class: io.joblens.scenarios.rules.Orders
                method: "*ecret"
              - operation: { path: method.class.simpleName }
                method: io.joblens.scenarios.rules.Orders.everywhere
              - operation: lambda
                method: io.joblens.scenarios.rules.Orders.lambda$byHand$*
              - job: never
                method: io.joblens.scenarios.rules.Orders.encoed
              - job: nowhere
                method: io.joblens.scenarios.rules.Order.run
            annotations:
              job-start: [io.joblens.scenarios.rules.Begin]
              job-complete: io.joblens.scenarios.rules.Finish
              job-id: [io.joblens.scenarios.rules.Key]
            """;

    @TempDir
    private Path folder;

    @OnEveryJvm
    void measures_what_the_rules_say(Jvm jvm) throws IOException {
        Path file = folder.resolve("joblens.yaml");
        Files.writeString(file, RULES);
        try (ForkedApp app = Launch.on(jvm).option("config", file.toString()).main("io.joblens.scenarios.RulesOnly")) {
            app.awaitStdout("ready");
            Scrape scrape = app.scrape();

            assertThat(scrape.value("job_processed_total{job_type=\"order\"}")).isEqualTo(3);
            assertThat(scrape.value("job_failed_total{job_type=\"order\"}")).isEqualTo(1);
            assertThat(scrape.value("job_skipped_total{job_type=\"order\"}")).isEqualTo(1);
            assertThat(scrape.value("job_retries_total{job_type=\"order\"}")).isEqualTo(4);
            assertThat(scrape.value("job_created_total{job_type=\"order\"}")).isEqualTo(2);
            assertThat(scrape.value("job_processed_total{job_type=\"long\"}")).isEqualTo(2);
            assertThat(scrape.value("job_failed_total{job_type=\"long\"}")).isEqualTo(1);
            assertThat(scrape.value("scan_clean_total{scan=\"own\"}")).isEqualTo(1);
            assertThat(scrape.value("scan_infected_total{scan=\"own\"}")).isEqualTo(1);
            assertThat(scrape.value("scan_clean_total{scan=\"clamav\"}")).isEqualTo(1);
            assertThat(scrape.value("scan_infected_total{scan=\"other\"}")).isEqualTo(1);
            assertThat(scrape.value("operation_seconds_count{operation=\"resize\"}"))
                    .isEqualTo(2);
            assertThat(scrape.value("queue_length")).isEqualTo(2);
            assertThat(scrape.value("orders_waiting")).isEqualTo(2);
            assertThat(scrape.value("job_processed_total{job_type=\"overload\"}"))
                    .isEqualTo(1);
            assertThat(scrape.value("job_processed_total{job_type=\"MailHandler\"}"))
                    .isEqualTo(2);
            assertThat(scrape.value("job_processed_total{job_type=\"PushHandler\"}"))
                    .isEqualTo(1);
            assertThat(scrape.value("job_processed_total{job_type=\"inherited\"}"))
                    .isEqualTo(3);
            assertThat(scrape.value("job_processed_total{job_type=\"task\"}")).isEqualTo(1);
            assertThat(scrape.value("operation_seconds_count{operation=\"secret\"}"))
                    .isEqualTo(1);
            assertThat(scrape.value("operation_seconds_count{operation=\"Orders\"}"))
                    .isEqualTo(1);
            assertThat(scrape.value("operation_seconds_count{operation=\"lambda\"}"))
                    .isEqualTo(1);
            assertThat(scrape.value("job_processed_total{job_type=\"mapped\"}")).isEqualTo(1);
            assertThat(scrape.value("joblens_unmatched_ends_total")).isZero();

            JsonNode probes = ForkedApp.parse(app.get("/api/probes").body());
            assertThat(rule(probes, "order").at("/woven/0/member").asText())
                    .startsWith("io.joblens.scenarios.rules.Orders.encode(");
            assertThat(rule(probes, "order").at("/source").asText()).isEqualTo(file + ":2:5");
            assertThat(rule(probes, "order").at("/calls").asInt()).isEqualTo(4);
            assertThat(rule(probes, "order").at("/woven/0/calls").asInt()).isEqualTo(4);
            assertThat(rule(probes, "order").at("/errors").asInt(-1)).isZero();
            assertThat(rule(probes, "mapped").at("/calls").asInt()).isEqualTo(1);
            assertThat(rule(probes, "queue_length").has("calls")).isFalse();
            assertThat(rule(probes, "never").at("/woven")).isEmpty();
            assertThat(rule(probes, "never").at("/nearest/0").asText())
                    .matches("io\\.joblens\\.scenarios\\.rules\\.Orders\\.encode\\([\\w, ]*\\)");
            assertThat(texts(rule(probes, "nowhere").at("/nearest"))).contains("io.joblens.scenarios.rules.Orders");
            assertThat(rule(probes, "mapped").at("/source").asText()).startsWith("@JobStart on ");

            assertThat(app.lifecycleLines()).anySatisfy(line -> {
                assertThat(line.path("message").asText()).isEqualTo("Job started");
                assertThat(line.path("job_id").asText()).isEqualTo("good");
                assertThat(line.path("user_id").asText()).isEqualTo("u-1");
                assertThat(line.path("object_key").asText()).isEqualTo("k-good");
                assertThat(line.path("region").asText()).isEqualTo("eu");
            });
        }
    }

    @OnEveryJvm
    void tells_what_is_wrong_with_a_path_once_its_method_is_known(Jvm jvm) throws IOException {
        Path file = folder.resolve("joblens.yaml");
        Files.writeString(file, """
                rules:
                  - job: order
                    method: io.joblens.scenarios.rules.Orders.encode
                    id: arg0.idd
                """);
        try (ForkedApp app = Launch.on(jvm)
                .option("config", file.toString())
                .expectStderr(
                        "joblens: .*joblens.yaml:4:13: id: .*no property `idd`.*did you mean `id`.*; the value is left out")
                .main("io.joblens.scenarios.RulesOnly")) {
            app.awaitStdout("ready");
            assertThat(app.scrape().value("job_processed_total{job_type=\"order\"}"))
                    .isEqualTo(4);
        }
    }

    private static JsonNode rule(JsonNode probes, String name) {
        return StreamSupport.stream(probes.path("rules").spliterator(), false)
                .filter(rule -> rule.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + probes));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
