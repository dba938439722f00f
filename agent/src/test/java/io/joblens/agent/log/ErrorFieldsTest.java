package io.joblens.agent.log;

import static io.joblens.agent.log.Written.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.Outcome;
import io.joblens.bootstrap.metrics.ScanStats.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorFieldsTest {
    private final Written written = Written.json();

    @Test
    void a_throwable_gives_its_message_its_stack_and_its_code_at_the_end_of_the_line() {
        Throwable thrown = new SQLException("deadlock", "40001", 1213);
        written.log.ended(written.run(fields("page", 1)), Outcome.FAILED, 0, thrown, Fields.NONE);
        Map<String, Object> line = written.takeJson();
        assertThat(new ArrayList<>(line.keySet())).endsWith("page", "error", "error_stack", "error_code");
        assertThat(line).containsEntry("error", "deadlock").containsEntry("error_code", 1213);
        assertThat((String) line.get("error_stack")).startsWith("java.sql.SQLException: deadlock\n\tat io.joblens");
    }

    @Test
    void scans_and_operations_say_what_was_thrown() {
        written.log.scanned("av", Verdict.FAILED, 0, thrown(), null, none());
        assertThat(written.takeJson()).containsEntry("error", "no clamd");
        written.log.operated("upload", false, 0, thrown(), null, none());
        assertThat(written.takeJson()).containsEntry("error", "no clamd").containsEntry("success", false);
    }

    private static Throwable thrown() {
        return new IOException("no clamd");
    }

    private static Fields none() {
        return Fields.NONE;
    }

    @Test
    void keeps_the_stack_on_the_one_line_in_text_too() {
        Written text = Written.text();
        text.log.ended(text.run(Fields.NONE), Outcome.FAILED, 0, thrown(), Fields.NONE);
        String line = text.take();
        assertThat(line.lines()).hasSize(1);
        assertThat(line).contains(" error=\"no clamd\" error_stack=\"java.io.IOException: no clamd\\n\\tat io.joblens");
    }

    @Test
    void an_error_without_a_message_is_its_class() {
        assertThat(ErrorText.of(new NullPointerException())).isEqualTo("java.lang.NullPointerException");
        assertThat(ErrorText.of(new IOException(""))).isEqualTo("java.io.IOException");
    }

    @Test
    void survives_throwables_whose_methods_throw() {
        Throwable hostile = new Hostile();
        written.log.ended(written.run(Fields.NONE), Outcome.FAILED, 0, hostile, Fields.NONE);
        assertThat(written.takeJson())
                .containsEntry("error", Hostile.class.getName())
                .containsEntry("error_stack", Hostile.class.getName())
                .doesNotContainKey("error_code");
    }

    @Test
    void a_stack_reads_as_the_one_that_java_prints() {
        Throwable inner = framed(new IllegalStateException("inner"), "deepest", "deep", "main");
        Throwable outer = framed(new RuntimeException("outer", inner), "top", "main");
        Throwable below = framed(new IOException("below"), "closed", "close", "top", "main");
        outer.addSuppressed(framed(new IOException("beside", below), "close", "top", "main"));
        StringWriter printed = new StringWriter();
        outer.printStackTrace(new PrintWriter(printed, true));
        String expected = printed.toString().replace(System.lineSeparator(), "\n");
        assertThat(StackText.of(outer) + "\n").isEqualTo(expected);
    }

    private static Throwable framed(Throwable thrown, String... methods) {
        StackTraceElement[] frames = new StackTraceElement[methods.length];
        for (int i = 0; i < frames.length; i++) {
            int line = frames.length - i;
            frames[i] = new StackTraceElement("Worker", methods[i], "Worker.java", line);
        }
        thrown.setStackTrace(frames);
        return thrown;
    }

    @Test
    void a_stack_ends_where_causes_turn_in_a_circle() {
        Exception one = new Exception("one");
        Exception other = new Exception("other", one);
        one.initCause(other);
        one.addSuppressed(other);
        assertThat(StackText.of(one)).contains("[CIRCULAR REFERENCE: java.lang.Exception: other]");
        assertThat(ErrorCode.of(one)).isNull();
    }

    @Test
    void a_deep_stack_leaves_room_for_its_cause() {
        Throwable deep = overflow();
        String stack = StackText.of(new RuntimeException("outer", new RuntimeException(deep.toString(), deep)));
        assertThat(stack).contains("Caused by: java.lang.StackOverflowError").contains("\t... 960 frames cut");
        assertThat(stack).hasSizeLessThanOrEqualTo(StackText.MOST);
    }

    private static Throwable overflow() {
        try {
            return overflow();
        } catch (StackOverflowError error) {
            return error;
        }
    }

    @Test
    void a_long_chain_of_causes_and_a_long_message_are_cut() {
        Throwable chain = new Exception("x".repeat(1 << 20));
        for (int i = 0; i < 10_000; i++) {
            Throwable above = new Exception("e" + i, chain);
            above.addSuppressed(chain);
            chain = above;
        }
        assertThat(StackText.of(chain)).hasSize(StackText.MOST).endsWith(" ... (cut)");
        assertThat(StackText.of(new Exception("x".repeat(1 << 20)))).contains("xxx ... (cut)\n\tat io.joblens");
    }

    @Test
    void a_code_is_what_the_first_of_the_known_methods_says() {
        assertThat(ErrorCode.of(new SQLException("m", "40001", 0))).isEqualTo("40001");
        assertThat(ErrorCode.of(new SQLException("m", null, 0))).isNull();
        assertThat(ErrorCode.of(new Coded(Colour.RED))).isEqualTo("RED");
        assertThat(ErrorCode.of(new Coded(7L))).isEqualTo(7L);
        assertThat(ErrorCode.of(new Coded(new Object()))).isNull();
        assertThat(ErrorCode.of(new Exception("none"))).isNull();
    }

    @Test
    void a_code_is_looked_for_along_the_causes() {
        assertThat(ErrorCode.of(new RuntimeException(new Exception(new Coded("E42")))))
                .isEqualTo("E42");
        assertThat(ErrorCode.of(new SQLException("m", null, 0, new Coded("E42"))))
                .isEqualTo("E42");
    }

    @Test
    void the_text_of_an_error_that_is_none_is_all_there_is() {
        written.log.ended(written.run(Fields.NONE), Outcome.SKIPPED, 0, "scanner away", Fields.NONE);
        assertThat(written.takeJson())
                .containsEntry("error", "scanner away")
                .doesNotContainKeys("error_stack", "error_code");
    }

    private enum Colour {
        RED
    }

    private static final class Coded extends Exception {
        private final Object code;

        Coded(Object code) {
            this.code = code;
        }

        public Object getCode() {
            return code;
        }

        /** Takes an argument, and is not asked. */
        public int getErrorCode(int ignored) {
            return ignored;
        }
    }

    private static final class Hostile extends RuntimeException {
        @Override
        public String getMessage() {
            throw new IllegalStateException("on purpose");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("on purpose");
        }

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("on purpose");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException("on purpose");
        }

        public String getCode() {
            throw new IllegalStateException("on purpose");
        }
    }
}
