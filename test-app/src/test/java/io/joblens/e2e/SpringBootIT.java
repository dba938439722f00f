package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A fat JAR of each line of Spring Boot, which knows nothing of us, with scheduled methods and jobs of Quartz. */
class SpringBootIT {
    private static final Map<String, Integer> CALLS = Map.of(
            "ReportJobs.daily", 3,
            "ReportJobs.weekly", 1,
            "ReportJobs.sweep", 2,
            "ReportJobs.broken", 2,
            "ReportJobs.twice", 2,
            "InvoiceJobs.send", 2,
            "CleanupJob", 2,
            "ExportJob", 3,
            "ImportJob", 3);
    private static final List<String> HOOKS = List.of(
            "io.nightly.CleanupJob.executeInternal(JobExecutionContext)",
            "io.nightly.ExportJob.execute(JobExecutionContext)",
            "io.nightly.ImportJob.execute(JobExecutionContext)",
            "io.nightly.InvoiceJobs.send()",
            "io.nightly.ReportJobs.broken()",
            "io.nightly.ReportJobs.daily()",
            "io.nightly.ReportJobs.sweep()",
            "io.nightly.ReportJobs.twice()",
            "io.nightly.ReportJobs.weekly()");

    @ParameterizedTest(name = "Spring Boot {1} on {0}")
    @MethodSource("applications")
    void measures_scheduled_methods_and_jobs_of_quartz(Jvm jvm, int boot) {
        try (ForkedApp app = Launch.on(jvm).jar(Built.springBoot(boot))) {
            app.awaitStdout("done");
            checkMetrics(app);
            checkProbes(app, boot);
            checkLifecycleLines(app);
            checkApplicationLines(app);
        }
    }

    @ParameterizedTest(name = "Spring Boot {0}")
    @MethodSource("lines")
    void leaves_the_output_of_the_application_as_it_is(int boot) {
        try (ForkedApp app = Launch.on(Jvms.own()).jar(Built.springBoot(boot));
                ForkedApp alone = Launch.withoutAgentOn(Jvms.own()).jar(Built.springBoot(boot))) {
            app.awaitStdout("done");
            alone.awaitStdout("done");
            assertThat(comparable(app.applicationLines())).containsExactlyElementsOf(comparable(alone.stdout()));
        }
    }

    @ParameterizedTest(name = "Spring Boot {0}")
    @MethodSource("lines")
    void shows_in_check_what_would_be_hooked(int boot) throws Exception {
        Said said =
                Said.by(Jvms.own(), "check", Built.springBoot(boot).toString()).expect(0);
        assertThat(said.out())
                .filteredOn(line -> line.contains("  preset "))
                // The last column.
                .map(line -> line.replaceAll("^.* {2}", ""))
                .containsAll(HOOKS);
        assertThat(said.out()).last().asString().endsWith(", no problems");
    }

    static Stream<Arguments> applications() {
        return Jvms.all()
                .flatMap(jvm ->
                        lines().filter(boot -> boot == 2 || jvm.feature() >= 17).map(boot -> Arguments.of(jvm, boot)));
    }

    static Stream<Integer> lines() {
        return Stream.of(2, 3, 4);
    }

    private static void checkMetrics(ForkedApp app) {
        int calls = CALLS.values().stream().mapToInt(Integer::intValue).sum();
        // The application says that it is done from within its last job.
        Scrape scrape = app.scrape(now -> now.sum("job_processed_total") >= calls);
        CALLS.forEach((type, count) -> {
            String label = "{job_type=\"" + type + "\"}";
            assertThat(scrape.value("job_processed_total" + label)).as(type).isEqualTo(count.doubleValue());
            assertThat(scrape.value("job_failed_total" + label)).as(type).isEqualTo(failures(type));
            assertThat(scrape.value("job_retries_total" + label)).as(type).isEqualTo(isRefired(type) ? 2 : 0);
        });
        assertThat(scrape.sum("job_processed_total")).as(scrape.text()).isEqualTo(calls);
        assertThat(scrape.sum("job_skipped_total")).isZero();
        assertThat(scrape.sum("joblens_unmatched_ends_total")).isZero();
    }

    private static void checkProbes(ForkedApp app, int boot) {
        String loader = boot == 2
                ? "org.springframework.boot.loader.LaunchedURLClassLoader@"
                : "org.springframework.boot.loader.launch.LaunchedClassLoader@";
        JsonNode probes = ForkedApp.parse(app.get("/api/probes").body());
        List<JsonNode> woven = StreamSupport.stream(probes.path("rules").spliterator(), false)
                .flatMap(rule -> StreamSupport.stream(rule.path("woven").spliterator(), false))
                .toList();
        assertThat(woven).map(SpringBootIT::member).containsExactlyInAnyOrderElementsOf(HOOKS);
        assertThat(woven).map(method -> method.path("loader").asText()).allMatch(name -> name.startsWith(loader));
        assertThat(probes.path("problems")).isEmpty();
    }

    private static void checkLifecycleLines(ForkedApp app) {
        Map<String, Integer> ended = new LinkedHashMap<>();
        List<Integer> attempts = new ArrayList<>();
        for (JsonNode line : app.lifecycleLines()) {
            String type = line.path("job_type").asText();
            assertThat(line.has("job_id")).as("%s", line).isEqualTo(isQuartz(type));
            if (line.path("message").asText().equals("Job started")) {
                continue;
            }
            ended.merge(type, 1, Integer::sum);
            if (isRefired(type)) {
                attempts.add(line.path("attempts").asInt());
            }
        }
        assertThat(ended).isEqualTo(CALLS);
        assertThat(attempts).containsExactly(1, 2, 3);
    }

    /** The fields stand in the brackets of the application's own pattern. */
    private static void checkApplicationLines(ForkedApp app) {
        List<String> ids = app.lifecycleLines().stream()
                .filter(line -> line.path("job_type").asText().equals("ImportJob"))
                .map(line -> line.path("job_id").asText())
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
        assertThat(app.applicationLines())
                .containsSubsequence(
                        "INFO  ImportJob [ImportJob|" + ids.get(0) + "|1] - importing",
                        "INFO  ImportJob [ImportJob|" + ids.get(0) + "|2] - importing",
                        "INFO  ImportJob [ImportJob|" + ids.get(0) + "|3] - importing")
                .contains(
                        "INFO  ReportJobs [ReportJobs.sweep||1] - sweeping",
                        "INFO  InvoiceJobs [InvoiceJobs.send||1] - sending invoices",
                        // Before and after the job, on its thread.
                        "INFO  Ledger [||] - begin",
                        "INFO  Ledger [||] - commit")
                .filteredOn(line -> line.endsWith(" - cleaning up"))
                .hasSize(2)
                .allMatch(line -> line.matches("INFO  CleanupJob \\[CleanupJob\\|\\d+\\|1] - cleaning up"));
    }

    /** Without the fields and the addresses of objects, in an order that does not come from threads. */
    private static List<String> comparable(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll("\\[\\S*\\|\\S*\\|\\S*]", "[]").replaceAll("@[0-9a-f]+", "@"))
                .sorted()
                .toList();
    }

    private static String member(JsonNode method) {
        return method.path("member").asText().replaceAll("\\)V$", ")").replaceAll("\\(L.*/(\\w+);\\)", "($1)");
    }

    private static double failures(String type) {
        return isRefired(type) || type.equals("ReportJobs.broken") ? 2 : 0;
    }

    private static boolean isRefired(String type) {
        return type.equals("ImportJob");
    }

    private static boolean isQuartz(String type) {
        return !type.contains(".");
    }
}
