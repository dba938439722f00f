package io.joblens.agent.log;

import static io.joblens.agent.log.Written.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Outcome;
import io.joblens.bootstrap.job.WovenMethods;
import io.joblens.bootstrap.metrics.ScanStats.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifecycleLogTest {
    private static final String HEAD = "{\"timestamp\":\"2024-01-15T10:30:45.123Z\",\"level\":";
    private static final String RUN =
            ",\"job_id\":\"job-123\",\"job_type\":\"encode\",\"user_id\":\"user-456\",\"attempts\":2";

    private final Written written = Written.json();
    private final LifecycleLog log = written.log;

    @Test
    void writes_the_sample_line_as_json() {
        log.created(null, "job-123", "user-456", fields("file_count", 5, "total_size_mb", "125.50"));
        assertThat(written.take())
                .isEqualTo(
                        "{\"timestamp\":\"2024-01-15T10:30:45.123Z\",\"level\":\"info\",\"message\":\"Job created\","
                                + "\"job_id\":\"job-123\",\"user_id\":\"user-456\",\"file_count\":5,\"total_size_mb\":\"125.50\"}\n");
    }

    @Test
    void writes_the_sample_line_as_text() {
        Written text = Written.text();
        text.log.created(null, "job-123", "user-456", fields("file_count", 5, "total_size_mb", "125.50"));
        assertThat(text.take())
                .isEqualTo("[2024-01-15T10:30:45.123Z] [INFO] Job created job_id=job-123 user_id=user-456"
                        + " file_count=5 total_size_mb=125.50\n");
    }

    @Test
    void tells_of_a_started_run() {
        written.jobs.start(written.registry.job("encode"), 123L, null, 1, fields("pages", 20), WovenMethods.NONE, null);
        assertThat(written.take())
                .isEqualTo(HEAD
                        + "\"info\",\"message\":\"Job started\",\"job_id\":123,\"job_type\":\"encode\",\"attempts\":1,"
                        + "\"pages\":20}\n");
    }

    @Test
    void tells_of_a_completed_run() {
        JobRun run = written.run(fields("pages", 20));
        log.ended(run, Outcome.COMPLETED, 5_000_000_000L, null, fields("output_key", "s3://bucket/output.mp4"));
        assertThat(written.take())
                .isEqualTo(HEAD + "\"info\",\"message\":\"Job completed\"" + RUN
                        + ",\"status\":\"completed\",\"duration_ms\":5000,\"pages\":20,"
                        + "\"output_key\":\"s3://bucket/output.mp4\"}\n");
    }

    @Test
    void tells_of_a_failed_run_and_why() {
        log.ended(written.run(Fields.NONE), Outcome.FAILED, 12_345_000, "disk full", Fields.NONE);
        assertThat(written.take())
                .isEqualTo(HEAD + "\"error\",\"message\":\"Job failed\"" + RUN
                        + ",\"status\":\"failed\",\"duration_ms\":12.345,\"error\":\"disk full\"}\n");
    }

    @Test
    void tells_of_a_skipped_run() {
        log.ended(written.run(Fields.NONE), Outcome.SKIPPED, 300_000, null, Fields.NONE);
        assertThat(written.take())
                .isEqualTo(HEAD + "\"warn\",\"message\":\"Job skipped\"" + RUN
                        + ",\"status\":\"skipped\",\"duration_ms\":0.3}\n");
    }

    @ParameterizedTest
    @CsvSource({"CLEAN,info,Scan clean", "INFECTED,warn,Scan infected", "FAILED,error,Scan failed"})
    void tells_of_a_scan_inside_a_run(Verdict verdict, String level, String message) {
        JobRun run = written.run(fields("pages", 20));
        log.scanned("clamav", verdict, 2_000_000, null, run, fields("object_key", "a.cbz"));
        assertThat(written.take())
                .isEqualTo(HEAD + "\"" + level + "\",\"message\":\"" + message + "\"" + RUN
                        + ",\"duration_ms\":2,\"scan\":\"clamav\",\"object_key\":\"a.cbz\"}\n");
    }

    @ParameterizedTest
    @CsvSource({"true,info,Operation completed", "false,error,Operation failed"})
    void tells_of_an_operation_inside_a_run(boolean success, String level, String message) {
        JobRun run = written.run(Fields.NONE);
        log.operated("thumbnail_generation", success, 2_500_000_000L, null, run, fields("object_key", "thumb.jpg"));
        assertThat(written.take())
                .isEqualTo(HEAD + "\"" + level + "\",\"message\":\"" + message + "\"" + RUN
                        + ",\"duration_ms\":2500,\"operation\":\"thumbnail_generation\",\"success\":" + success
                        + ",\"object_key\":\"thumb.jpg\"}\n");
    }

    @Test
    void writes_the_job_of_a_step_outside_any_run_where_jobs_stand() {
        log.operated("upload", true, 0, null, null, fields("object_key", "a", "user_id", "u", "job_id", 7));
        assertThat(written.take())
                .isEqualTo(HEAD + "\"info\",\"message\":\"Operation completed\",\"job_id\":7,\"user_id\":\"u\","
                        + "\"duration_ms\":0,\"operation\":\"upload\",\"success\":true,\"object_key\":\"a\"}\n");
    }

    @ParameterizedTest
    @CsvSource({"DEBUG,11", "INFO,11", "WARN,6", "ERROR,3"})
    void leaves_out_what_is_below_the_threshold(Level threshold, int lines) {
        for (LineFormat format : LineFormat.values()) {
            Written some = Written.from(threshold, format);
            JobRun run = some.jobs.start(some.registry.job("encode"), 1, 2, 1, Fields.NONE, WovenMethods.NONE, null);
            some.log.created("encode", 1, 2, Fields.NONE);
            for (Outcome outcome : Outcome.values()) some.log.ended(run, outcome, 1, null, Fields.NONE);
            for (Verdict verdict : Verdict.values()) some.log.scanned("av", verdict, 1, null, run, Fields.NONE);
            some.log.operated("upload", true, 1, null, run, Fields.NONE);
            some.log.operated("upload", false, 1, null, run, Fields.NONE);
            assertThat(some.take().lines()).hasSize(lines);
        }
    }

    @Test
    void knows_levels_and_formats_by_the_words_of_their_options() {
        assertThat(Level.named("warn")).isEqualTo(Level.WARN);
        assertThat(LineFormat.named("text")).isEqualTo(LineFormat.TEXT);
        assertThatThrownBy(() -> Level.named("loud")).hasMessageContaining("debug, info, warn or error");
        assertThatThrownBy(() -> LineFormat.named("xml")).hasMessageContaining("json or text");
    }
}
