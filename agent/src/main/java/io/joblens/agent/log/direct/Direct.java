package io.joblens.agent.log.direct;

import io.joblens.agent.rule.MethodKey;
import io.joblens.agent.weave.ClassHook;

/** Where the agent takes over the lines of {@code io.joblens.api.JobLog}: the one method through which all of them go. */
public final class Direct {
    private Direct() {}

    /** The class that is woven, in whatever class loader it is. */
    public static ClassHook hook() {
        return ClassHook.of("io/joblens/api/JobLog")
                .with(
                        new MethodKey(
                                "write",
                                "(Ljava/lang/String;Ljava/lang/String;Ljava/lang/Object;DILjava/lang/Object;Z[Ljava/lang/Object;)V"),
                        "io.joblens.agent.log.direct.DirectWrite");
    }
}
