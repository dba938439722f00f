package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** What is nobody's business does not reach a log, be it the agent's or the application's. */
class SecretFieldsIT {
    @OnEveryJvm
    void masks_secrets_in_all_lines(Jvm jvm) throws URISyntaxException {
        try (ForkedApp app = start(Launch.on(jvm))) {
            app.awaitStdout("ready");
            app.checkMetrics();
            assertThat(app.stdout()).noneMatch(line -> line.contains("s3cret"));
            assertThat(inside(app)).contains("access_token=***", "tokens_used=17", "user_id=user-1", "job_id=job-1");
            assertThat(app.lifecycleLines()).hasSize(2).allSatisfy(line -> {
                assertThat(line.get("access_token").asText()).isEqualTo("***");
                assertThat(line.get("tokens_used").asInt()).isEqualTo(17);
            });
        }
    }

    @OnEveryJvm
    void hashes_and_renames_what_the_configuration_says(Jvm jvm) throws URISyntaxException {
        Launch launch = Launch.on(jvm)
                .option("log.hash", "user_id:access_token")
                .option("log.fields.job_id", "job.id")
                .option("log.fields.attempts", "false")
                .variable("JOBLENS_LOG_HASH_SALT", "a salt of the deployment")
                .variable("JOBLENS_LOG_MASK", "tokens_used");
        try (ForkedApp app = start(launch)) {
            app.awaitStdout("ready");
            app.checkMetrics();
            // HMAC-SHA-256 of "user-1", by openssl.
            String hash = "hash:2277e1ce0a3be428";
            assertThat(inside(app))
                    .contains("user_id=" + hash, "job.id=job-1", "tokens_used=***", "access_token=hash:")
                    .doesNotContain("job_id", "attempts");
            JsonNode first = app.lifecycleLines().get(0);
            assertThat(first.get("user_id").asText()).isEqualTo(hash);
            assertThat(first.get("job.id").asText()).isEqualTo("job-1");
            assertThat(first.has("attempts")).isFalse();
        }
    }

    @OnEveryJvm
    void says_that_a_salt_is_missing(Jvm jvm) throws URISyntaxException {
        Launch launch = Launch.on(jvm)
                .option("log.hash", "user_id")
                .expectStderr("joblens: log.hash has no log.hash-salt: .*JOBLENS_LOG_HASH_SALT.*");
        try (ForkedApp app = start(launch)) {
            app.awaitStdout("ready");
            app.checkMetrics();
            assertThat(inside(app)).containsPattern("user_id=hash:[0-9a-f]{16}");
        }
    }

    private static String inside(ForkedApp app) {
        return app.applicationLines().stream()
                .filter(line -> line.startsWith("inside"))
                .findFirst()
                .orElseThrow();
    }

    private static ForkedApp start(Launch launch) throws URISyntaxException {
        Path configuration =
                Path.of(SecretFieldsIT.class.getResource("logback-mdc.xml").toURI());
        return launch.classPath(Built.logback())
                .property("logback.configurationFile", configuration.toString())
                .main("io.joblens.scenarios.SecretFields");
    }
}
