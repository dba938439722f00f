package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import io.joblens.api.Operation;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Methods that return a completion stage: the run ends when the stage does. */
final class Stages {
    private Stages() {}

    static void run() throws InterruptedException {
        CompletableFuture<String> later = new CompletableFuture<>();
        System.out.println("same object " + (stage("l1", later) == later));
        System.out.println("done " + later.isDone());
        Threads.elsewhere(() -> later.complete("ok"));
        System.out.println("value " + later.join());

        CompletableFuture<String> already = CompletableFuture.completedFuture("ok");
        System.out.println("same object " + (stage("l2", already) == already));

        CompletableFuture<String> broken = new CompletableFuture<>();
        stage("l3", broken);
        broken.completeExceptionally(new IOException("broken"));

        CompletableFuture<String> cancelled = new CompletableFuture<>();
        stage("l4", cancelled);
        System.out.println("cancelled " + cancelled.cancel(true) + " " + cancelled.isCancelled());

        System.out.println("null " + stage("l5", null));

        CompletableFuture<String> refused = new CompletableFuture<>();
        stage("l6", refused);
        refused.complete("refused");

        CompletableFuture<String> derived = new CompletableFuture<>();
        stage("l7", derived.thenApply(String::trim));
        derived.completeExceptionally(new IOException("before"));

        startApart("l8");
        CompletableFuture<String> apart = new CompletableFuture<>();
        completeApart("l8", apart);
        apart.complete("ok");

        CompletableFuture<String> step = new CompletableFuture<>();
        operation(step);
        step.completeExceptionally(new IOException("step"));
    }

    @JobStart("stage")
    @JobComplete(value = "stage", failedWhen = "return == refused")
    private static CompletionStage<String> stage(@JobId String id, CompletionStage<String> stage) {
        System.out.println("stage " + id);
        return stage;
    }

    @JobStart("stage-apart")
    private static void startApart(@JobId String id) {
        System.out.println("start " + id);
    }

    @JobComplete("stage-apart")
    private static CompletionStage<String> completeApart(@JobId String id, CompletionStage<String> stage) {
        System.out.println("complete " + id);
        return stage;
    }

    @Operation("stage-step")
    private static CompletionStage<String> operation(CompletionStage<String> stage) {
        return stage;
    }
}
