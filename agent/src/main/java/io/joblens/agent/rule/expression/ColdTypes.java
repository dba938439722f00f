package io.joblens.agent.rule.expression;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
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

    /** Whether this is one of them itself: for a method that declares it, another object of the type is as good. */
    public static boolean contains(TypeDescription type) {
        return NAMES.contains(type.getName());
    }
}
