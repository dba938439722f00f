package io.joblens.agent.later;

/**
 * The types of Reactor and RxJava 3 that describe work, with their methods that add a listener. Each such method has one parameter, a
 * functional interface.
 */
enum ColdType {
    MONO(
            "reactor.core.publisher.Mono",
            new String[] {"doOnSubscribe", "doOnSuccess", "doOnError", "doOnCancel"},
            Signal.SUBSCRIBED,
            Signal.COMPLETE,
            Signal.FAILED,
            Signal.CANCELLED),
    FLUX(
            "reactor.core.publisher.Flux",
            new String[] {"doOnSubscribe", "doOnComplete", "doOnError", "doOnCancel"},
            Signal.SUBSCRIBED,
            Signal.COMPLETE,
            Signal.FAILED,
            Signal.CANCELLED),
    SINGLE(
            "io.reactivex.rxjava3.core.Single",
            new String[] {"doOnSubscribe", "doOnSuccess", "doOnError", "doOnDispose"},
            Signal.SUBSCRIBED,
            Signal.COMPLETE,
            Signal.FAILED,
            Signal.CANCELLED),
    MAYBE(
            "io.reactivex.rxjava3.core.Maybe",
            new String[] {"doOnSubscribe", "doOnSuccess", "doOnComplete", "doOnError", "doOnDispose"},
            Signal.SUBSCRIBED,
            Signal.COMPLETE,
            Signal.COMPLETE,
            Signal.FAILED,
            Signal.CANCELLED),
    COMPLETABLE(
            "io.reactivex.rxjava3.core.Completable",
            new String[] {"doOnSubscribe", "doOnComplete", "doOnError", "doOnDispose"},
            Signal.SUBSCRIBED,
            Signal.COMPLETE,
            Signal.FAILED,
            Signal.CANCELLED),
    OBSERVABLE(
            "io.reactivex.rxjava3.core.Observable",
            new String[] {"doOnSubscribe", "doOnComplete", "doOnError", "doOnDispose"},
            Signal.SUBSCRIBED,
            Signal.COMPLETE,
            Signal.FAILED,
            Signal.CANCELLED),
    FLOWABLE(
            "io.reactivex.rxjava3.core.Flowable",
            new String[] {"doOnSubscribe", "doOnComplete", "doOnError", "doOnCancel"},
            Signal.SUBSCRIBED,
            Signal.COMPLETE,
            Signal.FAILED,
            Signal.CANCELLED);

    private final String typeName;
    final String[] methods;
    final Signal[] signals;

    ColdType(String typeName, String[] methods, Signal... signals) {
        this.typeName = typeName;
        this.methods = methods;
        this.signals = signals;
    }

    /** The type of this name, or {@code null}. */
    static ColdType named(String typeName) {
        for (ColdType type : values()) {
            if (type.typeName.equals(typeName)) {
                return type;
            }
        }
        return null;
    }
}
