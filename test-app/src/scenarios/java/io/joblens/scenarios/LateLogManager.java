package io.joblens.scenarios;

import java.io.IOException;
import java.util.logging.LogManager;
import javax.management.MBeanServerFactory;

/** As an application server does, chooses its LogManager, and who makes its MBean server, when it has been running for a while. */
public final class LateLogManager {
    private LateLogManager() {}

    public static void main(String[] args) throws IOException {
        System.out.println("ready");
        System.in.read();
        System.out.println("MBean servers: " + MBeanServerFactory.findMBeanServer(null).size());
        System.setProperty("java.util.logging.manager", Own.class.getName());
        System.out.println("LogManager: " + LogManager.getLogManager().getClass().getSimpleName());
        Stdin.awaitEnd();
    }

    /** The one that is chosen. */
    public static final class Own extends LogManager {}
}
