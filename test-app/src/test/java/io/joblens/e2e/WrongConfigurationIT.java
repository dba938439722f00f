package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every mistake that can be made with every key, as the schema lists them: a key without a case here fails. Each is told with its
 * line and column, only what is wrong is switched off, and the application is as without the agent.
 */
class WrongConfigurationIT {
    private static final String OPTIONS_APP = "io.joblens.scenarios.FirstJob";
    private static final String RULES_APP = "io.joblens.scenarios.RulesOnly";
    private static final String RIGHT_RULE = "  - { job: order, method: io.joblens.scenarios.rules.Orders.encode }";

    /** A mistake with one of these leaves nothing to be asked: {@link DoorsIT}. */
    private static final Set<String> DOORS = Set.of("http.web-config", "http.token", "http.token-file");

    /** Values that are wrong though they are of the right type; those of other options follow from their type. */
    private static final Map<String, String> WRONG_TEXTS = Map.ofEntries(
            Map.entry("http.host", "^http://a"),
            Map.entry("http.port-file", "^\"\""),
            Map.entry("runs.max-age", "^soon"),
            Map.entry("log.mask", "^job_id"),
            Map.entry("log.hash", "^attempts"),
            Map.entry("log.hash-salt", "^short"),
            Map.entry("push.url", "^http://user:secret@gateway"),
            Map.entry("push.job", "^''"),
            Map.entry("push.user", "^''"),
            Map.entry("push.password", "^''"),
            Map.entry("push.password-file", "^''"),
            Map.entry("push.interval", "^0s"),
            Map.entry("push.timeout", "^never"),
            Map.entry("snapshot.file", "^''"));

    /** A wrong entry of each map, and what has to be said of it. */
    private static final Map<String, List<String>> WRONG_ENTRIES = Map.of(
            "metrics.labels", List.of("{ ^9x: eu, region: eu }", "metrics.labels has the name 9x; it takes"),
            "log.fields", List.of("{ ^job_di: job.id }", "log.fields has no field `job_di`; did you mean `job_id`?"),
            "push.labels", List.of("{ ^job: a }", "push.labels has the name job; it takes"),
            "presets", List.of("{ ^quarz: false }", "no such preset `quarz`; did you mean `quartz`?"));

    /** What is wrong with each key of a rule: the place with a {@code ^}, and words of what has to be said. */
    private static final Map<String, List<List<String>>> WRONG_PARTS = Map.ofEntries(
            Map.entry("class", List.of(List.of("^[a.B]", "it takes a name"), List.of("^a..B", "two dots", "it takes"))),
            Map.entry(
                    "method",
                    List.of(
                            List.of("^[a.B.run]", "it takes a name"),
                            List.of("^a.B.run()", "without `()`"),
                            List.of("^run", "has no class; it takes one"))),
            Map.entry("field", List.of(List.of("^[a.B.c]", "it takes"), List.of("^a.B..c", "two dots", "it takes"))),
            Map.entry("subtypes-of", List.of(List.of("^{a: b}", "it takes"), List.of("[a.B, ^a b]", "it takes"))),
            Map.entry("annotated-with", List.of(List.of("^{a: b}", "it takes"), List.of("[a.B, ^a b]", "it takes"))),
            Map.entry("except", List.of(List.of("^{a: b}", "it takes"), List.of("[a.B, ^a b]", "it takes"))),
            Map.entry("parameters", List.of(List.of("^int", "it takes a list"), List.of("[int, ^a b]", "it takes"))),
            Map.entry("id", wrongValues()),
            Map.entry("user", wrongValues()),
            Map.entry(
                    "attempt",
                    Stream.concat(
                                    wrongValues().stream(),
                                    Stream.of(List.of(
                                            "{path: arg0, first: ^x}", "it takes the number of the first attempt")))
                            .toList()),
            Map.entry("error", wrongValues()),
            Map.entry(
                    "fields",
                    List.of(
                            List.of("^arg0.id", "it takes a map"),
                            List.of("{a: arg0, b: ^[arg0]}", "it takes a path"),
                            List.of("{a: {path: arg0, ^defalt: x}}", "did you mean `default`?"))),
            Map.entry("failed-when", wrongConditions()),
            Map.entry("skipped-when", wrongConditions()),
            Map.entry("infected-when", wrongConditions()),
            Map.entry("help", List.of(List.of("^[a]", "it takes a sentence"))));

    @TempDir
    Path folder;

    private static List<List<String>> wrongValues() {
        return List.of(
                List.of("^[arg0]", "it takes a path"),
                List.of("arg0.^.id", "the value is left out"),
                List.of("{path: arg0, ^defalt: x}", "did you mean `default`?"),
                List.of("^{default: x}", "it takes {path: arg0.id, default: none}"));
    }

    private static List<List<String>> wrongConditions() {
        return List.of(List.of("^[return]", "it takes a condition"), List.of("return == ^== 1", ""));
    }

    @Test
    void tells_of_a_wrong_value_of_each_option() {
        WrongFile file = new WrongFile(folder.resolve("joblens.yaml"));
        ConfigurationSchema.options().forEach((name, option) -> {
            if (DOORS.contains(name)) {
                return;
            }
            if (option.path("type").asText().equals("object")) {
                assertThat(WRONG_ENTRIES).as("a wrong entry of a map").containsKey(name);
                file.wrong(
                        name + ": " + WRONG_ENTRIES.get(name).get(0),
                        WRONG_ENTRIES.get(name).get(1));
            } else {
                file.wrong(name + ": " + wrongValue(name, option), name + " is ", "; it takes ", "; using ");
            }
        });
        expectOneConversion(file, "job_processed_total{job_type=\"conversion\",region=\"eu\"}");
    }

    private static String wrongValue(String name, JsonNode option) {
        if (option.has("enum")) {
            return "^nonsense";
        }
        String type = option.path("type").asText();
        if (type.equals("integer")) {
            return "^" + (option.path("maximum").asLong() + 1);
        }
        String wrong = type.equals("boolean") ? "^maybe" : WRONG_TEXTS.get(name);
        assertThat(wrong).as("a wrong value of " + name).isNotNull();
        return wrong;
    }

    @Test
    void tells_of_a_wrong_type_of_each_option() {
        WrongFile file = new WrongFile(folder.resolve("joblens.yaml"));
        ConfigurationSchema.options().forEach((name, option) -> {
            if (DOORS.contains(name)) {
                return;
            }
            boolean takesList = option.path("type").isArray();
            file.wrong(
                    name + ": " + (takesList ? "^{ a: 1 }" : "^[ 1 ]"),
                    name + (takesList ? " is a map" : " is a list") + "; it takes ",
                    "; using ");
        });
        expectOneConversion(file, "job_processed_total{job_type=\"conversion\"}");
    }

    @Test
    void tells_of_an_unknown_neighbour_of_each_option() {
        WrongFile file = new WrongFile(folder.resolve("joblens.yaml"));
        ConfigurationSchema.options().keySet().forEach(name -> {
            String misspelt = misspelt(name);
            String value = name.endsWith("labels") ? "{ region: eu }" : "1";
            file.wrong("^" + misspelt + ": " + value, "no such option `" + misspelt + "`", "did you mean `" + name);
        });
        expectOneConversion(file, "job_processed_total{job_type=\"conversion\"}");
    }

    @Test
    void tells_of_mistakes_in_sections() {
        WrongFile file = new WrongFile(folder.resolve("joblens.yaml"))
                .right("http:")
                .wrong("  port: ^many", "http.port is many; it takes a whole number")
                .wrong("  ^prot: 1", "no such option `http.prot`; did you mean `http.port`?")
                .wrong("log: ^json", "log is json; it takes a map of options")
                .right("metrics:")
                .right("  labels:")
                .right("    region: eu")
                .wrong("    zone: ^[ a ]", "metrics.labels.zone is a list; it takes a text")
                .wrong("^metrics.labels.region: us", "metrics.labels.region is set twice")
                .wrong("? ^[ a ]", "a key is a list; it takes the name of an option")
                .right(": b")
                .wrong("^config: other.yaml", "config is in the file itself");
        expectOneConversion(file, "job_processed_total{job_type=\"conversion\",region=\"eu\"}");
    }

    static Stream<String> kinds() {
        return ConfigurationSchema.rules().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tells_of_mistakes_with_each_key_of_a_rule(String kind) {
        WrongFile file = new WrongFile(folder.resolve("joblens.yaml")).right("rules:");
        for (String key : ConfigurationSchema.rules().get(kind)) {
            if (key.equals(kind)) {
                file.wrong(rule(kind, key, "^[ a ]"), kind + " is a list");
                continue;
            }
            assertThat(WRONG_PARTS).as("what can be wrong with " + key).containsKey(key);
            for (List<String> part : WRONG_PARTS.get(key)) {
                file.wrong(rule(kind, key, part.get(0)), part.get(1));
            }
            file.wrong(
                    rule(kind, "^" + misspelt(key), "1"),
                    "no such key `" + misspelt(key) + "`; did you mean `" + key + "`? the rule is left out");
        }
        file.wrong("  - { ^" + misspelt(kind) + ": a, method: a.B.run }", "no such key `" + misspelt(kind) + "`");
        expectRightRule(file.right(RIGHT_RULE));
    }

    /** A rule of that kind in which all is right but the key. */
    private static String rule(String kind, String key, String value) {
        String infected = kind.equals("scan") && !key.equals("infected-when") ? ", infected-when: return" : "";
        String name = key.equals(kind) ? value : kind.equals("gauge") ? "queue_length" : "a";
        String method = switch (key) {
            case "class" -> ", method: run";
            case "method", "field" -> "";
            default -> ", method: a.B.run";
        };
        return "  - { " + kind + ": " + name + method + infected + (key.equals(kind) ? "" : ", " + key + ": " + value)
                + " }";
    }

    @Test
    void tells_of_mistakes_around_rules() {
        WrongFile file = new WrongFile(folder.resolve("joblens.yaml"))
                .right("rules:")
                .wrong("  - ^a.B.run", "a rule is a.B.run; it takes a map")
                .wrong("  - ^{ method: a.B.run }", "the rule says not what it is; it takes one of job, start")
                .wrong("  - ^{ job: a }", "the rule has no method")
                .wrong("  - { job: a, ^scan: b, method: a.B.run }", "the rule is a job already")
                .wrong("  - { job: a, method: a.B.run, ^help: b }", "help means nothing to a job")
                .wrong("  - { ^scan: a, method: a.B.run }", "the scan says nothing of when a file is infected")
                .wrong("  - { job: ^{ path: return }, method: a.B.run }", "`return` has no value yet")
                .wrong("  - { gauge: ^job_x, method: a.B.size }", "names that begin with job_ are Joblens' own")
                .wrong("  - { job: a, method: ^a.B.run, class: a.B }", "class says")
                .wrong("  - ^{ job: a, method: '**.*' }", "in any class", "it takes a class")
                .right(RIGHT_RULE);
        expectRightRule(file);
    }

    @Test
    void tells_of_mistakes_with_each_mapped_annotation() {
        WrongFile file = new WrongFile(folder.resolve("joblens.yaml")).right("annotations:");
        for (String key : ConfigurationSchema.annotations()) {
            file.wrong("  " + key + ": [ a.B, ^a b ]", key + " is a b; it takes the names of annotations");
            file.wrong("  ^" + misspelt(key) + ": a.B", "no such annotation `" + misspelt(key) + "`", "`" + key + "`?");
        }
        expectRightRule(file.right("rules:").right(RIGHT_RULE));
    }

    @Test
    void tells_where_a_file_is_no_yaml() {
        for (String[] broken : new String[][] {
            {"http:", "^\tport: 1"},
            {"http:", "  host: ^\"127.0.0.1"},
            {"log: { format: json", "http^: { port: 1 }"},
            {"log.format: text", "^- log"}
        }) {
            WrongFile file = new WrongFile(folder.resolve("joblens.yaml"));
            file.right(broken[0]).wrong(broken[1], "not valid YAML", "nothing of the file is used");
            expectOneConversion(file, "job_processed_total{job_type=\"conversion\"}");
        }
    }

    @Test
    void tells_of_a_file_that_is_no_text() throws IOException {
        Path file = folder.resolve("joblens.yaml");
        Files.write(file, "log.format: text\nlog.level: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        expectOneConversion(
                Launch.on(Jvms.own())
                        .property("joblens.config", file.toString())
                        .expectStderr("joblens: \\Q" + file + ":2:15: \\E.*0xE9 is not UTF-8.*"),
                "job_processed_total{job_type=\"conversion\"}");
    }

    @Test
    void says_nothing_of_an_empty_file() throws IOException {
        Path file = Files.writeString(folder.resolve("joblens.yaml"), "");
        expectOneConversion(
                Launch.on(Jvms.own()).property("joblens.config", file.toString()),
                "job_processed_total{job_type=\"conversion\"}");
    }

    /** A slip of the hand that is near to nothing else. */
    private static String misspelt(String key) {
        return key + key.charAt(key.length() - 1);
    }

    private static void expectOneConversion(WrongFile file, String series) {
        assertThat(file.size()).as("mistakes that are told one by one").isBetween(1, 50);
        expectOneConversion(file.in(Launch.on(Jvms.own())), series);
    }

    private static void expectOneConversion(Launch launch, String series) {
        try (ForkedApp app = launch.main(OPTIONS_APP)) {
            app.awaitStdout("ready");
            assertThat(app.scrape().value(series)).isEqualTo(1);
            assertThat(app.lifecycleLines()).hasSize(2);
            assertThat(app.applicationLines()).isEqualTo(linesWithoutAgent(OPTIONS_APP));
        }
    }

    private static void expectRightRule(WrongFile file) {
        assertThat(file.size()).as("mistakes that are told one by one").isBetween(1, 50);
        try (ForkedApp app = file.in(Launch.on(Jvms.own())).main(RULES_APP)) {
            app.awaitStdout("ready");
            assertThat(app.scrape().value("job_processed_total{job_type=\"order\"}"))
                    .isEqualTo(4);
            JsonNode probes = ForkedApp.parse(app.get("/api/probes").body());
            assertThat(probes.path("problems")).hasSize(file.size());
            assertThat(probes.findParents("rejected"))
                    .allSatisfy(rule -> assertThat(rule.path("rejected")).isNotEmpty());
            assertThat(app.applicationLines()).isEqualTo(linesWithoutAgent(RULES_APP));
        }
    }

    private static List<String> linesWithoutAgent(String mainClass) {
        try (ForkedApp alone = Launch.withoutAgentOn(Jvms.own()).main(mainClass)) {
            return alone.stdout();
        }
    }
}
