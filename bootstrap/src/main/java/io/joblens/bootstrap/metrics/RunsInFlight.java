package io.joblens.bootstrap.metrics;

/** The runs that have started and not ended, as the registry needs them. */
public interface RunsInFlight {
    /** Calls {@link JobStats#noteActive} for every one of them. */
    void note(long nowNanos);

    /** Where there are none. */
    RunsInFlight NONE = new RunsInFlight() {
        @Override
        public void note(long nowNanos) {}
    };
}
