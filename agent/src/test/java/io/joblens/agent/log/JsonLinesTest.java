package io.joblens.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.joblens.bootstrap.job.FieldPolicy;
import io.joblens.bootstrap.log.ApplicationLine;
import io.joblens.bootstrap.log.ApplicationLog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<String> said = new ArrayList<>();
    private final JsonLines lines = new JsonLines(said::add);

    @Test
    void has_its_fields_in_order() {
        ApplicationLine line = lines.line();
        line.head(1_705_314_645_123L, "WARN", "a.Logger", "main", "hello");
        line.context(new LinkedHashMap<>(Map.of("job_id", "j-1")));
        line.field("count", 3);
        line.error(new IllegalStateException("broken"));
        assertThat(text(line.bytes(StandardCharsets.UTF_8)))
                .startsWith("{\"timestamp\":\"2024-01-15T10:30:45.123Z\",\"level\":\"warn\",\"message\":\"hello\","
                        + "\"logger\":\"a.Logger\",\"thread\":\"main\",\"job_id\":\"j-1\",\"count\":3,"
                        + "\"error\":\"broken\",\"error_stack\":\"java.lang.IllegalStateException: broken\\n")
                .endsWith("}\n");
    }

    @Test
    void follows_the_policy_of_fields() throws IOException {
        Map<String, String> names = new HashMap<>();
        names.put("timestamp", "@timestamp");
        names.put("logger", "log.logger");
        names.put("thread", null);
        names.put("error", "error.message");
        FieldPolicy.use(new LogFields(List.of(), List.of("customer"), "0123456789abcdef", names));
        try {
            ApplicationLine line = lines.line();
            line.head(0, "INFO", "a.Logger", "main", "m");
            line.context(Map.of("password", "hunter2"));
            line.field("customer", "ann");
            line.field("log.logger", "theirs");
            line.error(new IllegalStateException("broken"));
            assertThat(parse(line.text()))
                    .containsKeys("@timestamp", "customer")
                    .doesNotContainKeys("timestamp", "thread", "logger", "error")
                    .doesNotContainValue("ann")
                    .containsEntry("password", "***")
                    .containsEntry("log.logger", "a.Logger")
                    .containsEntry("field_log.logger", "theirs")
                    .containsEntry("error.message", "broken");
        } finally {
            FieldPolicy.use(FieldPolicy.NONE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FINEST,trace",
        "FINE,debug",
        "CONFIG,info",
        "WARNING,warn",
        "SEVERE,error",
        "FATAL,error",
        "Audit,audit"
    })
    void has_one_word_for_the_levels_of_all_libraries(String name, String word) throws IOException {
        ApplicationLine line = lines.line();
        line.head(0, name, null, null, "m");
        assertThat(parse(line.text())).containsEntry("level", word);
    }

    @Test
    void keeps_under_a_prefix_what_is_named_like_a_field_of_its_own() throws IOException {
        ApplicationLine line = lines.line();
        line.head(0, "INFO", "l", null, "m");
        line.field("message", "theirs");
        line.field("field_message", "taken");
        line.field("logger", "theirs");
        line.field("thread", "free");
        line.field("error", "free");
        assertThat(parse(line.text()))
                .containsEntry("message", "m")
                .containsEntry("field_field_message", "theirs")
                .containsEntry("field_message", "taken")
                .containsEntry("field_logger", "theirs")
                .containsEntry("thread", "free")
                .containsEntry("error", "free");
    }

    @Test
    void takes_the_words_of_an_error_of_another_jvm() throws IOException {
        ApplicationLine line = lines.line();
        line.head(0, "INFO", null, null, "m");
        line.error("far.Away", null, "far.Away\n\tat far");
        assertThat(parse(line.text()))
                .containsEntry("error", "far.Away")
                .containsEntry("error_stack", "far.Away\n\tat far");
    }

    @Test
    void is_json_whatever_it_holds() throws IOException {
        Random random = new Random(42);
        for (int round = 0; round < 2_000; round++) {
            ApplicationLine line = lines.line();
            String message = text(random);
            line.head(random.nextLong(), text(random), text(random), text(random), message);
            Map<Object, Object> context = new HashMap<>();
            for (int i = random.nextInt(20); i > 0; i--) {
                context.put(random.nextInt(9) == 0 ? null : text(random), value(random));
                line.field(text(random), value(random));
            }
            line.context(random.nextInt(9) == 0 ? null : context);
            line.error(random.nextBoolean() ? null : new IllegalStateException(text(random)));
            Charset charset = random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16LE;
            String written = new String(line.bytes(charset), charset);
            assertThat(written.indexOf('\n')).isEqualTo(written.length() - 1);
            Map<String, Object> parsed = parse(written);
            if (message != null && message.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
                assertThat(parsed).containsEntry("message", message);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000_000, 3_000_000})
    void cuts_a_message_only_when_it_is_longer_than_any_plain_line_should_be(int length) throws IOException {
        ApplicationLine line = lines.line();
        line.head(0, "INFO", null, null, "x".repeat(length));
        String message = (String) parse(line.text()).get("message");
        assertThat(message.length()).isBetween(Math.min(length, 1_000_000), 1_050_000);
    }

    @Test
    void takes_ten_thousand_fields() throws IOException {
        ApplicationLine line = lines.line();
        line.head(0, "INFO", null, null, "m");
        for (int i = 0; i < 10_000; i++) {
            line.field("f" + i, i);
            line.field("f" + i / 2, -i);
        }
        assertThat(parse(line.text())).hasSize(10_003).containsEntry("f9999", 9999);
    }

    @Test
    void shows_a_number_only_where_the_jdk_spells_it() throws IOException {
        ApplicationLine line = lines.line();
        line.head(0, "INFO", null, null, "m");
        line.field("big", new BigDecimal("1E+400"));
        line.field("odd", new OddNumber());
        line.field("nan", Float.NaN);
        line.field("attempts", "2");
        assertThat(parse(line.text()))
                .containsEntry("odd", "} not a number")
                .containsEntry("nan", "NaN")
                .containsEntry("attempts", "2 as a number");
    }

    @Test
    void survives_a_map_that_throws_and_an_object_that_does() throws IOException {
        ApplicationLine line = lines.line();
        line.head(0, "INFO", null, null, "m");
        line.field("broken", new Object() {
            @Override
            public String toString() {
                throw new StackOverflowError();
            }
        });
        assertThat((String) parse(line.text()).get("broken")).contains("threw java.lang.StackOverflowError");
    }

    @Test
    void allocates_the_bytes_and_nothing_else() {
        Map<String, String> context = new HashMap<>(Map.of("job_id", "job-1", "attempts", "1", "own", "mine"));
        int size = once(context).length;
        for (int i = 0; i < 20_000; i++) {
            once(context);
        }
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            once(context);
        }
        long perLine = (threads.getCurrentThreadAllocatedBytes() - before) / 10_000;
        assertThat(perLine).isLessThan(size + 32);
    }

    private byte[] once(Map<String, String> context) {
        ApplicationLine line = lines.line();
        line.head(1_705_314_645_123L, "INFO", "a.Logger", "main", "Nothing happened");
        line.context(context);
        line.field("more", "text");
        return line.bytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "%d %msg%n                 |                | 2",
                "{\"time\": \"%d\"}%n      |                | 1",
                "{%thread} %msg            |                | 2",
                "<%p> %msg                 |                | 2",
                "{\"message\":\"hi\"}      | hi             | 1",
                "{\"a\": 1}                | {\"a\": 1}     | 2",
                "{not json}                | not json       | 2",
                "<event>hi</event>         | hi             | 1",
                "<!DOCTYPE html>           |                | 1",
                "<13>Jan 1 hi              | hi             | 2",
                "hi                        | hi             | 2"
            })
    void decides_by_a_pattern_or_a_line(String sample, String message, int decision) {
        Object output = new Object();
        assertThat(lines.decision(output)).isEqualTo(ApplicationLog.UNDECIDED);
        lines.belongs(output, "appender A");
        assertThat(lines.decide(output, sample, message)).isEqualTo(decision);
        lines.decide(output, "{\"other\":1}", "x");
        lines.keep(output, "of something else");
        assertThat(lines.decision(output)).isEqualTo(decision);
        assertThat(said).hasSize(1).first().asString().startsWith("the application's log: appender A ");
    }

    @Test
    void lets_outputs_go_with_their_application() {
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Object output = new Object();
            kept.add(output);
            lines.decide(output, i % 2 == 0 ? "%msg" : "{\"a\": 1}", null);
        }
        for (int i = 0; i < 1_000; i++) {
            assertThat(lines.decision(kept.get(i))).isEqualTo(i % 2 == 0 ? ApplicationLog.JSON : ApplicationLog.KEPT);
        }
        java.lang.ref.WeakReference<Object> first = new java.lang.ref.WeakReference<>(kept.get(0));
        kept.clear();
        Awaitility.await().until(() -> {
            System.gc();
            return first.get() == null;
        });
    }

    private static String text(Random random) {
        if (random.nextInt(20) == 0) {
            return null;
        }
        char[] chars = new char[random.nextInt(12)];
        for (int i = 0; i < chars.length; i++) {
            int kind = random.nextInt(4);
            chars[i] = (char)
                    (kind == 0 ? random.nextInt(0x20) : kind == 1 ? random.nextInt(0x10000) : random.nextInt(0x80));
        }
        return new String(chars);
    }

    private static Object value(Random random) {
        List<Object> values = Arrays.asList(
                null,
                Double.NaN,
                Float.NEGATIVE_INFINITY,
                random.nextLong(),
                true,
                'c',
                new OddNumber(),
                new int[3],
                random.nextDouble(),
                text(random),
                new Exception(text(random)));
        return values.get(random.nextInt(values.size()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Map<String, Object> parse(String line) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        try (JsonParser parser = STRICT.createParser(line)) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken token = parser.nextToken();
                fields.put(name, token == JsonToken.VALUE_NUMBER_INT ? number(name, parser) : parser.getText());
            }
            assertThat(parser.nextToken()).isNull();
        }
        return fields;
    }

    private static Object number(String name, JsonParser parser) throws IOException {
        return name.equals("attempts") ? parser.getText() + " as a number" : parser.getNumberValue();
    }

    /** A decimal that spells itself. */
    private static final class OddNumber extends BigDecimal {
        private static final long serialVersionUID = 1;

        OddNumber() {
            super(1);
        }

        @Override
        public String toString() {
            return "} not a number";
        }
    }
}
