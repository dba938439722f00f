package io.joblens.scenarios;

/** Work in another thread. */
final class Threads {
    /** Work that may throw. */
    interface Work {
        void run() throws Exception;
    }

    private Threads() {}

    /** Does the work in a thread of its own and waits for it. */
    static void elsewhere(Work work) throws InterruptedException {
        Thread thread = new Thread(() -> quietly(work), "elsewhere");
        thread.start();
        thread.join();
    }

    /** Does the work here and prints what it throws, with the lines of these classes it came through. */
    static void quietly(Work work) {
        try {
            work.run();
        } catch (Throwable thrown) {
            System.out.println("threw " + thrown);
            for (StackTraceElement frame : thrown.getStackTrace()) {
                // A lambda's name has a number that depends on what was compiled.
                if (frame.getClassName().startsWith("io.joblens.") && !frame.getMethodName().contains("lambda")) {
                    System.out.println("  at " + frame);
                }
            }
        }
    }
}
