package io.joblens.scenarios;

import io.joblens.api.QueueLength;
import java.io.IOException;

/** One gauge that throws beside one that does not. */
public final class ThrowingGauge {
    @QueueLength
    private static int two = 2;

    private ThrowingGauge() {}

    @QueueLength
    static int broken() {
        throw new IllegalStateException("the queue is closed");
    }

    public static void main(String[] args) throws IOException {
        System.out.println("ready");
        Stdin.awaitEnd();
        System.out.println("still " + two);
    }
}
