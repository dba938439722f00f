package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Logback, the last release of each line. */
@ParameterizedClass(name = "Logback {1} on {0}")
@MethodSource("versions")
class LogbackIT extends ApplicationLogContract {
    private static final List<String> JAVA_8 = List.of("1.2.13", "1.3.16");
    private static final List<String> JAVA_11 = List.of("1.4.14", "1.5.18", "1.6.6");

    @Parameter(0)
    Jvm jvm;

    @Parameter(1)
    String version;

    static Stream<Arguments> versions() {
        return Jvms.all()
                .flatMap(jvm -> Stream.concat(JAVA_8.stream(), jvm.feature() < 11 ? Stream.empty() : JAVA_11.stream())
                        .map(version -> Arguments.of(jvm, version)));
    }

    @Test
    void has_the_fields_in_an_event_and_in_its_serialized_copy() {
        try (ForkedApp app = launch().main("io.joblens.scenarios.LogbackEvents")) {
            assertThat(app.stdout())
                    .contains("event {attempts=1, job_id=job-1, job_type=work, own=mine}")
                    .contains("copy {attempts=1, job_id=job-1, job_type=work, own=mine}");
        }
    }

    @Override
    Launch launch() {
        return Launch.on(jvm)
                .classPath(Neighbour.libraries("logback-" + version))
                .classPath(Neighbour.libraries(version.startsWith("1.2.") ? "encoder-of-logback-1.2" : "encoder"))
                .property(
                        "logback.configurationFile",
                        resource("logback-contract.xml").toString());
    }
}
