package io.joblens.agent.log;

import static io.joblens.agent.log.Written.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.job.FieldPolicy;
import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Outcome;
import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.HistogramReading;
import io.joblens.bootstrap.metrics.Labels;
import io.joblens.bootstrap.metrics.MetricSink;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobLogLinesTest {
    private final Written written = Written.json();
    private final JobLogLines lines = new JobLogLines(written.log, written.jobs, written.registry);

    @AfterEach
    void leaves_no_run_behind() {
        FieldPolicy.use(FieldPolicy.NONE);
        assertThat(written.jobs.inFlight(null, null)).isNull();
    }

    @Test
    void a_message_has_the_fields_of_the_current_job_and_its_own() {
        JobRun run = written.run(fields("file_count", 5));
        message("warn", "Unusual condition", "disk", "full", "ratio", 0.5, "nothing", null);
        assertThat(written.takeJson())
                .containsEntry("level", "warn")
                .containsEntry("message", "Unusual condition")
                .containsEntry("job_id", "job-123")
                .containsEntry("user_id", "user-456")
                .containsEntry("file_count", 5)
                .containsEntry("disk", "full")
                .containsEntry("ratio", new BigDecimal("0.5"))
                .doesNotContainKey("nothing");
        message("info", "Other", "user_id", "somebody");
        assertThat(written.takeJson()).containsEntry("user_id", "somebody").doesNotContainKey("field_user_id");
        written.jobs.end(run, Outcome.COMPLETED, null, Fields.NONE);
    }

    @Test
    void anything_may_be_handed_over() {
        message("info", null, (Object[]) null);
        assertThat(written.takeJson()).containsEntry("message", "null").hasSize(3);
        message("info", "m", null, 1, "alone");
        assertThat(written.takeJson()).containsEntry("null", 1).containsEntry("unpaired", "alone");
        message("info", "m", "broken", new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no");
            }
        });
        assertThat((String) written.takeJson().get("broken")).endsWith(" threw java.lang.IllegalStateException)");
        message("info", "m", "level", "mine", "timestamp", "then", "level", "again");
        assertThat(written.takeJson())
                .containsEntry("level", "info")
                .containsEntry("field_level", "again")
                .containsEntry("field_timestamp", "then");
        message("info", "two\nlines \uD800", "a", Double.NaN);
        assertThat(written.takeJson())
                .containsEntry("message", "two\nlines \uFFFD")
                .containsEntry("a", "NaN");
    }

    @Test
    void a_throwable_is_the_error_with_or_without_a_name() {
        Exception inner = new Exception("inner");
        Exception circular = new Exception("outer", inner);
        inner.initCause(circular);
        message("error", "m", "error", circular);
        assertThat(written.takeJson()).containsEntry("error", "outer").containsKey("error_stack");
        message("error", "m", "a", 1, circular);
        assertThat(written.takeJson()).containsEntry("error", "outer").containsEntry("a", 1);
        message("error", "m", "error", "in words", "cause", circular);
        assertThat(written.takeJson())
                .containsEntry("error", "in words")
                .containsEntry("cause", "java.lang.Exception: outer");
    }

    @Test
    void lines_below_the_threshold_are_taken_and_not_written() {
        Written warn = Written.from(Level.WARN, LineFormat.JSON);
        JobLogLines quiet = new JobLogLines(warn.log, warn.jobs, warn.registry);
        assertThat(quiet.write("info", "m", null, -1, 0, null, true, new Object[0]))
                .isTrue();
        assertThat(quiet.write("completed", null, "1", 5, 0, null, true, new Object[0]))
                .isTrue();
        assertThat(warn.take()).isEmpty();
        assertThat(counts(warn)).containsEntry("job_processing_seconds", 1.0);
    }

    @Test
    void a_job_without_a_run_counts_once_for_each_word() {
        job("created", "9", "job_type", "video");
        assertThat(written.takeJson()).containsEntry("message", "Job created").containsEntry("job_id", "9");
        job("created", "9", "job_type", "video");
        job("processing_started", "9");
        written.take();
        completed("9", 5000, "job_type", "video", "status", "success", "attempts", 2);
        assertThat(written.takeJson())
                .containsEntry("message", "Job completed")
                .containsEntry("duration_ms", 5000)
                .containsEntry("status", "success");
        failed("10", "no space", 3, "job_type", "video", "duration_ms", 1500);
        assertThat(written.takeJson())
                .containsEntry("level", "error")
                .containsEntry("message", "Job failed")
                .containsEntry("status", "failed")
                .containsEntry("attempts", 3)
                .containsEntry("duration_ms", 1500)
                .containsEntry("error", "no space");
        assertThat(counts(written))
                .containsEntry("job_created_total{job_type=video}", 1.0)
                .containsEntry("job_failed_total{job_type=video}", 1.0)
                .containsEntry("job_retries_total{job_type=video}", 2.0)
                .containsEntry("job_processing_seconds{job_type=video}", 2.0)
                .containsEntry("job_processing_seconds_sum{job_type=video}", 6.5);
    }

    @Test
    void a_run_in_flight_ends_by_the_word_and_counts_once() {
        JobRun run = written.run(fields("file_count", 5));
        failed("job-123", new IllegalStateException("broken"), 4);
        assertThat(written.takeJson())
                .containsEntry("job_type", "encode")
                .containsEntry("user_id", "user-456")
                .containsEntry("attempts", 4)
                .containsEntry("duration_ms", 0)
                .containsEntry("file_count", 5)
                .containsEntry("error", "broken")
                .doesNotContainKey("field_attempts");
        written.jobs.end(run, Outcome.COMPLETED, null, Fields.NONE);
        assertThat(written.take()).isEmpty();
        assertThat(counts(written))
                .containsEntry("job_processing_seconds{job_type=encode}", 1.0)
                .containsEntry("job_failed_total{job_type=encode}", 1.0)
                .containsEntry("job_retries_total{job_type=encode}", 1.0)
                .containsEntry("active_jobs{job_type=encode}", 0.0)
                .doesNotContainKey("job_processing_seconds");
    }

    @Test
    void a_run_that_has_just_ended_here_is_not_counted_again() {
        JobRun run = written.run(Fields.NONE);
        written.jobs.end(run, Outcome.COMPLETED, null, Fields.NONE);
        written.take();
        completed("job-123", 5);
        assertThat(written.takeJson()).containsEntry("message", "Job completed");
        assertThat(counts(written)).doesNotContainKey("job_processing_seconds");
        completed("job-123", 5);
        assertThat(counts(written)).containsEntry("job_processing_seconds", 1.0);
    }

    @Test
    void a_line_about_another_job_has_none_of_this_ones_fields() {
        JobRun run = written.run(fields("file_count", 5));
        job("created", "child");
        assertThat(written.takeJson()).containsOnlyKeys("timestamp", "level", "message", "job_id");
        written.jobs.end(run, Outcome.COMPLETED, null, Fields.NONE);
    }

    @Test
    void an_operation_counts_in_its_series() {
        operation("thumbnail_generation", 0.5, true, "object_key", "s3://bucket/thumb.jpg");
        assertThat(written.takeJson())
                .containsEntry("message", "Operation completed")
                .containsEntry("operation", "thumbnail_generation")
                .containsEntry("duration_ms", new BigDecimal("0.5"))
                .containsEntry("success", true)
                .containsEntry("object_key", "s3://bucket/thumb.jpg");
        operation("thumbnail_generation", Double.NaN, false);
        assertThat(written.takeJson()).containsEntry("success", false).doesNotContainKey("duration_ms");
        assertThat(counts(written)).containsEntry("operation_seconds{operation=thumbnail_generation}", 1.0);
    }

    @Test
    void secrets_are_masked_and_users_hashed() {
        FieldPolicy.use(new LogFields(List.of(), List.of("user_id", "job_id"), "0123456789abcdef", Map.of()));
        Written masked = Written.json();
        JobLogLines lines = new JobLogLines(masked.log, masked.jobs, masked.registry);
        lines.write("failed", null, "job-1", -1, 1, "words", true, new Object[] {"user_id", "u", "apiKey", "k"});
        assertThat(masked.takeJson())
                .containsEntry("apiKey", "***")
                .containsEntry("user_id", SaltedHash.with("0123456789abcdef").of("u"))
                .containsEntry("job_id", SaltedHash.with("0123456789abcdef").of("job-1"))
                .containsEntry("error", "words");
    }

    private void message(String level, String text, Object... pairs) {
        assertThat(lines.write(level, text, null, -1, 0, null, true, pairs)).isTrue();
    }

    private void job(String event, Object id, Object... pairs) {
        assertThat(lines.write("job", event, id, -1, 0, null, true, pairs)).isTrue();
    }

    private void completed(Object id, double durationMs, Object... pairs) {
        assertThat(lines.write("completed", null, id, durationMs, 0, null, true, pairs))
                .isTrue();
    }

    private void failed(Object id, Object error, int attempts, Object... pairs) {
        assertThat(lines.write("failed", null, id, -1, attempts, error, false, pairs))
                .isTrue();
    }

    private void operation(String name, double durationMs, boolean success, Object... pairs) {
        assertThat(lines.write("operation", name, null, durationMs, 0, null, success, pairs))
                .isTrue();
    }

    /** Samples by name and labels; of histograms the count, and the sum under {@code _sum}. */
    private static Map<String, Double> counts(Written of) {
        Map<String, Double> counts = new TreeMap<>();
        of.registry.collect(
                new MetricSink() {
                    private String name;

                    @Override
                    public void family(Family family) {
                        name = family.name();
                    }

                    @Override
                    public void sample(Labels labels, double value) {
                        counts.put(name + spelled(labels), value);
                    }

                    @Override
                    public void histogram(Labels labels, HistogramReading reading) {
                        counts.put(name + spelled(labels), (double) reading.count());
                        counts.put(name + "_sum" + spelled(labels), reading.sum());
                    }
                },
                false);
        return counts;
    }

    private static String spelled(Labels labels) {
        return labels.pairs().isEmpty() ? "" : labels.pairs().toString();
    }
}
