package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.report.Reports;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/** Waits for the end of a completion stage that belongs to the application, which keeps the very object it has. */
final class StageEnd implements BiConsumer<Object, Throwable> {
    /** What is done at the end. */
    interface Action {
        void ended(Object value, Throwable thrown);
    }

    private final Action action;
    private final AtomicBoolean over = new AtomicBoolean();

    private StageEnd(Action action) {
        this.action = action;
    }

    static void await(CompletionStage<?> stage, Action action) {
        StageEnd end = new StageEnd(action);
        try {
            stage.whenComplete(end);
        } catch (Throwable notPossible) {
            // A stage of somebody's own making that cannot be asked: the method's return is then all there is.
            Reports.caught(notPossible);
            end.accept(null, null);
        }
    }

    @Override
    public void accept(Object value, Throwable thrown) {
        // A stage of somebody's own making may tell its end twice, or tell it and then throw.
        if (!over.compareAndSet(false, true)) {
            return;
        }
        try {
            action.ended(value, causeOf(thrown));
        } catch (Throwable broken) {
            Reports.caught(broken);
        }
    }

    /** Stages wrap what a stage before them threw. */
    private static Throwable causeOf(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
