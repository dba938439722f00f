package io.joblens.scenarios;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/** Does what each line of stdin says, and says that it was done; without an annotation. */
public final class Commands {
    private static final CountDownLatch RELEASED = new CountDownLatch(1);

    private Commands() {}

    public static void main(String[] args) throws Exception {
        Queue queue = new Queue();
        Thread held = null;
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        int count = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("hold")) {
                held = new Thread(Commands::hold);
                held.start();
            } else if (line.equals("release")) {
                RELEASED.countDown();
                held.join();
            } else {
                run(line, queue);
            }
            System.out.println("done " + ++count + " " + line);
        }
    }

    private static void run(String command, Queue queue) throws IOException {
        switch (command) {
            case "work":
                work("w");
                break;
            case "other":
                Other.other();
                break;
            case "late":
                Late.late();
                break;
            case "put":
                queue.waiting.add(command);
                break;
            case "begin":
                begin("x");
                break;
            case "finish":
                finish("x");
                break;
            default:
                throw new IOException("no such command " + command);
        }
    }

    static String work(String id) {
        return "worked " + id;
    }

    static void begin(String id) {
        System.out.println("begin " + id);
    }

    static void finish(String id) {
        System.out.println("finish " + id);
    }

    private static void hold() {
        try {
            System.out.println("holding");
            RELEASED.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another class, loaded from the beginning. */
    static final class Other {
        static void other() {
            System.out.println("other");
        }
    }

    /** Loaded when it is first asked for. */
    static final class Late {
        static void late() {
            System.out.println("late");
        }
    }

    /** A queue that is there from the beginning. */
    static final class Queue {
        final Deque<String> waiting = new ArrayDeque<String>();
    }
}
