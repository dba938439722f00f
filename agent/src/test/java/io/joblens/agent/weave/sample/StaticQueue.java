package io.joblens.agent.weave.sample;

import io.joblens.api.QueueLength;

/** Its initializer is seen from outside. */
public class StaticQueue {
    public static final String PROPERTY = "joblens.test.initialized";

    @QueueLength
    static int length;

    static {
        System.setProperty(PROPERTY, "yes");
        length = 17;
    }

    public static void touch() {}
}
