package io.joblens.agent.weave;

import io.joblens.agent.rule.MethodKey;

/** A class of a library that is woven by its name, and the advice for one of its methods or constructors. Immutable. */
public final class ClassHook {
    private final String internalName;
    private final MethodKey method;
    private final String advice;

    /**
     * @param internalName the class, with slashes
     * @param advice the name of an advice class of the agent
     */
    public ClassHook(String internalName, MethodKey method, String advice) {
        this.internalName = internalName;
        this.method = method;
        this.advice = advice;
    }

    String internalName() {
        return internalName;
    }

    MethodKey method() {
        return method;
    }

    String advice() {
        return advice;
    }
}
