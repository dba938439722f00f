package io.joblens.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configuration, rules and alerts for Prometheus, before the program that will read them. */
class PromtoolTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\\n(.*?)^```");
    private static final KitFile ALERTS = KitFile.of("prometheus/joblens.alerts.yml");

    @Test
    void accepts_the_scrape_example_with_its_rules() throws Exception {
        Promtool promtool = new Promtool();
        promtool.acceptsConfiguration(KitFile.of("prometheus/prometheus.yml").path());
        promtool.acceptsRules(KitFile.of("prometheus/joblens.rules.yml").path());
        promtool.acceptsRules(ALERTS.path());
    }

    @Test
    void sees_every_alert_fire_and_keep_still() throws Exception {
        new Promtool().passes(KitFile.of("prometheus/joblens.tests.yml").path());
    }

    @Test
    void accepts_the_configurations_that_operations_shows(@TempDir Path folder) throws Exception {
        Promtool promtool = new Promtool();
        List<String> configurations = BLOCK.matcher(
                        KitFile.of("docs/operations.md").text())
                .results()
                .map(MatchResult::group)
                .map(block -> block.replaceAll("(?m)^```.*\\n?", ""))
                .filter(block -> block.contains("scrape_configs:") || block.contains("remote_write:"))
                .toList();
        assertThat(configurations).isNotEmpty();
        for (String configuration : configurations) {
            promtool.acceptsConfiguration(Files.writeString(folder.resolve("prometheus.yml"), configuration));
        }
    }

    @Test
    void finds_a_case_in_which_it_fires_and_one_in_which_it_does_not_for_every_alert() {
        List<JsonNode> cases = KitFile.each(
                        KitFile.of("prometheus/joblens.tests.yml").yaml().path("tests"))
                .flatMap(test -> KitFile.each(test.path("alert_rule_test")))
                .toList();
        alerts().forEach(alert -> {
            List<JsonNode> ofAlert = cases.stream()
                    .filter(one -> one.path("alertname").equals(alert.path("alert")))
                    .toList();
            assertThat(ofAlert).as(alert.toString()).anyMatch(one -> one.has("exp_alerts"));
        });
    }

    @Test
    void finds_a_summary_a_description_a_severity_and_a_runbook_for_every_alert() {
        List<String> headings = KitFile.of("docs/operations.md")
                .text()
                .lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .toList();
        assertThat(alerts()).hasSizeGreaterThan(6).allSatisfy(alert -> {
            String name = alert.path("alert").asText();
            JsonNode annotations = alert.path("annotations");
            assertThat(headings).contains(name);
            assertThat(annotations.path("runbook").asText())
                    .isEqualTo("src/docs/operations.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(annotations.path("summary").asText()).isNotEmpty();
            assertThat(annotations.path("description").asText())
                    .contains("{{ $value")
                    .endsWith(".");
            assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning", "info");
        });
    }

    private static List<JsonNode> alerts() {
        return KitFile.each(ALERTS.yaml().path("groups"))
                .flatMap(group -> KitFile.each(group.path("rules")))
                .toList();
    }
}
