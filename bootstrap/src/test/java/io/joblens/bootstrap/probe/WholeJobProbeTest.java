package io.joblens.bootstrap.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.job.Outcome;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A method that is a job of its own. */
class WholeJobProbeTest extends ProbeFixture {
    @Test
    void completes_a_whole_job() {
        JobProbe probe = whole(null, null);

        call(probe, "1", "fine", null);

        assertThat(heard).containsExactly("started 1", "ended 1 COMPLETED null");
    }

    @Test
    void fails_a_whole_job_that_throws() {
        Throwable thrown = new IllegalStateException("why");

        call(whole(null, null), "1", null, thrown);

        assertThat(heard).endsWith("ended 1 FAILED " + thrown);
    }

    @ParameterizedTest
    @CsvSource({"fine, COMPLETED", "bad, FAILED"})
    void asks_the_result(String returned, Outcome outcome) {
        call(whole(BAD, null), "1", returned, null);

        assertThat(heard).endsWith("ended 1 " + outcome + " null");
    }

    @Test
    void asks_skipped_before_failed_and_before_the_exception() {
        Throwable thrown = new IllegalStateException();
        call(whole(BAD, BAD), "1", "bad", null);
        call(whole(BAD, THROWN), "2", null, thrown);

        assertThat(heard).contains("ended 1 SKIPPED null", "ended 2 SKIPPED " + thrown);
    }

    @Test
    void takes_a_condition_that_throws_for_one_that_does_not_hold() {
        expectedErrors += 2;

        call(whole(BROKEN, BROKEN), "1", "fine", null);

        assertThat(heard).endsWith("ended 1 COMPLETED null");
    }

    @Test
    void takes_a_value_that_throws_for_absent() {
        ValueReader broken = (returned, thrown, a, b, c, many) -> {
            throw new LinkageError("broken");
        };
        RunValues values = new RunValues(
                broken, broken, broken, null, new String[] {"x"}, new ValueReader[] {broken}, new Tally());
        expectedErrors += 4;

        call(new WholeJobProbe(jobs, started(values), end(null, null)), "1", null, null);

        assertThat(heard).containsExactly("started null", "ended null COMPLETED null");
    }

    @Test
    void keeps_no_object_of_the_application() {
        UUID uuid = new UUID(1, 2);
        assertThat(values(A, null, null, null).id(null, null, uuid, null, null, null))
                .isEqualTo(uuid.toString());
        assertThat(BY_A.id(null, null, new AtomicInteger(7), null, null, null)).isEqualTo(7L);
        assertThat(BY_A.id(null, null, BigDecimal.TEN, null, null, null)).isEqualTo(BigDecimal.TEN);
        assertThat(BY_A.id(null, null, new BigDecimal("1.5") {}, null, null, null))
                .isEqualTo("1.5");
        assertThat(BY_A.id(null, null, true, null, null, null)).isEqualTo(true);
        expectedErrors++;
        assertThat(BY_A.id(
                        null,
                        null,
                        new Object() {
                            @Override
                            public String toString() {
                                throw new IllegalStateException();
                            }
                        },
                        null,
                        null,
                        null))
                .isNull();
    }

    @Test
    void reads_the_attempt_from_numbers_and_texts() {
        RunValues values = values(null, null, A, null);
        assertThat(attempt(values, 3)).isEqualTo(3);
        assertThat(attempt(values, 3L)).isEqualTo(3);
        assertThat(attempt(values, " 4 ")).isEqualTo(4);
        assertThat(attempt(values, "fourth")).isEqualTo(1);
        assertThat(attempt(values, null)).isEqualTo(1);
        assertThat(attempt(values, new Object())).isEqualTo(1);
        assertThat(attempt(values, -2)).isEqualTo(1);
        assertThat(attempt(values, "-2")).isEqualTo(1);
        assertThat(attempt(values, 1L << 40)).isEqualTo(Integer.MAX_VALUE);
    }
}
