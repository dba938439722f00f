package io.joblens.e2e;

import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** reload4j, and the Log4j 1.2 that it continues. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("versions")
class Reload4jIT extends ApplicationLogContract {
    @Parameter(0)
    Jvm jvm;

    @Parameter(1)
    String library;

    static Stream<Arguments> versions() {
        return Jvms.all()
                .flatMap(jvm -> Stream.of("log4j-1.2.17", "reload4j-1.2.18.0", "reload4j-1.2.27")
                        // The MDC of Log4j 1.2.17 takes a Java without a dot in its version for Java 1.1.
                        .filter(library -> jvm.feature() == 8 || !library.startsWith("log4j-"))
                        .map(library -> Arguments.of(jvm, library)));
    }

    @Override
    Launch launch() {
        return Launch.on(jvm)
                .classPath(Neighbour.libraries(library))
                .property(
                        "log4j.configuration",
                        resource("log4j-contract.xml").toUri().toString());
    }
}
