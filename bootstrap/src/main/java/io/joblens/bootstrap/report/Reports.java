package io.joblens.bootstrap.report;

import java.io.PrintStream;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Sentences for whoever runs the JVM, on the stderr that was there when the agent started. Thread-safe; never throws. */
public final class Reports {
    private static final int MOST_KINDS = 200;

    private static final PrintStream STDERR = System.err;
    private static final LongAdder ERRORS = new LongAdder();
    private static final Set<String> SAID = Collections.newSetFromMap(new ConcurrentHashMap<String, Boolean>());

    private Reports() {}

    /** How many errors were caught at the doors of woven code. */
    public static LongAdder errors() {
        return ERRORS;
    }

    /** Says a sentence, in one line. */
    public static void say(String sentence) {
        try {
            STDERR.println(new StringBuilder("joblens: ").append(sentence).toString());
        } catch (Throwable closed) {
            // There is nobody left to tell.
        }
    }

    /** Says a sentence the first time that something of this kind happens. */
    public static void sayOnce(String kind, String sentence) {
        if (SAID.size() < MOST_KINDS && SAID.add(kind)) {
            say(sentence);
        }
    }

    /**
     * Counts an error that was kept from the application, and reports the first of its kind: the same exception class
     * from the same place. Of a full stack or heap, which is the application's own affair, nothing is said.
     */
    public static void caught(Throwable thrown) {
        try {
            ERRORS.increment();
            if (thrown instanceof VirtualMachineError) {
                // No stack or heap to speak with: a class of the JDK whose first use fails here is broken for ever.
                return;
            }
            String kind = kindOf(thrown);
            if (SAID.size() < MOST_KINDS && !SAID.contains(kind)) {
                sayOnce(kind, sentenceFor(thrown, kind));
            }
        } catch (Throwable worse) {
            // A full stack or heap: it is counted, or not even that; the application goes on.
        }
    }

    private static String kindOf(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        StringBuilder kind = new StringBuilder(thrown.getClass().getName());
        if (trace.length > 0) {
            kind.append(" at ").append(trace[0]);
        }
        return kind.toString();
    }

    private static String sentenceFor(Throwable thrown, String kind) {
        String message = thrown.getMessage();
        StringBuilder sentence = new StringBuilder("kept from the application, and from now on only counted: ");
        sentence.append(kind);
        if (message != null) {
            sentence.append(": ").append(message.replace('\n', ' ').replace('\r', ' '));
        }
        return sentence.toString();
    }
}
