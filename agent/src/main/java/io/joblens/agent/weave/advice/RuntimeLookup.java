package io.joblens.agent.weave.advice;

import net.bytebuddy.asm.Advice;

/** A class loader that hides the bootstrap path answers for the runtime's classes all the same. */
final class RuntimeLookup {
    private RuntimeLookup() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class, suppress = Throwable.class)
    static Class<?> enter(@Advice.Argument(0) String name) throws ClassNotFoundException {
        return name != null && name.startsWith("io.joblens.bootstrap.") ? Class.forName(name, false, null) : null;
    }

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Advice.Enter Class<?> runtime, @Advice.Return(readOnly = false) Class<?> found) {
        if (runtime != null) {
            found = runtime;
        }
    }
}
