package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import java.io.IOException;

/** Job methods that return descriptions of work by RxJava. */
public final class RxValues {
    private static final IOException BROKEN = new IOException("broken");

    private RxValues() {}

    public static void main(String[] args) throws IOException {
        System.out.println("value " + single("single", Single.just("ok")).blockingGet());
        single("single-refused", Single.just("refused")).blockingGet();
        single("single-error", Single.error(BROKEN)).onErrorReturnItem("caught").blockingGet();
        single("single-cancelled", Single.never()).subscribe().dispose();
        single("single-unsubscribed", Single.just("ok"));
        System.out.println("value " + maybe("maybe", Maybe.just("ok")).blockingGet());
        System.out.println("empty " + maybe("maybe-empty", Maybe.empty()).blockingGet());
        maybe("maybe-error", Maybe.error(BROKEN)).onErrorComplete().blockingGet();
        maybe("maybe-cancelled", Maybe.never()).subscribe().dispose();
        completable("completable", Completable.complete()).blockingAwait();
        completable("completable-error", Completable.error(BROKEN)).onErrorComplete().blockingAwait();
        completable("completable-cancelled", Completable.never()).subscribe().dispose();
        System.out.println("many " + observable("observable", Observable.just(1, 2)).toList().blockingGet());
        observable("observable-error", Observable.error(BROKEN)).onErrorReturnItem(0).blockingLast();
        observable("observable-cancelled", Observable.never()).subscribe().dispose();
        System.out.println("many " + flowable("flowable", Flowable.just(1, 2)).toList().blockingGet());
        flowable("flowable-error", Flowable.error(BROKEN)).onErrorReturnItem(0).blockingLast();
        flowable("flowable-cancelled", Flowable.never()).subscribe().dispose();
        System.out.println("ready");
        Stdin.awaitEnd();
    }

    @JobStart("value")
    @JobComplete(value = "value", failedWhen = "return == refused")
    private static Single<String> single(@JobId String id, Single<String> value) {
        return value;
    }

    @JobStart("value")
    @JobComplete("value")
    private static Maybe<String> maybe(@JobId String id, Maybe<String> value) {
        return value;
    }

    @JobStart("value")
    @JobComplete("value")
    private static Completable completable(@JobId String id, Completable value) {
        return value;
    }

    @JobStart("value")
    @JobComplete("value")
    private static Observable<Integer> observable(@JobId String id, Observable<Integer> value) {
        return value;
    }

    @JobStart("value")
    @JobComplete("value")
    private static Flowable<Integer> flowable(@JobId String id, Flowable<Integer> value) {
        return value;
    }
}
