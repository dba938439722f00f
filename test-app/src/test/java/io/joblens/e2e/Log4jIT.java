package io.joblens.e2e;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Log4j 2 in each of the ways in which it makes events. */
@ParameterizedClass(name = "Log4j {1} with {2} on {0}")
@MethodSource("ways")
class Log4jIT extends ApplicationLogContract {
    private static final Map<String, Map<String, String>> WAYS = Map.of(
            "reused events", Map.of(),
            "new events", Map.of("log4j2.enableThreadlocals", "false"),
            "garbage-free context", Map.of("log4j2.garbagefreeThreadContextMap", "true"),
            "asynchronous loggers",
                    Map.of("log4j2.contextSelector", "org.apache.logging.log4j.core.async.AsyncLoggerContextSelector"));

    @Parameter(0)
    Jvm jvm;

    @Parameter(1)
    String version;

    @Parameter(2)
    String way;

    static Stream<Arguments> ways() {
        return Jvms.all()
                .flatMap(jvm -> Stream.of("2.17.0", "2.26.1")
                        .flatMap(version ->
                                WAYS.keySet().stream().sorted().map(way -> Arguments.of(jvm, version, way))));
    }

    @Override
    Launch launch() {
        Launch launch = Launch.on(jvm)
                .classPath(Neighbour.libraries("log4j-" + version))
                .property(
                        "log4j2.configurationFile",
                        resource("log4j2-contract.xml").toString());
        WAYS.get(way).forEach(launch::property);
        if (jvm.feature() >= 24 && way.equals("asynchronous loggers")) {
            // The JVM's own words about the disruptor.
            launch.expectStderrWithout("joblens");
        }
        return launch;
    }

    /** Log4j gives every class loader a context of its own, with threads, which the server has to stop. */
    @Override
    Launch deploymentLaunch() {
        boolean isAsynchronous = way.equals("asynchronous loggers");
        return launch().property(
                        "log4j2.contextSelector",
                        isAsynchronous
                                ? "org.apache.logging.log4j.core.async.BasicAsyncLoggerContextSelector"
                                : "org.apache.logging.log4j.core.selector.BasicContextSelector");
    }
}
