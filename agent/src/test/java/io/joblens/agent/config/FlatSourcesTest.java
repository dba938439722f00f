package io.joblens.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlatSourcesTest {

    private static final String ALL_OPTIONS =
            "there are enabled, config, config.reload, http.enabled, http.host, http.port, http.port-attempts, http.port-file, http.web-config, http.token, http.token-file, log.level,"
                    + " log.format, log.lifecycle, log.application, log.fields, log.mask, log.hash, log.hash-salt, context.follow, metrics.exemplars, metrics.jvm, metrics.labels, metrics.max-types, metrics.window, presets, push.url, push.job, push.labels, push.user, push.password, push.password-file, push.interval, push.timeout, snapshot.file, snapshot.log, runs.max and"
                    + " runs.max-age";

    @TempDir
    private Path folder;

    @Test
    void reads_several_arguments() {
        Reading reading = Reading.of().arguments("http.port=1,log.format=text,metrics.labels.region=eu");
        Configuration configuration = reading.load();

        assertThat(reading.problems()).isEmpty();
        assertThat(configuration.number(Option.HTTP_PORT)).isEqualTo(1);
        assertThat(configuration.text(Option.LOG_FORMAT)).isEqualTo("text");
        assertThat(configuration.labels()).containsExactly(Map.entry("region", "eu"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", " , ,", ",,http.port=1,", " http.port = 1 "})
    void ignores_empty_pieces_and_space(String arguments) {
        assertThat(Reading.of().arguments(arguments).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    http.port=x | agent argument, column 11: http.port is x; it takes a whole number from 0 to 65535; using 10464
                    enabled=true,log.format=xml | agent argument, column 25: log.format is xml; it takes json or text; using json
                    ,, http.port= 1x  | agent argument, column 15: http.port is 1x; it takes a whole number from 0 to 65535; using 10464
                    log.level= | agent argument, column 11: log.level is empty; it takes debug, info, warn or error; using info
                    enabled=true,http.port | agent argument, column 14: http.port is empty; it takes a whole number from 0 to 65535; using 10464
                    foo | agent argument, column 1: foo has no value; an argument is name=value such as http.port=0, or the path of a .yaml file; it is left out
                    http.port=1,http.port=2 | agent argument, column 13: http.port is set twice; once is enough; using 1
                    metrics.labels.a=1,metrics.labels.a=2 | agent argument, column 20: metrics.labels.a is set twice; once is enough; using {a=1}
                    metrics.labels=a=1 | agent argument, column 16: metrics.labels is a=1; it takes one option for each label such as metrics.labels.region=eu; using no labels
                    """)
    void names_the_column_of_a_bad_argument(String arguments, String problem) {
        assertThat(Reading.of().arguments(arguments).problems()).containsExactly(problem);
    }

    @Test
    void keeps_the_other_options_when_one_is_wrong() {
        Configuration configuration =
                Reading.of().arguments("http.port=x,log.format=text").load();
        assertThat(configuration.number(Option.HTTP_PORT)).isEqualTo(10464);
        assertThat(configuration.text(Option.LOG_FORMAT)).isEqualTo("text");
    }

    @Test
    void takes_a_lone_path_as_the_file() {
        Reading.of().yaml(folder, "http.port: 7\n");
        Reading reading = Reading.of().arguments(folder.resolve("joblens.yaml") + ",log.format=text");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.load().number(Option.HTTP_PORT)).isEqualTo(7);
        assertThat(Reading.of().arguments("a.yml,b.yaml").problems())
                .contains("agent argument, column 7: config is set twice; once is enough; using a.yml");
    }

    @ParameterizedTest
    @CsvSource({
        "http.prot, http.port",
        "http.prt, http.port",
        "port, http.port",
        "max-age, runs.max-age",
        "joblens.log.level, log.level",
        "log.fromat, log.format",
        "loglevel, log.level",
        "metrics.maxtypes, metrics.max-types",
        "enable, enabled",
        "Enabled, enabled"
    })
    void suggests_the_option_that_was_meant(String wrong, String meant) {
        String sentence = "no such option `" + wrong + "`; did you mean `" + meant + "`?";
        assertThat(Reading.of().arguments(wrong + "=1").problems())
                .containsExactly("agent argument, column 1: " + sentence);
        assertThat(Reading.of().property("joblens." + wrong, "1").problems())
                .containsExactly("system property joblens." + wrong + ": " + sentence);
    }

    @Test
    void suggests_a_variable_for_a_variable() {
        assertThat(Reading.of().variable("JOBLENS_HTTP_PROT", "1").problems())
                .containsExactly("environment JOBLENS_HTTP_PROT: no such option `JOBLENS_HTTP_PROT`;"
                        + " did you mean `JOBLENS_HTTP_PORT`?");
    }

    @Test
    void lists_the_options_when_none_is_near() {
        assertThat(Reading.of().arguments("colour=red").problems())
                .containsExactly("agent argument, column 1: no such option `colour`; " + ALL_OPTIONS);
        String long200 = "x".repeat(200);
        assertThat(Reading.of().property("joblens." + long200, "").problems())
                .containsExactly("system property joblens." + "x".repeat(72) + "...: no such option `" + "x".repeat(80)
                        + "...`; " + ALL_OPTIONS);
    }

    @Test
    void stops_listing_after_fifty_problems() {
        Reading reading = Reading.of();
        for (int i = 0; i < 70; i++) {
            reading.property("joblens.colour" + i, "red");
        }
        assertThat(reading.problems()).hasSize(51).last().isEqualTo("configuration: 20 more problems like these");
    }

    @ParameterizedTest
    @CsvSource({
        "METRICS_ENABLED, no, enabled is no; it takes true or false; using true",
        "LOG_LEVEL, verbose, 'log.level is verbose; it takes debug, info, warn or error; using info'",
        "LOG_FORMAT, logfmt, log.format is logfmt; it takes json or text; using json"
    })
    void a_wrong_value_in_a_variable_of_the_seed_is_one_line_and_the_default(
            String variable, String value, String sentence) {
        assertThat(Reading.of().variable(variable, value).problems())
                .containsExactly("environment " + variable + ": " + sentence);
    }

    @Test
    void reads_the_variables_of_the_seed() {
        Reading reading = Reading.of()
                .variable("METRICS_ENABLED", "false")
                .variable("LOG_LEVEL", "WARNING")
                .variable("LOG_FORMAT", "text");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.load().flag(Option.ENABLED)).isFalse();
        assertThat(reading.load().text(Option.LOG_LEVEL)).isEqualTo("warn");
        assertThat(reading.load().text(Option.LOG_FORMAT)).isEqualTo("text");
    }

    @Test
    void says_nothing_of_an_applications_own_log_level_once_ours_is_set() {
        Reading reading = Reading.of().variable("LOG_LEVEL", "TRACE").variable("JOBLENS_LOG_LEVEL", "error");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.load().text(Option.LOG_LEVEL)).isEqualTo("error");
    }

    @Test
    void an_empty_variable_is_none() {
        Reading reading = Reading.of()
                .variable("JOBLENS_HTTP_PORT", "")
                .variable("JOBLENS_COLOUR", " ")
                .variable("LOG_LEVEL", "");
        assertThat(reading.problems()).isEmpty();
        assertThat(Reading.of().property("joblens.http.port", "").problems())
                .containsExactly("system property joblens.http.port: http.port is empty;"
                        + " it takes a whole number from 0 to 65535; using 10464");
    }

    @Test
    void leaves_the_service_links_of_kubernetes_alone() {
        Reading reading = Reading.of()
                .variable("JOBLENS_SERVICE_HOST", "10.0.0.1")
                .variable("JOBLENS_SERVICE_PORT_METRICS", "10464")
                .variable("JOBLENS_PORT", "tcp://10.0.0.1:10464")
                .variable("JOBLENS_PORT_10464_TCP_ADDR", "10.0.0.1");
        assertThat(reading.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"job_type", "scan", "operation", "le", "job", "instance", "__name__", "9a", "a-b", "ä", ""})
    void refuses_a_label_name_that_is_not_free(String name) {
        String shown = name.isEmpty() ? "empty" : name;
        assertThat(Reading.of().arguments("metrics.labels." + name + "=x").problems())
                .containsExactly("agent argument, column 1: metrics.labels has the name " + shown
                        + "; it takes letters, digits and _, no digit and no __ first, and not job_type, scan,"
                        + " operation, le, job or instance; using no labels");
    }

    @Test
    void a_wrong_label_leaves_the_others() {
        Reading reading = Reading.of().arguments("metrics.labels.zone=b,metrics.labels.region=");
        assertThat(reading.problems())
                .containsExactly("agent argument, column 45: metrics.labels.region is empty;"
                        + " it takes a text such as eu; using {zone=b}");
    }

    @Test
    void labels_of_all_sources_come_together() {
        Reading reading = Reading.of()
                .arguments("metrics.labels.region=eu")
                .property("joblens.metrics.labels.region", "us")
                .property("joblens.metrics.labels.Zone", "b")
                .variable("JOBLENS_METRICS_LABELS_SERVICE_NAME", "worker")
                .yaml(folder, "metrics:\n  labels: {region: af, tier: 1}\n");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.load().labels())
                .containsExactly(
                        Map.entry("Zone", "b"),
                        Map.entry("region", "eu"),
                        Map.entry("service_name", "worker"),
                        Map.entry("tier", "1"));
    }

    @Test
    void survives_properties_that_are_no_strings() {
        Properties properties = new Properties();
        properties.put(42, new Object());
        properties.put("joblens.http.port", 8080);
        properties.put("joblens.log.format", "text");
        List<String> problems = new ArrayList<>();
        Configuration configuration = Configuration.load(null, new Sources(properties, Map.of()), problems::add);

        assertThat(problems).isEmpty();
        assertThat(configuration.number(Option.HTTP_PORT)).isEqualTo(10464);
        assertThat(configuration.text(Option.LOG_FORMAT)).isEqualTo("text");
    }

    @Test
    void survives_sources_that_may_not_be_read() {
        List<String> problems = new ArrayList<>();
        Configuration configuration = Configuration.load("http.port=1", new Sources(null, null), problems::add);
        assertThat(configuration.number(Option.HTTP_PORT)).isEqualTo(1);
        assertThat(problems)
                .containsExactly(
                        "system properties: they cannot be read; a security manager may deny it; using none",
                        "environment: it cannot be read; a security manager may deny it; using nothing of it");

        problems.clear();
        Configuration.load(null, new Sources(new DenyingProperties(), Map.of()), problems::add);
        assertThat(problems)
                .containsExactly("system properties: they cannot be read; a security manager may deny it; using none");
    }

    private static final class DenyingProperties extends Properties {
        @Override
        public Set<String> stringPropertyNames() {
            throw new SecurityException("denied");
        }
    }

    @Test
    void reads_the_sources_of_this_jvm() {
        List<String> problems = new ArrayList<>();
        assertThat(Configuration.load(null, Sources.ofThisJvm(), problems::add).number(Option.HTTP_PORT))
                .isBetween(0, 65535);
    }
}
