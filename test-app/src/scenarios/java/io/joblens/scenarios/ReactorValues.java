package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import io.joblens.api.Operation;
import java.io.IOException;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Job methods that return descriptions of work by Reactor. */
public final class ReactorValues {
    private ReactorValues() {}

    public static void main(String[] args) throws IOException {
        System.out.println("value " + mono("mono", Mono.just("ok")).block());
        System.out.println("empty " + mono("empty", Mono.empty()).block());
        mono("refused", Mono.just("refused")).block();
        mono("error", Mono.error(new IOException("broken"))).onErrorReturn("caught").block();
        Disposable never = mono("cancelled", Mono.never()).subscribe();
        never.dispose();
        Mono<String> twice = mono("twice", Mono.just("ok"));
        System.out.println("twice " + twice.block() + twice.block());
        mono("unsubscribed", Mono.just("ok"));
        System.out.println("null " + mono("null", null));
        System.out.println("many " + flux("flux", Flux.just(1, 2, 3)).collectList().block());
        flux("flux-error", Flux.error(new IOException("broken"))).onErrorResume(e -> Flux.empty()).blockLast();
        flux("flux-cancelled", Flux.range(1, 10)).take(2).blockLast();
        System.out.println("publisher " + Flux.from(publisher("publisher", Mono.just("ok"))).blockLast());
        System.out.println("object " + ((Mono<?>) object("object", Mono.just("ok"))).block());
        operation(Mono.error(new IOException("step"))).onErrorReturn("").block();
        System.out.println("ready");
        Stdin.awaitEnd();
    }

    @JobStart("value")
    @JobComplete(value = "value", failedWhen = "return == refused")
    private static Mono<String> mono(@JobId String id, Mono<String> value) {
        return value;
    }

    @JobStart("value")
    @JobComplete("value")
    private static Flux<Integer> flux(@JobId String id, Flux<Integer> value) {
        return value;
    }

    @JobStart("value")
    @JobComplete("value")
    private static Publisher<String> publisher(@JobId String id, Publisher<String> value) {
        return value;
    }

    /** What is declared as something else is returned as it is: the run ends with the method. */
    @JobStart("value")
    @JobComplete("value")
    private static Object object(@JobId String id, Object value) {
        return value;
    }

    @Operation("step")
    private static Mono<String> operation(Mono<String> value) {
        return value;
    }
}
