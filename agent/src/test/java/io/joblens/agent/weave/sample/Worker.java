package io.joblens.agent.weave.sample;

import io.joblens.api.Attempt;
import io.joblens.api.JobComplete;
import io.joblens.api.JobCreated;
import io.joblens.api.JobError;
import io.joblens.api.JobFailed;
import io.joblens.api.JobField;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import io.joblens.api.Operation;
import io.joblens.api.Scan;
import io.joblens.api.UserId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Methods of every shape that can be woven. */
public class Worker {
    public String name = "worker-1";

    @JobStart("none")
    @JobComplete
    public void none() {}

    @JobStart("one")
    @JobComplete
    public void one(@JobId long id) {}

    @JobStart("three")
    @JobComplete
    public static int three(@JobId long id, double between, @UserId String user, @Attempt int attempt) {
        return attempt;
    }

    @JobStart("five")
    @JobComplete(failedWhen = "arg4 == 50")
    public double five(
            @JobField("a") byte a,
            @JobField("b") double b,
            @JobField("c") char c,
            @JobField("d") long d,
            @JobField("e") int e,
            float unread) {
        return a + b + c + d + e + unread;
    }

    @JobStart("reassigned")
    @JobComplete(skippedWhen = "arg0 == 7")
    public int reassigned(long size) {
        size = size + 1;
        return (int) size;
    }

    @JobStart("of this")
    @JobComplete(failedWhen = "this.name == 'worker-1'")
    public void ofThis() {}

    @JobStart("of int")
    @JobComplete(failedWhen = "return == 7")
    public int ofInt(int value) {
        return value;
    }

    @JobStart("of long")
    @JobComplete(failedWhen = "return == 7")
    public long ofLong(long value) {
        return value;
    }

    @JobStart("of boolean")
    @JobComplete(failedWhen = "return == false")
    public boolean ofBoolean(boolean value) {
        return value;
    }

    @JobStart("of double")
    @JobComplete(failedWhen = "return == 7.5")
    public double ofDouble(double value) {
        return value;
    }

    @JobStart("of array")
    @JobComplete(failedWhen = "return == null")
    public int[] ofArray(int[] value) {
        return value;
    }

    @JobStart("of void")
    @JobComplete(failedWhen = "return == 7")
    public void ofVoid() {}

    @JobStart("stage")
    @JobComplete(failedWhen = "return == 'bad'")
    public CompletableFuture<String> stage(@JobId String id, CompletableFuture<String> result) {
        return result;
    }

    @JobStart("object")
    @JobComplete
    public Object object(@JobId String id, Object result) {
        return result;
    }

    @Scan(value = "stage", infectedWhen = "return == INFECTED")
    public CompletionStage<String> scanStage(CompletionStage<String> result) {
        return result;
    }

    @Scan(infectedWhen = "return == 1")
    @JobComplete
    @Operation("step")
    @JobStart("both")
    public int both(@JobId int id, RuntimeException toThrow) {
        if (toThrow != null) {
            throw toThrow;
        }
        return id;
    }

    @JobCreated("split")
    public void create(@JobId String id) {}

    @JobStart("split")
    public void begin(@JobId String id, RuntimeException toThrow) {
        if (toThrow != null) {
            throw toThrow;
        }
    }

    @JobFailed("split")
    public void fail(@JobId String id, @JobError(path = "message") Exception why) {}

    @JobComplete
    public void finish(@JobId String id) {}

    @JobStart("recursive")
    @JobComplete
    public int recursive(int depth) {
        return depth == 0 ? 0 : 1 + recursive(depth - 1);
    }

    @JobStart("loop")
    @JobComplete
    public synchronized String branches(int way) {
        for (int i = 0; ; i++) {
            if (i == way) {
                return "at " + i;
            }
            try {
                if (i > 5) {
                    throw new IllegalStateException();
                }
            } catch (IllegalStateException e) {
                return "caught";
            } finally {
                way--;
            }
        }
    }
}
