package io.joblens.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Good and bad values of every option, each through all four sources. */
class OptionValuesTest {

    private static final String LONG = "x".repeat(200);

    @TempDir
    private Path folder;

    static List<Arguments> good() {
        return List.of(
                arguments(Option.ENABLED, "false", false),
                arguments(Option.ENABLED, "True", true),
                arguments(Option.HTTP_ENABLED, "FALSE", false),
                arguments(Option.HTTP_HOST, "0.0.0.0", "0.0.0.0"),
                arguments(Option.HTTP_HOST, "worker-1.local", "worker-1.local"),
                arguments(Option.HTTP_PORT, "0", 0),
                arguments(Option.HTTP_PORT, "65535", 65535),
                arguments(Option.LOG_LEVEL, "debug", "debug"),
                arguments(Option.LOG_LEVEL, "INFO", "info"),
                arguments(Option.LOG_LEVEL, "WARNING", "warn"),
                arguments(Option.LOG_LEVEL, "error", "error"),
                arguments(Option.LOG_FORMAT, "text", "text"),
                arguments(Option.LOG_LIFECYCLE, "false", false),
                arguments(Option.LOG_APPLICATION, "off", "off"),
                arguments(Option.LOG_APPLICATION, "JSON", "json"),
                arguments(Option.METRICS_MAX_TYPES, "1", 1),
                arguments(Option.METRICS_MAX_TYPES, "10000", 10_000),
                arguments(Option.METRICS_WINDOW, "1", 1),
                arguments(Option.METRICS_WINDOW, "100000", 100_000),
                arguments(Option.RUNS_MAX, "1", 1),
                arguments(Option.RUNS_MAX, "1000000", 1_000_000),
                arguments(Option.RUNS_MAX_AGE, "1s", TimeUnit.SECONDS.toNanos(1)),
                arguments(Option.RUNS_MAX_AGE, "30s", TimeUnit.SECONDS.toNanos(30)),
                arguments(Option.RUNS_MAX_AGE, "5m", TimeUnit.MINUTES.toNanos(5)),
                arguments(Option.RUNS_MAX_AGE, "24h", TimeUnit.HOURS.toNanos(24)),
                arguments(Option.RUNS_MAX_AGE, "365d", TimeUnit.DAYS.toNanos(365)));
    }

    @ParameterizedTest
    @MethodSource("good")
    void takes_a_good_value_from_every_source(Option option, String text, Object value) {
        for (Reading reading : everySource(option, text)) {
            assertThat(reading.problems()).isEmpty();
            assertThat(value(reading.load(), option)).isEqualTo(value);
        }
    }

    static List<Arguments> bad() {
        String flag = "true or false";
        String port = "a whole number from 0 to 65535";
        String age = "a duration from 1s to 365d such as 30s, 5m, 24h or 7d";
        String host = "a host name or an address such as 127.0.0.1";
        return List.of(
                arguments(Option.ENABLED, "0", flag, "true"),
                arguments(Option.HTTP_ENABLED, "yes", flag, "true"),
                arguments(Option.HTTP_HOST, "http://localhost", host, "127.0.0.1"),
                arguments(Option.HTTP_HOST, "localhost:8080", host, "127.0.0.1"),
                arguments(Option.HTTP_HOST, "two hosts", host, "127.0.0.1"),
                arguments(Option.HTTP_PORT, "99999", port, "10464"),
                arguments(Option.HTTP_PORT, "65536", port, "10464"),
                arguments(Option.HTTP_PORT, "-1", port, "10464"),
                arguments(Option.HTTP_PORT, "+1", port, "10464"),
                arguments(Option.HTTP_PORT, "1.0", port, "10464"),
                arguments(Option.HTTP_PORT, "1e3", port, "10464"),
                arguments(Option.HTTP_PORT, "0x50", port, "10464"),
                arguments(Option.HTTP_PORT, "0080", port, "10464"),
                arguments(Option.HTTP_PORT, "٨٠", port, "10464"),
                arguments(Option.HTTP_PORT, "18446744073709551696", port, "10464"),
                arguments(Option.LOG_LEVEL, "trace", "debug, info, warn or error", "info"),
                arguments(Option.LOG_FORMAT, "xml", "json or text", "json"),
                arguments(Option.LOG_LIFECYCLE, "off", flag, "true"),
                arguments(Option.LOG_APPLICATION, "true", "off, context or json", "context"),
                arguments(Option.METRICS_MAX_TYPES, "0", "a whole number from 1 to 10000", "200"),
                arguments(Option.METRICS_MAX_TYPES, "10001", "a whole number from 1 to 10000", "200"),
                arguments(Option.METRICS_WINDOW, "100001", "a whole number from 1 to 100000", "1000"),
                arguments(Option.RUNS_MAX, "many", "a whole number from 1 to 1000000", "10000"),
                arguments(Option.RUNS_MAX_AGE, "24", age, "24h"),
                arguments(Option.RUNS_MAX_AGE, "0s", age, "24h"),
                arguments(Option.RUNS_MAX_AGE, "1.5h", age, "24h"),
                arguments(Option.RUNS_MAX_AGE, "366d", age, "24h"),
                arguments(Option.RUNS_MAX_AGE, "999999999999999999d", age, "24h"),
                arguments(Option.RUNS_MAX_AGE, "h", age, "24h"),
                arguments(Option.RUNS_MAX_AGE, "-5m", age, "24h"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void names_the_place_of_a_bad_value_in_every_source_and_uses_the_default(
            Option option, String text, String takes, String used) {
        String sentence = ": " + option.key() + " is " + text + "; it takes " + takes + "; using " + used;
        List<String> places = List.of(
                "agent argument, column " + (option.key().length() + 2),
                "system property " + option.property(),
                "environment " + option.variable(),
                "joblens.yaml:1:" + (option.key().length() + 3));
        List<Reading> readings = everySource(option, text);
        for (int i = 0; i < places.size(); i++) {
            assertThat(readings.get(i).problems()).containsExactly(places.get(i) + sentence);
            assertThat(value(readings.get(i).load(), option))
                    .isEqualTo(value(Reading.of().load(), option));
        }
    }

    private List<Reading> everySource(Option option, String text) {
        return List.of(
                Reading.of().arguments(option.key() + "=" + text),
                Reading.of().property(option.property(), text),
                Reading.of().variable(option.variable(), text),
                Reading.of().yaml(folder, option.key() + ": " + text + "\n"));
    }

    private static Object value(Configuration configuration, Option option) {
        String fallback = option.defaultText();
        if (fallback.equals("true")) return configuration.flag(option);
        if (option == Option.RUNS_MAX_AGE) return configuration.nanos(option);
        boolean isNumber = fallback.chars().allMatch(Character::isDigit);
        if (isNumber) return configuration.number(option);
        return configuration.text(option);
    }

    @Test
    void has_the_documented_defaults() {
        Reading reading = Reading.of();
        Configuration configuration = reading.load();

        assertThat(reading.problems()).isEmpty();
        assertThat(configuration.flag(Option.ENABLED)).isTrue();
        assertThat(configuration.text(Option.CONFIG)).isNull();
        assertThat(configuration.flag(Option.HTTP_ENABLED)).isTrue();
        assertThat(configuration.text(Option.HTTP_HOST)).isEqualTo("127.0.0.1");
        assertThat(configuration.number(Option.HTTP_PORT)).isEqualTo(10464);
        assertThat(configuration.text(Option.LOG_LEVEL)).isEqualTo("info");
        assertThat(configuration.text(Option.LOG_FORMAT)).isEqualTo("json");
        assertThat(configuration.flag(Option.LOG_LIFECYCLE)).isTrue();
        assertThat(configuration.text(Option.LOG_APPLICATION)).isEqualTo("context");
        assertThat(configuration.labels()).isEmpty();
        assertThat(configuration.number(Option.METRICS_MAX_TYPES)).isEqualTo(200);
        assertThat(configuration.number(Option.METRICS_WINDOW)).isEqualTo(1000);
        assertThat(configuration.number(Option.RUNS_MAX)).isEqualTo(10_000);
        assertThat(configuration.nanos(Option.RUNS_MAX_AGE)).isEqualTo(TimeUnit.HOURS.toNanos(24));
    }

    @Test
    void derives_every_name_the_same_way() {
        assertThat(Option.METRICS_MAX_TYPES.key()).isEqualTo("metrics.max-types");
        assertThat(Option.METRICS_MAX_TYPES.property()).isEqualTo("joblens.metrics.max-types");
        assertThat(Option.METRICS_MAX_TYPES.variable()).isEqualTo("JOBLENS_METRICS_MAX_TYPES");
        for (Option option : Option.values()) {
            assertThat(option.description()).endsWith(".");
            assertThat(Option.withKey(option.key())).isSameAs(option);
            assertThat(Option.withVariable(option.variable())).isSameAs(option);
        }
    }

    @Test
    void keeps_an_odd_value_on_one_line() {
        assertThat(Reading.of()
                        .property("joblens.log.level", "a\nb\r\t\u0000\u202E\uD800z")
                        .problems())
                .containsExactly("system property joblens.log.level: log.level is a\\nb\\r\\t\\u{0}\\u{202e}\\u{d800}z;"
                        + " it takes debug, info, warn or error; using info");
    }

    @Test
    void shortens_a_long_value() {
        assertThat(Reading.of().property("joblens.log.level", LONG).problems())
                .containsExactly("system property joblens.log.level: log.level is " + LONG.substring(0, 80)
                        + "...; it takes debug, info, warn or error; using info");
    }

    @Test
    void takes_an_ipv6_address_to_listen_on() {
        Reading reading = Reading.of().arguments("http.host=::1");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.load().text(Option.HTTP_HOST)).isEqualTo("::1");
    }
}
