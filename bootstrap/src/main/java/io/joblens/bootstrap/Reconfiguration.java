package io.joblens.bootstrap;

/** The agent of this JVM, as one that is attached later sees it. */
public interface Reconfiguration {
    /** There is no agent, or it is switched off. */
    Reconfiguration NONE = new Reconfiguration() {
        @Override
        public boolean requested(String arguments) {
            return false;
        }
    };

    /**
     * Has the agent take over what the arguments say, beside the caller.
     *
     * @param arguments as they stand behind {@code =}, may be {@code null}
     * @return whether it will
     */
    boolean requested(String arguments);
}
