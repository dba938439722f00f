package io.joblens.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Who tells the agent what the methods of an application mean. Whatever one can say, the other can. */
enum Source {
    ANNOTATIONS {
        @Override
        Launch on(Jvm jvm) {
            return Launch.on(jvm);
        }
    },
    /** The same classes without the annotations, and {@code scenarios.yaml}. */
    RULES {
        @Override
        Launch on(Jvm jvm) {
            return Launch.on(jvm).applications(Unannotated.scenarios()).option("config", rules().toString());
        }
    };

    /** The applications under the agent, as this source tells it of them. */
    abstract Launch on(Jvm jvm);

    /** Each source on each of {@link Jvms#all()}. */
    static Stream<Arguments> onEveryJvm() {
        return Jvms.all().flatMap(jvm -> Stream.of(values()).map(source -> Arguments.of(jvm, source)));
    }

    private static Path rules() {
        Path file = Path.of("target/scenarios.yaml").toAbsolutePath();
        try (InputStream in = Source.class.getResourceAsStream("scenarios.yaml")) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
