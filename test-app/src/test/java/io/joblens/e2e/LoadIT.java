package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Many threads and a scraper that never rests: nothing is lost, and every answer agrees with itself. */
class LoadIT {
    private static final int THREADS = 8;
    private static final int JOBS = 100_000;
    private static final double ALL = THREADS * JOBS;
    private static final String LABEL = "{job_type=\"load\"}";
    private static final List<String> COUNTERS = List.of(
            "job_processed_total" + LABEL,
            "job_failed_total" + LABEL,
            "job_skipped_total" + LABEL,
            "job_retries_total" + LABEL,
            "scan_clean_total{scan=\"load\"}",
            "scan_infected_total{scan=\"load\"}",
            "operation_seconds_count{operation=\"load\"}",
            "joblens_errors_total");

    @OnEveryJvm
    void counts_exactly_while_it_is_scraped(Jvm jvm) {
        try (ForkedApp app = Launch.on(jvm)
                .option("log.lifecycle", "false")
                .main("io.joblens.scenarios.Load", String.valueOf(THREADS), String.valueOf(JOBS))) {
            Scrape before = app.scrape(scrape -> scrape.samples().keySet().containsAll(COUNTERS));
            int scrapes = 0;
            while (!app.hasWritten("ready")) {
                Scrape now = app.scrape();
                checkAgreement(now);
                for (String counter : COUNTERS) {
                    assertThat(now.value(counter)).as(counter).isGreaterThanOrEqualTo(before.value(counter));
                }
                assertThat(now.value("active_jobs" + LABEL)).isBetween(0.0, (double) THREADS);
                before = now;
                scrapes++;
            }
            assertThat(scrapes).isPositive();
            checkTotals(app.scrape());
        }
    }

    private static void checkAgreement(Scrape scrape) {
        double processed = scrape.value("job_processed_total" + LABEL);
        for (String histogram : List.of("job_processing_seconds", "job_attempts")) {
            assertThat(scrape.value(histogram + "_count" + LABEL)).as(histogram).isEqualTo(processed);
            assertThat(scrape.value(histogram + "_bucket{job_type=\"load\",le=\"+Inf\"}"))
                    .as(histogram)
                    .isEqualTo(processed);
        }
        assertThat(scrape.value("job_failed_total" + LABEL)).isLessThanOrEqualTo(processed);
        double scans = scrape.value("scan_clean_total{scan=\"load\"}")
                + scrape.value("scan_infected_total{scan=\"load\"}")
                + scrape.value("scan_failed_total{scan=\"load\"}");
        assertThat(scrape.value("scan_seconds_count{scan=\"load\"}")).isEqualTo(scans);
    }

    private static void checkTotals(Scrape scrape) {
        checkAgreement(scrape);
        assertThat(scrape.value("job_processed_total" + LABEL)).isEqualTo(ALL * 0.99);
        assertThat(scrape.value("job_failed_total" + LABEL)).isEqualTo(ALL * 0.1);
        assertThat(scrape.value("job_skipped_total" + LABEL)).isEqualTo(ALL * 0.01);
        assertThat(scrape.value("job_retries_total" + LABEL)).isEqualTo(ALL * 0.75);
        assertThat(scrape.value("scan_infected_total{scan=\"load\"}")).isEqualTo(ALL * 0.5);
        assertThat(scrape.value("scan_clean_total{scan=\"load\"}")).isEqualTo(ALL * 0.5);
        assertThat(scrape.value("operation_seconds_count{operation=\"load\"}")).isEqualTo(ALL);
        assertThat(scrape.value("operation_failed_total{operation=\"load\"}")).isZero();
    }
}
