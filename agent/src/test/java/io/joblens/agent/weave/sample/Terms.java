package io.joblens.agent.weave.sample;

/** What rules ask of {@link Shop}. */
public final class Terms {
    private Terms() {}

    /** Found by its name in the constant pool only. */
    public interface Counter {
        int count(String what);
    }

    /** Carries {@link Step}. */
    @Step
    public @interface Big {}

    /** An annotation of an application. */
    public @interface Step {}
}
