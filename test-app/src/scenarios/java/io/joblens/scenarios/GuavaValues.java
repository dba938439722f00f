package io.joblens.scenarios;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.ListenableFutureTask;
import com.google.common.util.concurrent.SettableFuture;
import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import java.io.IOException;
import java.util.concurrent.Future;

/** Job methods that return futures of Guava. */
public final class GuavaValues {
    private GuavaValues() {}

    public static void main(String[] args) throws Exception {
        SettableFuture<String> later = SettableFuture.create();
        System.out.println("same object " + (future("later", later) == later));
        later.set("ok");
        SettableFuture<String> refused = SettableFuture.create();
        future("refused", refused);
        refused.set("refused");
        SettableFuture<String> broken = SettableFuture.create();
        future("error", broken);
        broken.setException(new IOException("broken"));
        SettableFuture<String> cancelled = SettableFuture.create();
        future("cancelled", cancelled);
        System.out.println("cancelled " + cancelled.cancel(true) + " " + cancelled.isCancelled());
        SettableFuture<String> already = SettableFuture.create();
        already.set("ok");
        future("already", already);
        ListenableFutureTask<String> task = ListenableFutureTask.create(() -> "ok");
        System.out.println("same object " + (plain("task", task) == task));
        task.run();
        System.out.println("null " + future("null", null));
        System.out.println("ready");
        Stdin.awaitEnd();
    }

    @JobStart("value")
    @JobComplete(value = "value", failedWhen = "return == refused")
    private static ListenableFuture<String> future(@JobId String id, ListenableFuture<String> value) {
        return value;
    }

    @JobStart("value")
    @JobComplete("value")
    private static Future<String> plain(@JobId String id, Future<String> value) {
        return value;
    }
}
