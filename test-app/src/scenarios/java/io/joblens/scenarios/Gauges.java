package io.joblens.scenarios;

import io.joblens.api.FailedJobsDlq;
import io.joblens.api.QueueLength;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Gauges of every kind; each of them feeds another digit of the sum. */
public final class Gauges {
    private static Waiting dropped = new Waiting(4);

    private Gauges() {}

    public static void main(String[] args) throws IOException {
        Waiting first = new Waiting(1);
        Waiting second = new Waiting(2);
        Other other = new Other("by another constructor");
        System.out.println(Fixed.class.getSimpleName() + Fixed.waiting());
        System.out.println("ready");
        // Until the first line comes, all of them live.
        System.in.read();
        drop();
        System.out.println("dropped");
        Stdin.awaitEnd();
        System.out.println(first.queue.size() + second.queue.size() + other.numbers.length);
    }

    private static void drop() {
        WeakReference<Waiting> watched = new WeakReference<>(dropped);
        dropped = null;
        while (watched.get() != null) {
            System.gc();
        }
    }

    /** Units: a collection. */
    static class Waiting {
        @QueueLength
        private final Deque<String> queue = new ArrayDeque<>();

        Waiting(int length) {
            queue.addAll(Collections.nCopies(length, "job"));
        }
    }

    /** Tens to thousands: an array, a number of a subclass, a private method, a map; a null is 0. */
    static final class Other extends Base {
        @QueueLength
        final long[] numbers = new long[20];

        @QueueLength
        private final Map<String, String> nothing = null;

        @FailedJobsDlq
        private final Map<String, String> dead = Collections.singletonMap("one", "job");

        Other(String reason) {
            this(reason.length());
        }

        private Other(int length) {
            super(300);
            System.out.println("constructed " + length);
        }

        @QueueLength
        private int waiting() {
            return 4000;
        }
    }

    static class Base {
        @QueueLength
        private final AtomicInteger inherited;

        Base(int count) {
            inherited = new AtomicInteger(count);
        }
    }

    /** Ten thousands and more: static ones, with an initializer. */
    static final class Fixed {
        @QueueLength
        private static final AtomicInteger COUNT = new AtomicInteger(50_000);

        @FailedJobsDlq
        private static final String[] DEAD = Arrays.copyOf(new String[0], 20);

        private Fixed() {}

        @QueueLength
        static int waiting() {
            return 600_000;
        }
    }
}
