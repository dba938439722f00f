package io.joblens.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without the agent, and with neither {@code LOG_LEVEL} nor {@code LOG_FORMAT}. */
class JobLogTest {
    private static final String TIME = "\\[\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z] ";

    private final PrintStream before = System.out;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(before);
    }

    @Test
    void writes_the_line_of_the_seed() {
        JobLog.job("created", "job-123", "user_id", "user-456", "file_count", 5, "total_size_mb", "125.50");
        assertLine("[INFO] Job created job_id=job-123 user_id=user-456 file_count=5 total_size_mb=125.50");
    }

    @Test
    void writes_the_ends_of_jobs_and_operations() {
        JobLog.jobCompleted("job-1", 5000, "output_key", "s3://bucket/output.mp4");
        assertLine(
                "[INFO] Job completed job_id=job-1 duration_ms=5000 output_key=s3://bucket/output.mp4 status=completed");
        JobLog.jobFailed("job-1", "no space left", 2, "file_count", 5);
        assertLine("[ERROR] Job failed job_id=job-1 attempts=2 file_count=5 status=failed error=\"no space left\"");
        JobLog.operation("thumbnail_generation", 0.25, true);
        assertLine("[INFO] Operation completed duration_ms=0.25 operation=thumbnail_generation success=true");
        JobLog.operation("thumbnail_generation", 12345678.9, false, "status", "a=b");
        assertLine("[ERROR] Operation failed duration_ms=12345678.9 operation=thumbnail_generation success=false"
                + " status=\"a=b\"");
    }

    @Test
    void leaves_out_what_is_below_the_level() {
        JobLog.debug("silent");
        assertThat(bytes.size()).isZero();
        JobLog.info("i");
        assertLine("[INFO] i");
        JobLog.warn("w", "n", null);
        assertLine("[WARN] w");
    }

    @Test
    void takes_anything() {
        JobLog.error(null, (Object[]) null);
        assertLine("[ERROR] null");
        JobLog.error("two\nlines\u001B", null, "", "a b", "x", "alone");
        assertLine("[ERROR] two\\nlines\\u001b null=\"\" \"a b\"=x unpaired=alone");
        JobLog.info("m", "broken", new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no");
            }
        });
        assertLine(
                "[INFO] m broken=\"(toString of io.joblens.api.JobLogTest$1 threw java.lang.IllegalStateException)\"");
        JobLog.jobFailed(null, null, 0, "level", "mine", "level", "again", "password", "p");
        assertLine("[ERROR] Job failed field_level=mine field_field_level=again password=*** status=failed");
        JobLog.jobCompleted("1", Double.NaN, "a", '\uD800');
        assertLine("[INFO] Job completed job_id=1 a=\uFFFD status=completed");
    }

    @Test
    void survives_a_circular_and_a_broken_throwable() {
        Exception inner = new Exception("inner");
        Exception outer = new Exception("outer", inner);
        inner.initCause(outer);
        JobLog.error("m", outer);
        assertThat(line())
                .contains("error=outer error_stack=\"java.lang.Exception: outer\\n\\tat ")
                .contains("CIRCULAR");
        JobLog.jobFailed(
                "1",
                new Exception() {
                    @Override
                    public String getMessage() {
                        throw new IllegalStateException("no");
                    }
                },
                1);
        assertThat(line()).contains("error=io.joblens.api.JobLogTest$2").contains("(its stack trace threw");
    }

    private void assertLine(String expected) {
        assertThat(line()).matches(TIME + java.util.regex.Pattern.quote(expected) + "\n");
    }

    private String line() {
        String line = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        return line;
    }
}
