package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobStart;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Looks around, from inside a job, for anything that the application did not bring along; prints what it finds. */
public final class Sight {
    private static final String[] CLASSES = {
        "net.bytebuddy.ByteBuddy",
        "com.fasterxml.jackson.core.JsonFactory",
        "org.snakeyaml.engine.v2.api.Load",
        "io.joblens.agent.Agent"
    };
    private static final String[] RESOURCES = {
        "net/bytebuddy/ByteBuddy.class",
        "com/fasterxml/jackson/core/JsonFactory.class",
        "org/snakeyaml/engine/v2/api/Load.class",
        "io/joblens/agent/Agent.class",
        "META-INF/services/com.fasterxml.jackson.core.JsonFactory",
        "META-INF/maven",
        "META-INF/maven/net.bytebuddy/byte-buddy/pom.properties",
        "META-INF/LICENSE",
        "META-INF/NOTICE"
    };

    private Sight() {}

    public static void main(String[] args) throws Exception {
        look();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("joblens") && (!thread.isDaemon() || thread.getContextClassLoader() != null)) {
                System.out.println("thread " + thread);
            }
        }
        System.out.println("ready");
        Stdin.awaitEnd();
    }

    @JobStart("look")
    @JobComplete("look")
    private static void look() throws IOException {
        ClassLoader loader = Sight.class.getClassLoader();
        for (String name : CLASSES) {
            try {
                Class<?> seen = Class.forName(name, false, loader);
                System.out.println("class " + name + " from " + from(seen));
            } catch (ClassNotFoundException expected) {
                continue;
            }
        }
        for (String name : RESOURCES) {
            List<URL> seen = new ArrayList<URL>(Collections.list(loader.getResources(name)));
            for (URL url : seen) {
                if (!url.toString().startsWith("jrt:")) {
                    System.out.println("resource " + file(url.toString()));
                }
            }
        }
    }

    private static String from(Class<?> seen) {
        return seen.getProtectionDomain().getCodeSource() == null
                ? "the bootstrap path"
                : file(seen.getProtectionDomain().getCodeSource().getLocation().toString());
    }

    private static String file(String url) {
        String jar = url.contains("!") ? url.substring(0, url.indexOf('!')) : url;
        return jar.substring(jar.lastIndexOf('/') + 1);
    }
}
