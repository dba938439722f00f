package io.mangamotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void takes_what_is_given_and_has_defaults_for_the_rest() {
        Options options = Options.parse("--home", "x", "--once", "--workers", "4");

        assertThat(options.home).isEqualTo(Path.of("x"));
        assertThat(options.once).isTrue();
        assertThat(options.workers).isEqualTo(4);
        assertThat(options.queue).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "--once, --home is missing",
        "--home, --home needs a value",
        "--home x --workers 0, '--workers is \"0\"; it must be a whole number from 1 on'",
        "--home x --generate many, '--generate is \"many\"; it must be a whole number from 0 on'",
        "--home x --hold f, --hold needs --once",
        "--home x --once --generate-every 1, --generate-every and --once exclude each other",
        "--home x --fast, There is no option --fast",
    })
    void says_what_is_wrong(String commandLine, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(commandLine.split(" ")))
                .withMessage(message);
    }

    @Test
    void says_that_the_port_of_clamd_is_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scanner.fromEnvironment(Map.of("CLAMD_HOST", "localhost", "CLAMD_PORT", "http")))
                .withMessage("CLAMD_PORT is \"http\"; it must be a port from 0 to 65535");
    }
}
