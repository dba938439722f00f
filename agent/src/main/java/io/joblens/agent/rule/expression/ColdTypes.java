package io.joblens.agent.rule.expression;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;

/** Types of Reactor and RxJava 3 that describe work whose value is there later. Known by name. */
public final class ColdTypes {
    private static final Set<String> NAMES = new HashSet<String>(Arrays.asList(
            "org.reactivestreams.Publisher",
            "reactor.core.publisher.Mono",
            "reactor.core.publisher.Flux",
            "io.reactivex.rxjava3.core.Single",
            "io.reactivex.rxjava3.core.Maybe",
            "io.reactivex.rxjava3.core.Completable",
            "io.reactivex.rxjava3.core.Observable",
            "io.reactivex.rxjava3.core.Flowable"));

    private ColdTypes() {}

    static boolean contains(TypeDescription type) {
        return NAMES.contains(type.getName());
    }

    /**
     * Whether a method declares one of them as its result: another object of the type is as good there. Nothing of the type is asked
     * for but the name, since it may be missing.
     */
    public static boolean isResultOf(MethodDescription method) {
        String descriptor = method.getDescriptor();
        String result = descriptor.substring(descriptor.indexOf(')') + 1);
        return result.startsWith("L")
                && NAMES.contains(result.substring(1, result.length() - 1).replace('/', '.'));
    }
}
