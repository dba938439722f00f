package io.joblens.bootstrap.probe;

/** What a woven method means to jobs. Thread-safe. Whatever is thrown here, the door keeps from the application. */
public abstract class JobProbe {
    final Tally tally;

    JobProbe(Tally tally) {
        this.tally = tally;
    }

    /** What became of it. */
    public final Tally tally() {
        return tally;
    }

    /**
     * The method is entered.
     *
     * @param receiver what the method was called on; {@code null} for a static method
     * @return what {@link #exit} shall get back, or {@code null} when it need not be called
     */
    public abstract Object enter(Object receiver, Object a, Object b, Object c, Object[] many);

    /**
     * The method is left.
     *
     * @param token what {@link #enter} returned, not {@code null}
     */
    public abstract void exit(
            Object token, Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many);
}
