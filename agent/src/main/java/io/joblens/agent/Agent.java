package io.joblens.agent;

import io.joblens.bootstrap.report.Reports;
import java.lang.instrument.Instrumentation;

public final class Agent {
    public static void start(String arguments, Instrumentation instrumentation) {
        Reports.say("hello " + Agent.class.getClassLoader() + " "
                + Agent.class.getClassLoader().getParent());
    }
}
