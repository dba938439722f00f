package io.joblens.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlSourceTest {

    private static final String UNUSED = "; nothing of the file is used";

    @TempDir
    private Path folder;

    @Test
    void reads_nested_and_dotted_keys() {
        Reading reading = reading("""
                # a comment
                http:
                  port: 8080
                  enabled: false
                log.format: "text"
                metrics:
                  labels:
                    region: eu
                    zone: 'b 1'
                  labels.tier: 3
                runs: {max: 7, max-age: 7d}
                """);
        Configuration configuration = reading.load();

        assertThat(reading.problems()).isEmpty();
        assertThat(configuration.number(Option.HTTP_PORT)).isEqualTo(8080);
        assertThat(configuration.flag(Option.HTTP_ENABLED)).isFalse();
        assertThat(configuration.text(Option.LOG_FORMAT)).isEqualTo("text");
        assertThat(configuration.labels()).isEqualTo(Map.of("region", "eu", "zone", "b 1", "tier", "3"));
        assertThat(configuration.number(Option.RUNS_MAX)).isEqualTo(7);
        assertThat(configuration.nanos(Option.RUNS_MAX_AGE)).isEqualTo(TimeUnit.DAYS.toNanos(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "# only a comment\n",
                "---\n",
                "--- ~\n",
                "{}",
                "http:\n",
                "http: ~\nmetrics: {labels: }",
                "\uFEFFhttp: {port: 10464}",
                "http:\r\n  port: 10464\r\n"
            })
    void finds_nothing_wrong(String text) {
        Reading reading = reading(text);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.load().number(Option.HTTP_PORT)).isEqualTo(10464);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    http:\\n  port: 99999 | 2:9: http.port is 99999; it takes a whole number from 0 to 65535; using 10464
                    http: {port: '80 '}\\nhttp.enabled: 1 | 2:15: http.enabled is 1; it takes true or false; using true
                    log:\\n  level: [info] | 2:10: log.level is a list; it takes debug, info, warn or error; using info
                    log:\\n  level: {a: b} | 2:10: log.level is a map; it takes debug, info, warn or error; using info
                    http:\\n  port:\\n | 2:8: http.port is empty; it takes a whole number from 0 to 65535; using 10464
                    http:\\n  host: "" | 2:9: http.host is empty; it takes a host name or an address such as 127.0.0.1; using 127.0.0.1
                    http: 8080 | 1:7: http is 8080; it takes a map of options; it is left out
                    http: [port] | 1:7: http is a list; it takes a map of options; it is left out
                    http:\\n  prot: 1 | 2:3: no such option `http.prot`; did you mean `http.port`?
                    log.fromat: text | 1:1: no such option `log.fromat`; did you mean `log.format`?
                    htpp:\\n  port: 1 | 1:1: no such option `htpp`; did you mean `http`?
                    metrics: {label: {a: b}} | 1:11: no such option `metrics.label`; did you mean `metrics.labels`?
                    colour: {a: b} | 1:1: no such option `colour`; there are config, http, log, context, metrics, push, snapshot, runs, log.fields, metrics.labels, push.labels, presets and annotations
                    joblens.http.port: 1 | 1:1: no such option `joblens.http.port`; did you mean `http.port`?
                    [a]: 1 | 1:1: a key is a list; it takes the name of an option; it is left out
                    config: other.yaml | 1:1: config is in the file itself; it takes one of the other sources; it is left out
                    runs.max: 1\\nruns.max: 2 | 2:1: runs.max is set twice; once is enough; using 1
                    runs.max: 1\\nruns:\\n  max: 2 | 3:3: runs.max is set twice; once is enough; using 1
                    http: {port: 1}\\nhttp: {port: 2} | 2:1: http is set twice; once is enough; the first is used
                    metrics.labels: eu | 1:17: metrics.labels is eu; it takes one option for each label such as metrics.labels.region=eu; using no labels
                    metrics.labels: [a] | 1:17: metrics.labels is a list; it takes one option for each label such as metrics.labels.region=eu; using no labels
                    metrics:\\n  labels: {region: [eu], a: b} | 2:20: metrics.labels.region is a list; it takes a text such as eu; using {a=b}
                    metrics:\\n  labels:\\n    region:\\n | 3:12: metrics.labels.region is empty; it takes a text such as eu; using no labels
                    metrics:\\n  labels: {a: b, a: c} | 2:18: metrics.labels.a is set twice; once is enough; using {a=b}
                    """)
    void names_line_and_column_of_what_is_wrong(String text, String problem) {
        assertThat(reading(text.replace("\\n", "\n")).problems()).containsExactly("joblens.yaml:" + problem);
    }

    @Test
    void names_line_and_column_of_a_label_name_that_is_taken() {
        assertThat(reading("metrics:\n  labels:\n    region: eu\n    job: x\n").problems())
                .containsExactly("joblens.yaml:4:5: metrics.labels has the name job; " + "it takes " + LabelName.TAKES
                        + "; using {region=eu}");
    }

    @Test
    void only_the_wrong_option_falls_back() {
        Configuration configuration = reading("http:\n  port: x\n  host: 0.0.0.0\nrules: []\nlog.format: text\n")
                .load();
        assertThat(configuration.number(Option.HTTP_PORT)).isEqualTo(10464);
        assertThat(configuration.text(Option.HTTP_HOST)).isEqualTo("0.0.0.0");
        assertThat(configuration.text(Option.LOG_FORMAT)).isEqualTo("text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    - a\\n- b | 1:1: the file is a list; it takes a map of options such as http: {port: 0}
                    \\n  hello | 2:3: the file is hello; it takes a map of options such as http: {port: 0}
                    http: {port: 1 | 1:7: this is not valid YAML (while parsing a flow mapping, expected ',' or '}', but got <stream end>)
                    http:\\n\\tport: 1 | 2:1: this is not valid YAML (while scanning for the next token, found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation))
                    a: b: c | 1:5: this is not valid YAML (mapping values are not allowed here)
                    a: *b | 1:4: this is not valid YAML (found undefined alias b)
                    --- {}\\n--- {}\\n | 2:1: this is not valid YAML (expected a single document in the stream, but found another document)
                    """)
    void leaves_the_whole_file_out_when_it_is_no_map_of_options(String text, String problem) {
        Reading reading = reading(text.replace("\\n", "\n").replace("\n\\t", "\n\t"));
        assertThat(reading.problems()).containsExactly("joblens.yaml:" + problem + UNUSED);
        assertThat(reading.load().number(Option.HTTP_PORT)).isEqualTo(10464);
    }

    @Test
    void refuses_another_version_of_yaml() {
        assertThat(reading("%YAML 2.0\n---\nhttp.port: 1\n").problems())
                .containsExactly(
                        "joblens.yaml: the file asks for another version of YAML; it takes %YAML 1.2" + UNUSED);
    }

    @Test
    void names_the_place_of_bytes_that_are_not_utf_8() {
        byte[] latin1 = "# ok\n# caf\u00E9\nhttp.port: 1\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Reading.of().yaml(folder, latin1).problems())
                .containsExactly("joblens.yaml:2:6: byte 0xE9 is not UTF-8; the file takes UTF-8" + UNUSED);
        assertThat(Reading.of()
                        .yaml(folder, "http.port: 1".getBytes(StandardCharsets.UTF_16))
                        .problems())
                .containsExactly("joblens.yaml:1:1: byte 0xFE is not UTF-8; the file takes UTF-8" + UNUSED);
    }

    @Test
    void names_the_place_of_a_control_character() {
        assertThat(reading("a: 1\r\n\uD83D\uDE00: \u0007\n").problems())
                .containsExactly(
                        "joblens.yaml:2:4: character 0x07 is not allowed; YAML takes printable text; nothing of the file is used");
    }

    @Test
    void survives_aliases_within_themselves_and_bombs() {
        assertThat(reading("http: &a\n  port: 7\n  more: *a\n").problems())
                .singleElement()
                .asString()
                .startsWith("joblens.yaml:3:3: no such option `http.more`; ");
        assertThat(reading("a: &a {<<: *a}\n").problems()).hasSize(1);
        StringBuilder bomb = new StringBuilder("l0: &l0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("l" + i + ": &l" + i + " [*l" + (i - 1) + ", *l" + (i - 1) + "]\n");
        }
        assertThat(reading(bomb + "http.port: 7\n").problems()).isNotEmpty();
    }

    @Test
    void survives_a_file_nested_without_end() {
        String problem = "joblens.yaml: it is nested too deeply; options need three levels" + UNUSED;
        assertThat(reading("[".repeat(200_000)).problems()).containsExactly(problem);
        assertThat(reading("- ".repeat(200_000)).problems()).containsExactly(problem);
    }

    @Test
    void survives_any_bytes() {
        Random random = new Random(20_261_101);
        String pieces = "http:port log level: \n\t -[]{}&*!|>'\"%@#,?~<<1\u00E9";
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            if (i % 2 == 0) {
                random.nextBytes(bytes);
            } else {
                StringBuilder text = new StringBuilder();
                for (int j = 0; j < bytes.length; j++) {
                    text.append(pieces.charAt(random.nextInt(pieces.length())));
                }
                bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            }
            for (String problem : Reading.of().yaml(folder, bytes).problems()) {
                assertThat(problem.chars()).allMatch(c -> !Character.isISOControl(c));
            }
        }
    }

    private Reading reading(String text) {
        return Reading.of().yaml(folder, text);
    }
}
