package io.joblens.agent.log;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A stack trace with causes and suppressed exceptions, in the words of {@link Throwable#printStackTrace()} and of bounded
 * length. Each throwable gets a bounded number of frames, so that a deep stack leaves room for its cause.
 */
final class StackText {
    /** In characters. */
    static final int MOST = 16 * 1024;

    static final int MOST_FRAMES = 64;

    private static final int MOST_HEAD = 1024;
    private static final String CUT = " ... (cut)";
    private static final StackTraceElement[] NO_FRAMES = {};

    private final StringBuilder text = new StringBuilder(1024);
    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());

    private StackText() {}

    static String of(Throwable thrown) {
        StackText stack = new StackText();
        stack.add(thrown, "", "", NO_FRAMES);
        return stack.bounded();
    }

    /** Adds a throwable and all its causes. */
    private void add(Throwable thrown, String caption, String indent, StackTraceElement[] enclosing) {
        StackTraceElement[] around = enclosing;
        String word = caption;
        for (Throwable at = thrown; at != null && !isFull(); at = ErrorText.causeOf(at)) {
            if (!seen.add(at)) {
                addLine(indent, word, "[CIRCULAR REFERENCE: " + head(at) + "]");
                return;
            }
            addLine(indent, word, head(at));
            StackTraceElement[] frames = framesOf(at);
            addFrames(frames, inCommon(frames, around), indent);
            addSuppressed(at, indent, frames);
            around = frames;
            word = "Caused by: ";
        }
    }

    private void addFrames(StackTraceElement[] frames, int inCommon, String indent) {
        int own = frames.length - inCommon;
        int shown = Math.min(own, MOST_FRAMES);
        for (int i = 0; i < shown && !isFull(); i++) {
            addLine(indent, "\tat ", String.valueOf(frames[i]));
        }
        if (shown < own) {
            addLine(indent, "\t... ", (own - shown) + " frames cut");
        }
        if (inCommon > 0) {
            addLine(indent, "\t... ", inCommon + " more");
        }
    }

    private void addSuppressed(Throwable thrown, String indent, StackTraceElement[] frames) {
        // A final method of the JDK: it cannot throw.
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (isFull()) {
                return;
            }
            add(suppressed, "Suppressed: ", indent + "\t", frames);
        }
    }

    private void addLine(String indent, String caption, String words) {
        if (text.length() > 0) {
            text.append('\n');
        }
        text.append(indent).append(caption).append(words);
    }

    private boolean isFull() {
        return text.length() > MOST;
    }

    private String bounded() {
        if (isFull()) {
            text.setLength(MOST - CUT.length());
            text.append(CUT);
        }
        return text.toString();
    }

    private static String head(Throwable thrown) {
        String head = ErrorText.headOf(thrown);
        return head.length() <= MOST_HEAD ? head : head.substring(0, MOST_HEAD) + CUT;
    }

    private static StackTraceElement[] framesOf(Throwable thrown) {
        try {
            StackTraceElement[] frames = thrown.getStackTrace();
            return frames == null ? NO_FRAMES : frames;
        } catch (Throwable broken) {
            return NO_FRAMES;
        }
    }

    /** How many frames at the ends of both traces are the same. */
    private static int inCommon(StackTraceElement[] frames, StackTraceElement[] around) {
        int count = 0;
        while (count < frames.length
                && count < around.length
                && frames[frames.length - 1 - count].equals(around[around.length - 1 - count])) {
            count++;
        }
        return count;
    }
}
