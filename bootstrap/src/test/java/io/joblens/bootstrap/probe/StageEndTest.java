package io.joblens.bootstrap.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.Joblens;
import io.joblens.bootstrap.job.JobContext;
import io.joblens.bootstrap.job.WovenMethods;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Runs that end later than their method, with its stage. */
class StageEndTest extends ProbeFixture {
    @Test
    void ends_the_run_when_the_stage_completes() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        call(whole(BAD, null), "1", stage, null);
        assertThat(JobContext.currentRun()).isNull();
        assertThat(heard).containsExactly("started 1");

        stage.complete("bad");

        assertThat(heard).endsWith("ended 1 FAILED null");
    }

    @Test
    void tells_what_a_stage_threw_without_its_wrapping() {
        Throwable thrown = new IllegalStateException("late");
        CompletableFuture<String> stage = new CompletableFuture<>();
        call(whole(null, null), "1", stage, null);

        stage.completeExceptionally(new CompletionException(thrown));

        assertThat(heard).endsWith("ended 1 FAILED " + thrown);
    }

    @Test
    void ends_the_run_at_once_when_a_stage_cannot_be_asked() {
        expectedErrors++;
        call(
                whole(null, null),
                "1",
                stage(action -> {
                    throw new UnsupportedOperationException();
                }),
                null);

        assertThat(heard).endsWith("ended 1 COMPLETED null");
    }

    @Test
    void counts_the_end_of_a_stage_once_that_tells_it_twice_and_throws() {
        expectedErrors++;
        ScanProbe probe = new ScanProbe(
                jobs, ScanName.always(registry.scan(null)), RunValues.none(new Tally()), BAD, null, WovenMethods.NONE);

        Joblens.timed(
                Joblens.add(probe),
                Joblens.time(),
                stage(action -> {
                    action.accept("bad", null);
                    action.accept("bad", null);
                    throw new UnsupportedOperationException();
                }),
                null,
                null,
                null,
                null,
                null);

        assertThat(heard).containsExactly("scanned INFECTED");
    }

    @Test
    void waits_for_a_stage_that_returns_nothing_when_asked() {
        List<BiConsumer<Object, Throwable>> actions = new ArrayList<>();
        call(whole(null, null), "1", stage(actions::add), null);
        assertThat(heard).containsExactly("started 1");

        actions.get(0).accept("fine", null);

        assertThat(heard).endsWith("ended 1 COMPLETED null");
    }
}
