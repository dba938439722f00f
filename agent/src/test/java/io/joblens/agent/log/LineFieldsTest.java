package io.joblens.agent.log;

import static io.joblens.agent.log.Written.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Outcome;
import io.joblens.bootstrap.report.Reports;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineFieldsTest {
    private final Written written = Written.json();

    @Test
    void leaves_out_fields_without_a_value() {
        assertThat(created("a", null, "b", 1)).contains(entry("b", 1)).doesNotContainKey("a");
    }

    @Test
    void lets_the_end_replace_what_the_start_knew() {
        JobRun run = written.run(fields("a", 1, "b", 2, "c", 3));
        written.log.ended(run, Outcome.COMPLETED, 0, null, fields("d", 4, "b", "new", "c", null));
        Map<String, Object> line = written.takeJson();
        assertThat(line).containsEntry("b", "new").containsEntry("c", 3);
        assertThat(new ArrayList<>(line.keySet())).endsWith("a", "b", "c", "d");
    }

    @Test
    void writes_no_name_twice() {
        assertThat(created("a", 1, "b", 2, "a", 3)).containsEntry("a", 3).containsEntry("b", 2);
    }

    @Test
    void keeps_fields_named_like_what_the_line_has_under_a_prefix() {
        JobRun run = written.run(Fields.NONE);
        Fields more = fields(
                "timestamp", "t", "level", "l", "message", "m", "job_id", "other", "status", "draft", "duration_ms", 0);
        written.log.ended(run, Outcome.COMPLETED, 0, null, more);
        assertThat(written.takeJson())
                .containsEntry("message", "Job completed")
                .containsEntry("job_id", "job-123")
                .containsEntry("status", "completed")
                .contains(
                        entry("field_timestamp", "t"),
                        entry("field_level", "l"),
                        entry("field_message", "m"),
                        entry("field_job_id", "other"),
                        entry("field_status", "draft"),
                        entry("field_duration_ms", 0));
    }

    @Test
    void takes_another_prefix_where_that_name_is_a_field_too() {
        assertThat(created("level", 1, "field_level", 2))
                .contains(entry("field_level", 2), entry("field_field_level", 1));
    }

    @Test
    void says_the_same_thing_once() {
        JobRun run = written.run(Fields.NONE);
        written.log.operated("upload", true, 0, null, run, fields("job_id", "job-123", "attempts", "2"));
        assertThat(written.takeJson())
                .containsEntry("attempts", 2)
                .doesNotContainKeys("field_job_id", "field_attempts");
    }

    @Test
    void lets_fields_stand_where_the_line_has_nothing_of_its_own() {
        written.log.started(written.run(fields("page", 1, "status", "draft")));
        assertThat(new ArrayList<>(written.takeJson().keySet())).endsWith("attempts", "status", "page");
    }

    @Test
    void writes_numbers_as_numbers() {
        assertThat(created("l", Long.MIN_VALUE, "i", -1, "s", (short) 3, "y", (byte) 4))
                .contains(entry("l", Long.MIN_VALUE), entry("i", -1), entry("s", 3), entry("y", 4));
        assertThat(created("f", 0.1f, "d", 125.5, "e", 1e300, "z", -0.000001))
                .contains(
                        entry("f", new BigDecimal("0.1")),
                        entry("d", new BigDecimal("125.5")),
                        entry("e", new BigDecimal("1.0E300")),
                        entry("z", new BigDecimal("-0.000001")));
        BigInteger big = BigInteger.TEN.pow(400);
        assertThat(created("n", new BigDecimal("1.20"), "b", big))
                .contains(entry("n", new BigDecimal("1.20")), entry("b", big));
    }

    @Test
    void writes_what_json_has_no_number_for_as_text() {
        assertThat(created("n", Double.NaN, "i", Float.NEGATIVE_INFINITY))
                .contains(entry("n", "NaN"), entry("i", "-Infinity"));
        assertThat((String) created("b", BigInteger.TEN.pow(40_000)).get("b")).endsWith("(cut, of 40001 characters)");
    }

    @Test
    void writes_truth_as_such() {
        assertThat(created("yes", true, "no", false)).contains(entry("yes", true), entry("no", false));
    }

    @Test
    void cuts_long_values() {
        String cut = (String) created("a", "x".repeat(1 << 20)).get("a");
        assertThat(cut).hasSizeLessThan(TextChars.MOST + 100).endsWith("xxx ... (cut, of 1048576 characters)");
        String pairs = (String)
                created("a", "x" + "\uD83D\uDE00".repeat(TextChars.MOST)).get("a");
        assertThat(pairs).contains("\uD83D\uDE00 ... (cut").doesNotContain("\uFFFD");
    }

    @Test
    void replaces_halves_of_surrogate_pairs_in_names_and_values() {
        assertThat(created("\uD800n", "a\uDC00\uD83D\uDE00\uD83D"))
                .containsEntry("\uFFFDn", "a\uFFFD\uD83D\uDE00\uFFFD");
    }

    @Test
    void keeps_pairs_whole_wherever_they_stand_in_a_long_value() {
        for (int before = 0; before < 2; before++) {
            String text = "x".repeat(before) + "\uD83D\uDE00".repeat(10_000);
            assertThat(created("a", text)).containsEntry("a", text);
        }
    }

    @Test
    void quotes_in_text_what_would_not_read_back() {
        assertThat(text("plain\\path/\u00E9\u20AC\uD83D\uDE00")).isEqualTo("plain\\path/\u00E9\u20AC\uD83D\uDE00");
        assertThat(text("")).isEqualTo("\"\"");
        assertThat(text("two words")).isEqualTo("\"two words\"");
        assertThat(text("a=b")).isEqualTo("\"a=b\"");
        assertThat(text("say \"\\\"")).isEqualTo("\"say \\\"\\\\\\\"\"");
        assertThat(text("\n\r\t\u001B\u0085\u2028")).isEqualTo("\"\\n\\r\\t\\u001b\\u0085\\u2028\"");
        assertThat(text(125.5)).isEqualTo("125.5");
        assertThat(text(true)).isEqualTo("true");
        assertThat(text(Double.NaN)).isEqualTo("NaN");
        assertThat(text(new BigDecimal("1.20"))).isEqualTo("1.20");
    }

    @Test
    void quotes_names_in_text_too() {
        Written text = Written.text();
        text.log.created(null, null, null, fields("my name", 1));
        assertThat(text.take()).endsWith("Job created \"my name\"=1\n");
    }

    @Test
    void goes_on_when_the_stream_is_broken() {
        LifecycleLog log = LifecycleLog.to(new BrokenStream(), Level.INFO, LineFormat.JSON, Written.CLOCK);
        log.created(null, 1, 2, Fields.NONE);
        log.created(null, 1, 2, Fields.NONE);
        assertThat(Reports.errors().sum()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void goes_on_after_a_line_that_could_not_be_made() {
        written.log.created(null, new Unspeakable(), 2, Fields.NONE);
        assertThat(written.take()).isEmpty();
        assertThat(created("a", 1)).containsEntry("a", 1);
    }

    private Map<String, Object> created(Object... namesAndValues) {
        written.log.created(null, 1, 2, fields(namesAndValues));
        return written.takeJson();
    }

    private static String text(Object value) {
        Written text = Written.text();
        text.log.created(null, null, null, fields("v", value));
        String line = text.take();
        assertThat(line).endsWith("\n");
        return line.substring(line.indexOf("v=") + 2, line.length() - 1);
    }

    private static final class BrokenStream extends PrintStream {
        BrokenStream() {
            super(OutputStream.nullOutputStream());
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            throw new IllegalStateException("closed on purpose");
        }
    }

    private static final class Unspeakable extends Number {
        @Override
        public int intValue() {
            return 0;
        }

        @Override
        public long longValue() {
            return 0;
        }

        @Override
        public float floatValue() {
            return 0;
        }

        @Override
        public double doubleValue() {
            return 0;
        }

        @Override
        public String toString() {
            throw new IllegalStateException("on purpose");
        }
    }
}
