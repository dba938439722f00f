package io.joblens.bootstrap.probe;

import io.joblens.bootstrap.report.Reports;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is done when a value that a woven method returned is there at last: once, whoever tells it. Thread-safe. */
public abstract class Ending {
    private final AtomicBoolean over = new AtomicBoolean();

    /** Somebody began to work on a value that is only described so far. */
    public final void begin() {
        try {
            begun();
        } catch (Throwable broken) {
            Reports.caught(broken);
        }
    }

    /**
     * The value is there, or will never be.
     *
     * @param thrown a {@link java.util.concurrent.CancellationException} when nobody wants it any more, or {@code null}
     */
    public final void end(Object value, Throwable thrown) {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        try {
            ended(value, thrown);
        } catch (Throwable broken) {
            Reports.caught(broken);
        }
    }

    /** What {@link #begin} asks for. */
    void begun() {}

    abstract void ended(Object value, Throwable thrown);
}
