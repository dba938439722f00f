package io.joblens.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.api.JobLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {
    private final SecretNames names = new SecretNames(List.of("iban", "*pin", "-token_count", "user_id"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password", "PASSWORD", "db_password", "dbPassword", "password2", "DB-Password", "user.password.old",
                        "X-API-Key",
                "apiKey", "API_KEY", "myAPIKey", "access_token", "accessToken", "clientSecret", "Authorization",
                        "set_cookie",
                "aws.credentials", "passwd", "privateKey", "jwt"
            })
    void look_secret_with_and_without_the_agent(String name) {
        assertThat(names.contain(name)).isTrue();
        assertThat(isMaskedWithoutAgent(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tokens_used",
                "secretary",
                "keyboard",
                "passenger",
                "object_key",
                "key",
                "api_version",
                "cookbook",
                "tokenizer",
                "author",
                "job_id",
                "a",
                "file_count",
                "passwordless"
            })
    void look_harmless_with_and_without_the_agent(String name) {
        assertThat(names.contain(name)).isFalse();
        assertThat(isMaskedWithoutAgent(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "iban, true",
        "customerIban, true",
        "ibanish, false",
        "card_pin, true",
        "spinner, false",
        "pin, true",
        "token_count, false",
        "tokenCount, false",
        "token, true",
        "user_id, true"
    })
    void are_what_the_configuration_adds_and_takes_away(String name, boolean secret) {
        assertThat(names.contain(name)).isEqualTo(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "-", "_", "7", "\uD83D\uDE00", "a=b"})
    void can_be_anything(String name) {
        assertThat(new SecretNames(List.of()).contain(name)).isFalse();
        assertThat(isMaskedWithoutAgent(name)).isFalse();
    }

    private static boolean isMaskedWithoutAgent(String name) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            JobLog.error("test", name, "value");
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).trim().endsWith("=***");
    }
}
