package io.joblens.bootstrap.metrics;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** The families of the registry, in the order in which they are shown. */
final class Exposition {
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;

    /** A number that each job type has. */
    private enum OfJobs {
        PROCESSED(Family.counter("job_processed_total", "Total number of jobs processed")) {
            @Override
            double of(JobStats.Reading job, long nowNanos, long wallMillis) {
                return job.durations().count();
            }
        },
        FAILED(Family.counter("job_failed_total", "Total number of jobs failed")) {
            @Override
            double of(JobStats.Reading job, long nowNanos, long wallMillis) {
                return job.failed();
            }
        },
        SKIPPED(Family.counter("job_skipped_total", "Total number of jobs skipped")) {
            @Override
            double of(JobStats.Reading job, long nowNanos, long wallMillis) {
                return job.skippedRuns();
            }
        },
        CREATED(Family.counter("job_created_total", "Total number of jobs created")) {
            @Override
            double of(JobStats.Reading job, long nowNanos, long wallMillis) {
                return job.createdJobs();
            }
        },
        RETRIES(Family.counter("job_retries_total", "Total number of runs that were not the first of their job")) {
            @Override
            double of(JobStats.Reading job, long nowNanos, long wallMillis) {
                return job.retriedRuns();
            }
        },
        ABANDONED(Family.counter("job_abandoned_total", "Total number of runs given up because they never ended")) {
            @Override
            double of(JobStats.Reading job, long nowNanos, long wallMillis) {
                return job.abandonedRuns();
            }
        },
        ACTIVE(Family.gauge("active_jobs", "Current number of active jobs")) {
            @Override
            double of(JobStats.Reading job, long nowNanos, long wallMillis) {
                return job.active();
            }
        },
        OLDEST_ACTIVE(Family.peak("job_oldest_active_seconds", "Age of the oldest active job in seconds")) {
            @Override
            double of(JobStats.Reading job, long nowNanos, long wallMillis) {
                return job.oldestNanos() / NANOS_PER_SECOND;
            }
        },
        LAST_SUCCESS(Family.peak(
                "job_last_success_timestamp_seconds", "Unix time at which a job last completed, 0 before the first")) {
            @Override
            double of(JobStats.Reading job, long nowNanos, long wallMillis) {
                return job.lastSuccessMillis(nowNanos, wallMillis) / MILLIS_PER_SECOND;
            }
        };

        private final Family family;

        OfJobs(Family family) {
            this.family = family;
        }

        abstract double of(JobStats.Reading job, long nowNanos, long wallMillis);
    }

    private static final OfJobs[] OF_JOBS = OfJobs.values();
    private static final Family[] VERDICTS = {
        Family.counter("scan_clean_total", "Total number of clean scans"),
        Family.counter("scan_infected_total", "Total number of infected files detected"),
        Family.counter("scan_failed_total", "Total number of scans that could not be done")
    };
    private static final ScanStats.Verdict[] VERDICT = ScanStats.Verdict.values();
    private static final Family OPERATION_FAILED =
            Family.counter("operation_failed_total", "Total number of operations failed");
    private static final Family PROCESSING =
            Family.histogram("job_processing_seconds", "Job processing duration in seconds");
    private static final Family ATTEMPTS = Family.histogram("job_attempts", "Job attempt count");
    private static final Family WAIT =
            Family.histogram("job_wait_seconds", "Time from the creation of a job to its start in seconds");
    private static final Family SCAN = Family.histogram("scan_seconds", "Scan duration in seconds");
    private static final Family OPERATION = Family.histogram("operation_seconds", "Operation duration in seconds");

    private Exposition() {}

    static void write(Registry registry, MetricSink sink, long nowNanos, long wallMillis) {
        writeCounters(registry, sink, nowNanos, wallMillis);
        writeGauges(registry, sink, nowNanos, wallMillis);
        for (JobStats job : registry.jobs()) {
            job.reading().dateExemplars(nowNanos, wallMillis);
        }
        for (ScanStats scan : registry.scans()) {
            scan.durations().dateExemplars(nowNanos, wallMillis);
        }
        for (OperationStats operation : registry.operations()) {
            operation.durations().dateExemplars(nowNanos, wallMillis);
        }
        writeHistograms(registry, sink);
    }

    private static void writeCounters(Registry registry, MetricSink sink, long nowNanos, long wallMillis) {
        for (OfJobs number : OF_JOBS) {
            if (number.family.type() == Family.Type.COUNTER) {
                writeOfJobs(number, registry, sink, nowNanos, wallMillis);
            }
        }
        for (int i = 0; i < VERDICT.length; i++) {
            sink.family(VERDICTS[i]);
            for (ScanStats scan : registry.scans()) {
                sink.sample(scan.labels(), scan.count(VERDICT[i]));
            }
        }
        sink.family(OPERATION_FAILED);
        for (OperationStats operation : registry.operations()) {
            sink.sample(operation.labels(), operation.failed());
        }
        for (Map.Entry<Family, LongAdder> counter : registry.counters().entrySet()) {
            sink.family(counter.getKey());
            sink.sample(registry.constantLabels(), counter.getValue().sum());
        }
    }

    private static void writeGauges(Registry registry, MetricSink sink, long nowNanos, long wallMillis) {
        for (Gauge gauge : registry.gauges()) {
            sink.family(gauge.family());
            sink.sample(registry.constantLabels(), gauge.value());
        }
        for (OfJobs number : OF_JOBS) {
            if (number.family.type() == Family.Type.GAUGE) {
                writeOfJobs(number, registry, sink, nowNanos, wallMillis);
            }
        }
    }

    private static void writeOfJobs(OfJobs number, Registry registry, MetricSink sink, long nowNanos, long wallMillis) {
        sink.family(number.family);
        for (JobStats job : registry.jobs()) {
            sink.sample(job.labels(), number.of(job.reading(), nowNanos, wallMillis));
        }
    }

    private static void writeHistograms(Registry registry, MetricSink sink) {
        sink.family(PROCESSING);
        for (JobStats job : registry.jobs()) {
            sink.histogram(job.labels(), job.reading().durations());
        }
        sink.family(ATTEMPTS);
        for (JobStats job : registry.jobs()) {
            sink.histogram(job.labels(), job.reading().attempts());
        }
        sink.family(WAIT);
        for (JobStats job : registry.jobs()) {
            sink.histogram(job.labels(), job.reading().waits());
        }
        sink.family(SCAN);
        for (ScanStats scan : registry.scans()) {
            sink.histogram(scan.labels(), scan.durations());
        }
        sink.family(OPERATION);
        for (OperationStats operation : registry.operations()) {
            sink.histogram(operation.labels(), operation.durations());
        }
    }
}
