package io.joblens.bootstrap.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.Joblens;
import io.joblens.bootstrap.job.WovenMethods;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong in probes. */
class ProbeErrorsTest extends ProbeFixture {
    @Test
    void tells_how_often_it_was_called_and_what_went_wrong() {
        expectedErrors += 4;
        Tally tally = new Tally();
        RunValues broken = new RunValues(
                (returned, thrown, a, b, c, many) -> {
                    throw new LinkageError("broken");
                },
                null,
                null,
                null,
                new String[0],
                new ValueReader[0],
                tally);
        JobProbe job = new WholeJobProbe(jobs, started(broken), end(null, null));
        call(job, "1", null, null);
        call(job, "2", null, null);
        assertThat(List.of(job.tally().calls(), job.tally().errors())).containsExactly(2L, 2L);

        call(new JobEndProbe(jobs, null, broken, end(null, null)), "3", null, null);
        assertThat(List.of(tally.calls(), tally.errors())).containsExactly(3L, 3L);

        RunValues none = RunValues.none(new Tally());
        ScanProbe scan = new ScanProbe(
                jobs,
                ScanName.always(registry.scan(null)),
                none,
                (returned, thrown, a, b, c, many) -> {
                    throw new LinkageError("broken");
                },
                null,
                WovenMethods.NONE);
        time(scan, null, null);
        assertThat(List.of(scan.tally().calls(), scan.tally().errors())).containsExactly(1L, 1L);
    }

    @Test
    void keeps_everything_from_the_application() {
        expectedErrors += 5;
        JobProbe broken = new JobProbe(new Tally()) {
            @Override
            public Object enter(Object receiver, Object a, Object b, Object c, Object[] many) {
                throw new OutOfMemoryError();
            }

            @Override
            public void exit(
                    Object token, Object returned, Throwable thrown, Object a, Object b, Object c, Object[] m) {
                throw new StackOverflowError();
            }
        };
        int number = Joblens.add(broken);

        assertThat(Joblens.enter(number, null, null, null, null, null)).isNull();
        Joblens.exit(number, "token", null, null, null, null, null, null);
        assertThat(Joblens.enter(Integer.MAX_VALUE, null, null, null, null, null))
                .isNull();
        Joblens.timed(-1, 1, null, null, null, null, null, null);
        Joblens.constructed(-1, this);
        Joblens.exit(-1, null, null, null, null, null, null, null);
        Joblens.timed(-1, 0, null, null, null, null, null, null);
    }
}
