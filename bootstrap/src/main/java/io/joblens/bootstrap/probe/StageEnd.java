package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.report.Reports;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** Waits for the end of a completion stage that belongs to the application, which keeps the very object it has. */
final class StageEnd implements BiConsumer<Object, Throwable> {
    private final Ending ending;

    private StageEnd(Ending ending) {
        this.ending = ending;
    }

    static void await(CompletionStage<?> stage, Ending ending) {
        try {
            stage.whenComplete(new StageEnd(ending));
        } catch (Throwable notPossible) {
            // A stage of somebody's own making that cannot be asked: the method's return is then all there is.
            Reports.caught(notPossible);
            ending.end(null, null);
        }
    }

    @Override
    public void accept(Object value, Throwable thrown) {
        ending.end(value, causeOf(thrown));
    }

    /** Stages wrap what a stage before them threw. */
    private static Throwable causeOf(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
