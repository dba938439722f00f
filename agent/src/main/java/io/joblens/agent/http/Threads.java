package io.joblens.agent.http;

import java.util.concurrent.ThreadFactory;

/**
 * Makes the threads of the endpoint. They keep no application alive and hold nothing of it: daemons, in the JVM's own
 * thread group, which an application does not interrupt, and without a context class loader.
 */
final class Threads implements ThreadFactory {
    private final String name;

    Threads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(systemGroup(), work, name);
        thread.setDaemon(true);
        thread.setPriority(Thread.NORM_PRIORITY);
        thread.setContextClassLoader(null);
        return thread;
    }

    private static ThreadGroup systemGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }
}
