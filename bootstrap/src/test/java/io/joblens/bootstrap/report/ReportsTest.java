package io.joblens.bootstrap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** In a JVM of its own each, because what was said once is remembered for the life of one, and stderr as it was then. */
class ReportsTest {
    @Test
    void says_an_error_of_one_kind_once() throws Exception {
        List<String> lines = stderrOf(Kinds.class);

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .startsWith("joblens: kept from the application, and from now on only counted:"
                        + " java.lang.IllegalStateException at " + Kinds.class.getName() + ".throwHere(")
                .endsWith("first line  second");
        assertThat(lines.get(1)).isEqualTo("joblens: once");
        assertThat(lines.get(2)).contains("IllegalArgumentException");
    }

    @Test
    void says_no_more_than_a_person_can_read() throws Exception {
        assertThat(stderrOf(Flood.class)).hasSize(200);
    }

    @Test
    void counts_and_throws_nothing_for_an_error_that_cannot_be_described() {
        long before = Reports.errors().sum();

        assertThatCode(() -> Reports.caught(new RuntimeException() {
                    @Override
                    public StackTraceElement[] getStackTrace() {
                        throw new OutOfMemoryError();
                    }
                }))
                .doesNotThrowAnyException();
        assertThatCode(() -> Reports.caught(null)).doesNotThrowAnyException();

        assertThat(Reports.errors().sum()).isEqualTo(before + 2);
    }

    /** Errors of two kinds, several times. */
    static final class Kinds {
        public static void main(String[] arguments) {
            for (int i = 0; i < 3; i++) {
                Reports.caught(throwHere());
                Reports.sayOnce("kind", i == 0 ? "once" : "again");
                Reports.caught(new IllegalArgumentException());
            }
        }

        private static Throwable throwHere() {
            return new IllegalStateException("first line\r\nsecond");
        }
    }

    /** More kinds than anybody wants to read of. */
    static final class Flood {
        public static void main(String[] arguments) {
            for (int i = 0; i < 1_000; i++) {
                Reports.sayOnce("kind " + i, "sentence " + i);
            }
        }
    }

    private static List<String> stderrOf(Class<?> main) throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName())
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        process.getErrorStream().transferTo(text);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return text.toString().lines().toList();
    }
}
