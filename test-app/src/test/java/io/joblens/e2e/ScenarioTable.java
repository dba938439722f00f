package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scenarios of {@code scenarios.txt}, which says how it is read. */
final class ScenarioTable {
    /** By label. */
    private final Map<String, Scenario> scenarios = new LinkedHashMap<>();

    private ScenarioTable() {}

    static ScenarioTable read() {
        ScenarioTable table = new ScenarioTable();
        try (BufferedReader text = new BufferedReader(new InputStreamReader(
                ScenarioTable.class.getResourceAsStream("scenarios.txt"), StandardCharsets.UTF_8))) {
            Scenario scenario = null;
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                if (line.startsWith("[")) {
                    String label = line.substring(1, line.length() - 1);
                    scenario = new Scenario(label);
                    assertThat(table.scenarios.put(label, scenario))
                            .as("two sections %s", label)
                            .isNull();
                } else if (line.startsWith("> ")) {
                    scenario.lines.add(line.substring(2));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    int space = line.lastIndexOf(' ');
                    scenario.values.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    /** Checks the series of all scenarios, and that there are no others. */
    void checkMetrics(Scrape scrape) {
        assertThat(scenarios.values()).allSatisfy(scenario -> scenario.checkMetrics(scrape));
        assertThat(scrape.samples().keySet().stream()
                        .filter(series -> series.matches("(job_processed|scan_clean|operation_failed)_total.*")))
                .hasSameSizeAs(scenarios.keySet());
    }

    /** Checks the lines of all scenarios, and that there are no others. */
    void checkLines(List<JsonNode> lines) {
        assertThat(scenarios.values()).allSatisfy(scenario -> scenario.checkLines(lines));
        assertThat(lines).extracting(Scenario::labelOf).isSubsetOf(scenarios.keySet());
    }
}
