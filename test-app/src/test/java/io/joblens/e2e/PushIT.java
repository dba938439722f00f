package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM that is gone before anybody scrapes it leaves behind. */
class PushIT {
    private static final String BATCH = "io.joblens.scenarios.Batch";
    private static final int TERMINATED = 143;

    @TempDir
    Path folder;

    /** By a real Pushgateway; of each test there is one group. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class To_a_pushgateway {
        private Gateway gateway;

        @BeforeAll
        void start() {
            gateway = Gateway.open();
        }

        @AfterAll
        void end() {
            if (gateway != null) {
                gateway.close();
            }
        }

        @OnEveryJvm
        void pushes_the_job_of_a_jvm_that_ends_before_its_endpoint_begins(Jvm jvm) throws Exception {
            try (ForkedApp app = to(gateway, jvm, "returning").main(BATCH, "return")) {
                assertThat(app.waitFor()).isZero();
            }
            assertThat(counted(jvm, "returning")).isEqualTo(1);
        }

        @OnEveryJvm
        void pushes_before_an_exit_and_leaves_its_status_alone(Jvm jvm) throws Exception {
            try (ForkedApp app = to(gateway, jvm, "exiting").expectExit(3).main(BATCH, "exit")) {
                app.waitFor();
            }
            assertThat(counted(jvm, "exiting")).isEqualTo(1);
        }

        @OnEveryJvm
        void pushes_when_the_jvm_is_told_to_terminate(Jvm jvm) throws Exception {
            try (ForkedApp app =
                    to(gateway, jvm, "terminated").expectExit(TERMINATED).main(BATCH, "wait")) {
                app.awaitStdout("ready").handle().destroy();
                app.waitFor();
            }
            assertThat(counted(jvm, "terminated")).isEqualTo(1);
        }

        @OnEveryJvm
        void counts_what_ends_in_a_shutdown_hook_of_the_application(Jvm jvm) throws Exception {
            for (String ending : new String[] {"hook", "exit-hook"}) {
                try (ForkedApp app = to(gateway, jvm, ending).main(BATCH, ending)) {
                    app.waitFor();
                }
                assertThat(counted(jvm, ending)).isEqualTo(2);
            }
        }

        @OnEveryJvm
        void groups_by_job_and_labels_of_any_kind(Jvm jvm) throws Exception {
            Map<String, String> group =
                    Map.of("job", "a/b c", "instance", "w\u00f6rker/" + jvm.feature(), "team", "..");
            Path file = Files.writeString(
                    folder.resolve("joblens.yaml"),
                    "push:\n  job: a/b c\n  labels: { instance: w\u00f6rker/" + jvm.feature() + ", team: '..' }\n");
            try (ForkedApp app =
                    to(gateway, jvm, null).option("config", file.toString()).main(BATCH, "return")) {
                app.waitFor();
            }
            assertThat(gateway.groups()).contains(group);
        }

        @OnEveryJvm
        void calls_the_group_by_the_main_class(Jvm jvm) throws Exception {
            try (ForkedApp app = to(gateway, jvm, null).main(BATCH, "return", "x")) {
                app.waitFor();
            }
            assertThat(gateway.groups()).contains(Map.of("job", BATCH));
        }

        @OnEveryJvm
        void pushes_now_and_then_while_the_jvm_runs(Jvm jvm) throws Exception {
            try (ForkedApp app =
                    to(gateway, jvm, "lingering").option("push.interval", "1s").main(BATCH, "linger")) {
                app.awaitStdout("ready");
                await().until(() -> gateway.scrape().has(processed(jvm, "lingering")));
            }
        }

        @OnEveryJvm
        void pushes_nothing_where_nothing_was_measured(Jvm jvm) throws Exception {
            // The endpoint has metrics of the JVM, which are nobody's job.
            try (ForkedApp app = Launch.on(jvm)
                    .option("push.url", gateway.url())
                    .option("push.job", "nothing-" + jvm.feature())
                    .main(BATCH, "nothing")) {
                assertThat(app.scrape().has("process_start_time_seconds")).isTrue();
                app.waitFor();
            }
            assertThat(gateway.groups()).doesNotContain(Map.of("job", "nothing-" + jvm.feature()));
        }

        private double counted(Jvm jvm, String job) throws Exception {
            return gateway.scrape().value(processed(jvm, job));
        }

        private String processed(Jvm jvm, String job) {
            return "job_processed_total{instance=\"" + jvm.feature() + "\",job=\"" + job + "\",job_type=\"batch\"}";
        }

        private Launch to(Gateway gateway, Jvm jvm, String job) {
            Launch launch = quiet(jvm).option("push.url", gateway.url()).option("push.job", job);
            return job != null ? launch.option("push.labels.instance", String.valueOf(jvm.feature())) : launch;
        }
    }

    @OnEveryJvm
    void says_who_it_is_to_a_pushgateway_that_asks(Jvm jvm) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), Gateway.PASSWORD + "\n");
        try (Gateway gateway = Gateway.withPassword(folder)) {
            Launch file = quiet(jvm)
                    .option("push.url", gateway.url())
                    .option("push.user", Gateway.USER)
                    .option("push.password-file", password.toString());
            try (ForkedApp app = file.option("push.job", "by-file").main(BATCH, "return")) {
                app.waitFor();
            }
            Launch variable = quiet(jvm)
                    .option("push.url", gateway.url())
                    .option("push.user", Gateway.USER)
                    .variable("JOBLENS_PUSH_PASSWORD", Gateway.PASSWORD);
            try (ForkedApp app = variable.option("push.job", "by-variable").main(BATCH, "return")) {
                app.waitFor();
            }
            Launch wrong = quiet(jvm)
                    .option("push.url", gateway.url())
                    .option("push.user", Gateway.USER)
                    .variable("JOBLENS_PUSH_PASSWORD", "wrong-secret")
                    .expectStderr(
                            "joblens: the metrics were not pushed to http://127\\.0\\.0\\.1:\\d+/metrics/job/refused:"
                                    + " it answered 401 Unauthorized(: Unauthorized)?");
            try (ForkedApp app = wrong.option("push.job", "refused").main(BATCH, "return")) {
                app.waitFor();
            }
            assertThat(gateway.groups())
                    .containsExactlyInAnyOrder(Map.of("job", "by-file"), Map.of("job", "by-variable"));
        }
    }

    @OnEveryJvm
    void pushes_over_tls_to_whom_the_jvm_trusts_and_to_nobody_else(Jvm jvm) throws Exception {
        Certificate certificate = Certificate.in(folder);
        try (Gateway gateway = Gateway.withTls(certificate, folder)) {
            Launch trusting = quiet(jvm)
                    .option("push.url", gateway.url())
                    .option("push.timeout", "60s")
                    .property("javax.net.ssl.trustStore", certificate.trusted().toString());
            try (ForkedApp app = trusting.option("push.job", "trusting").main(BATCH, "return")) {
                app.waitFor();
            }
            Launch elsewhere = quiet(jvm)
                    .option("push.url", gateway.url().replace("localhost", "127.0.0.1"))
                    .option("push.timeout", "3s")
                    .property("javax.net.ssl.trustStore", certificate.trusted().toString())
                    .expectStderr("joblens: (the metrics were not pushed to https://.*SSLHandshakeException.*"
                            + "|the JVM ends without waiting any longer for the push to https://.*)");
            try (ForkedApp app = elsewhere.option("push.job", "elsewhere").main(BATCH, "return")) {
                app.waitFor();
            }
            Launch strange = quiet(jvm)
                    .option("push.url", gateway.url())
                    .option("push.timeout", "3s")
                    .expectStderr("joblens: (the metrics were not pushed to https://.*SSLHandshakeException.*"
                            + "|the JVM ends without waiting any longer for the push to https://.*)");
            try (ForkedApp app = strange.option("push.job", "strange").main(BATCH, "return")) {
                app.waitFor();
            }
            assertThat(gateway.groups()).containsExactly(Map.of("job", "trusting"));
        }
    }

    @OnEveryJvm
    void tells_that_nobody_is_there_and_goes(Jvm jvm) {
        Launch launch = quiet(jvm)
                .option("push.url", "http://127.0.0.1:" + Launch.freePort())
                .option("push.timeout", "1s")
                .expectExit(3)
                .expectStderr("joblens: the metrics were not pushed to http://.*: java\\.net\\.ConnectException: .*"
                        + " \\(attempt \\d+\\)");
        try (ForkedApp app = launch.main(BATCH, "exit")) {
            assertThat(app.waitFor()).isEqualTo(3);
        }
    }

    /** The other end takes the connection and never says a word. */
    @OnEveryJvm
    void does_not_wait_for_one_that_never_answers(Jvm jvm) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Launch launch = quiet(jvm)
                    .option("push.url", "http://127.0.0.1:" + silent.getLocalPort())
                    .option("push.timeout", "1s")
                    .expectStderr("joblens: the metrics were not pushed to .*SocketTimeoutException.*");
            try (ForkedApp app = launch.main(BATCH, "return")) {
                assertThat(app.waitFor()).isZero();
            }
        }
    }

    @OnEveryJvm
    void leaves_a_last_snapshot_in_a_file_and_in_the_log(Jvm jvm) throws IOException {
        Path file = folder.resolve("snapshot.json");
        try (ForkedApp app = quiet(jvm)
                .option("snapshot.file", file.toString())
                .option("snapshot.log", "true")
                .variable("LOG_LEVEL", "error")
                .main(BATCH, "exit-hook")) {
            JsonNode snapshot = ForkedApp.parse(Files.readString(waitedFor(app, file)));
            assertThat(snapshot.at("/jobs/batch/counters/job_processed_total").asInt())
                    .isEqualTo(2);
            assertThat(app.lifecycleLines()).singleElement().satisfies(line -> {
                assertThat(line.path("message").asText()).isEqualTo("Metrics snapshot");
                assertThat(line.path("level").asText()).isEqualTo("info");
                assertThat(line.at("/metrics/jobs/batch/counters")).isEqualTo(snapshot.at("/jobs/batch/counters"));
            });
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    private static Path waitedFor(ForkedApp app, Path file) {
        app.waitFor();
        return file;
    }

    @OnEveryJvm
    void tells_of_a_folder_that_is_not_there(Jvm jvm) {
        Path file = folder.resolve("nowhere/snapshot.json");
        Launch launch = quiet(jvm)
                .option("snapshot.file", file.toString())
                .expectStderr("joblens: snapshot\\.file \\Q" + file + "\\E was not written: there is no folder \\Q"
                        + file.getParent() + "\\E");
        try (ForkedApp app = launch.main(BATCH, "return")) {
            app.waitFor();
        }
    }

    /** Nothing of this needs the endpoint; whether it has begun to listen must not matter. */
    private static Launch quiet(Jvm jvm) {
        return Launch.on(jvm).unasked();
    }
}
