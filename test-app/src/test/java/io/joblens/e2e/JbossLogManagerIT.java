package io.joblens.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** JBoss LogManager as the log manager of the JVM, in front of which SLF4J stands. */
@ParameterizedClass(name = "JBoss LogManager {1} on {0}")
@MethodSource("versions")
class JbossLogManagerIT extends ApplicationLogContract {
    @Parameter(0)
    Jvm jvm;

    @Parameter(1)
    String version;

    static Stream<Arguments> versions() {
        return Jvms.all()
                .flatMap(jvm -> Stream.of("2.1.0", "3.2.2")
                        .filter(version -> jvm.feature() >= 17 || version.startsWith("2."))
                        .map(version -> Arguments.of(jvm, version)));
    }

    @Override
    JsonNode context(JsonNode line) {
        return line.get("mdc");
    }

    @Override
    Launch launch() {
        return Launch.on(jvm)
                .classPath(Neighbour.libraries("jboss-logmanager-" + version))
                .property("java.util.logging.manager", "org.jboss.logmanager.LogManager")
                .property(
                        "logging.configuration",
                        resource("jboss-contract.properties").toUri().toString());
    }
}
