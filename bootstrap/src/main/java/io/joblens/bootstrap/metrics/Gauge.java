package io.joblens.bootstrap.metrics;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gauge that the application's own fields and methods feed; its value is their sum. Thread-safe. */
public final class Gauge {
    /** One of the things that are added up. */
    public interface Source {
        /**
         * The value of this moment.
         *
         * @throws Throwable whatever the application's code throws; the source then counts for nothing
         */
        double read() throws Throwable;
    }

    /** Receives what a source threw. */
    public interface Failures {
        void failed(Throwable thrown);
    }

    private final Family family;
    private final List<Source> sources = new CopyOnWriteArrayList<Source>();
    private volatile double value;

    Gauge(Family family) {
        this.family = family;
    }

    public void add(Source source) {
        sources.add(source);
    }

    /** Takes a source away; returns whether others are left. */
    boolean remove(Source source) {
        sources.remove(source);
        return !sources.isEmpty();
    }

    Family family() {
        return family;
    }

    /** The value that was read last. */
    double value() {
        return value;
    }

    void refresh(Failures failures) {
        double sum = 0;
        for (Source source : sources) {
            try {
                sum += source.read();
            } catch (Throwable thrown) {
                failures.failed(thrown);
            }
        }
        value = sum;
    }
}
