package io.joblens.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dashboard, as far as it can be looked at without Grafana; PrometheusIT asks its queries. */
class DashboardTest {
    private static final Pattern FIXED_INTERVAL = Pattern.compile("\\b(rate|irate|increase)\\([^\\[]*\\[\\d+[sm]\\]");
    private static final Pattern FAMILY = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");

    private final KitFile file = KitFile.of("grafana/dashboards/joblens.json");
    private final JsonNode dashboard = file.yaml();

    @Test
    void lets_the_reader_choose_data_source_job_jvm_and_job_type() {
        assertThat(KitFile.each(dashboard.at("/templating/list"))
                        .map(one -> one.path("name").asText()))
                .containsExactly("datasource", "job", "instance", "job_type");
        assertThat(dashboard.findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.path("uid").asText()).isEqualTo("${datasource}"));
    }

    @Test
    void asks_over_intervals_that_fit_the_scrapes_and_only_of_what_was_chosen() {
        assertThat(targets().map(target -> target.path("expr").asText())).allSatisfy(expression -> {
            assertThat(FIXED_INTERVAL.matcher(expression).find()).as(expression).isFalse();
            assertThat(expression).contains("{job=~\"$job\",instance=~\"$instance\"");
        });
    }

    @Test
    void has_a_panel_for_every_metric() {
        List<String> families = FAMILY.matcher(KitFile.of("docs/metrics.md").text())
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.startsWith("jvm_") && !name.startsWith("process_"))
                .distinct()
                .toList();
        String queries = targets().map(target -> target.path("expr").asText()).reduce("", String::concat);
        assertThat(families)
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(queries).containsPattern("\\b" + name + "(_bucket|_sum|_count)?\\{"));
    }

    @Test
    void shows_exemplars_of_durations() {
        assertThat(targets().filter(target -> target.path("exemplar").asBoolean()))
                .hasSizeGreaterThan(3)
                .allSatisfy(target -> assertThat(target.path("expr").asText()).contains("_seconds_bucket{"));
    }

    @Test
    void says_of_every_panel_what_it_shows_and_puts_none_on_another() {
        List<String> places = new ArrayList<>();
        List<Integer> ids = new ArrayList<>();
        for (JsonNode panel : dashboard.path("panels")) {
            ids.add(panel.path("id").asInt());
            JsonNode at = panel.path("gridPos");
            assertThat(at.path("x").asInt() + at.path("w").asInt()).isLessThanOrEqualTo(24);
            for (int x = 0; x < at.path("w").asInt(); x++) {
                for (int y = 0; y < at.path("h").asInt(); y++) {
                    places.add((at.path("x").asInt() + x) + "/" + (at.path("y").asInt() + y));
                }
            }
            assertThat(panel.path("title").asText()).isNotEmpty();
            if (!panel.path("type").asText().equals("row")) {
                assertThat(panel.path("description").asText())
                        .as(panel.path("title").asText())
                        .endsWith(".");
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(places).doesNotHaveDuplicates();
    }

    @Test
    void is_provisioned_with_data_sources_whose_exemplars_lead_to_the_log_lines_of_their_job() {
        JsonNode sources =
                KitFile.of("grafana/provisioning/datasources/joblens.yml").yaml();
        JsonNode link = sources.at("/datasources/0/jsonData/exemplarTraceIdDestinations/0");
        assertThat(link.path("name").asText()).isEqualTo("job_id");
        String query = link.path("url").asText().replaceAll("^.*\\?left=", "").replace("%2B", "+");
        JsonNode left = KitFile.yaml(query);
        assertThat(left.path("datasource").asText())
                .isEqualTo(sources.at("/datasources/1/uid").asText());
        assertThat(left.at("/queries/0/expr").asText()).isEqualTo("{job=~\".+\"} |= \"$${__value.raw}\"");
        assertThat(sources.at("/datasources/0/jsonData/exemplarTraceIdDestinations/1/datasourceUid"))
                .isEqualTo(sources.at("/datasources/2/uid"));
        JsonNode provider =
                KitFile.of("grafana/provisioning/dashboards/joblens.yml").yaml();
        assertThat(provider.at("/providers/0/options/path").asText()).isEqualTo("/etc/grafana/dashboards");
    }

    private Stream<JsonNode> targets() {
        return KitFile.each(dashboard.path("panels")).flatMap(panel -> KitFile.each(panel.path("targets")));
    }
}
