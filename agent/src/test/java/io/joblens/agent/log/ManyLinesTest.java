package io.joblens.agent.log;

import static io.joblens.agent.log.Written.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Outcome;
import io.joblens.bootstrap.metrics.ScanStats.Verdict;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ManyLinesTest {
    @Test
    void every_value_stays_in_one_valid_line() {
        Written json = Written.json();
        Written text = Written.text();
        Random random = new Random(20240115);
        for (int i = 0; i < 5_000; i++) {
            String value = anything(random);
            String name = "n" + value.substring(0, Math.min(40, value.length()));
            Fields fields = fields(name, value, "after", i);
            json.log.created(value, value, value, fields);
            Map<String, Object> line = json.takeJson();
            assertThat(line).containsEntry("job_id", repaired(value)).containsEntry("after", i);
            text.log.created(value, value, value, fields);
            String spelled = text.take();
            assertThat(spelled.lines()).hasSize(1);
            assertThat(spelled).endsWith(" after=" + i + "\n");
        }
    }

    private static String anything(Random random) {
        int length = random.nextInt(4) == 0 ? random.nextInt(9_000) : random.nextInt(60);
        int kind = random.nextInt(5);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(character(kind == 4 ? random.nextInt(4) : kind, random));
        }
        return text.toString();
    }

    private static char character(int kind, Random random) {
        if (kind == 0) {
            return (char) random.nextInt(0x80);
        }
        if (kind == 1) {
            return (char) random.nextInt(0x10000);
        }
        if (kind == 2) {
            return (char) (0xD800 + random.nextInt(0x800));
        }
        return "\"\\=/\b\f\n\r\t\u0000\u007f\u0085\u2028\ufeff\uffff".charAt(random.nextInt(15));
    }

    /** Every half of a pair replaced. */
    private static String repaired(String text) {
        StringBuilder repaired = new StringBuilder();
        text.codePoints().forEach(point -> repaired.appendCodePoint(isHalf(point) ? 0xFFFD : point));
        return repaired.toString();
    }

    private static boolean isHalf(int point) {
        return point >= 0xD800 && point < 0xE000;
    }

    @ParameterizedTest
    @EnumSource(LineFormat.class)
    void lines_of_many_threads_stay_whole_between_those_of_the_application(LineFormat format) throws Exception {
        int threads = 8;
        int lines = 5_000;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(new BufferedOutputStream(bytes, 128), true);
        LifecycleLog log = LifecycleLog.to(out, Level.INFO, format, Written.CLOCK);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            String thread = "thread-" + t;
            tasks.add(() -> {
                for (int i = 0; i < lines; i++) {
                    log.created(thread, i, null, fields("long", "x".repeat(i % 300)));
                    if (i % 10 == 0) {
                        out.println("application " + thread);
                    }
                }
                return null;
            });
        }
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            for (var future : executor.invokeAll(tasks)) future.get();
        } finally {
            executor.shutdown();
        }
        assertWhole(bytes.toString(StandardCharsets.UTF_8), format, threads, lines);
    }

    private static void assertWhole(String written, LineFormat format, int threads, int lines) {
        Map<String, Integer> next = new HashMap<>();
        int applications = 0;
        for (String line : written.split("\n")) {
            if (line.startsWith("application thread-")) {
                applications++;
                continue;
            }
            if (format == LineFormat.TEXT) {
                assertThat(line)
                        .matches("\\[[^ ]+] \\[INFO] Job created job_id=\\d+ job_type=thread-\\d long=(\"\"|x+)");
                next.merge(line.replaceAll(".*job_type=(\\S+).*", "$1"), 1, Integer::sum);
                continue;
            }
            Map<String, Object> parsed = Written.parsed(line);
            String thread = (String) parsed.get("job_type");
            int expected = next.merge(thread, 1, Integer::sum) - 1;
            assertThat(parsed).containsEntry("job_id", expected).containsEntry("long", "x".repeat(expected % 300));
        }
        assertThat(next)
                .hasSize(threads)
                .allSatisfy((thread, count) -> assertThat(count).isEqualTo(lines));
        assertThat(applications).isEqualTo(threads * lines / 10);
    }

    @ParameterizedTest
    @EnumSource(LineFormat.class)
    void a_line_allocates_nothing_once_its_writer_is_warm(LineFormat format) {
        Written jobs = Written.from(Level.ERROR, LineFormat.JSON);
        PrintStream out = new PrintStream(OutputStream.nullOutputStream());
        LifecycleLog log = LifecycleLog.to(out, Level.DEBUG, format, Written.CLOCK);
        Fields fields = fields("file_count", 5, "size", 125.5, "key", "s3://bücket/\uD83D\uDE00.mp4", "ok", true);
        Fields more = fields("pages", 123_456_789_012L, "file_count", 6);
        JobRun run = jobs.run(fields);
        write(log, run, more, 2_000);

        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        write(log, run, more, 10_000);
        long allocated = threads.getThreadAllocatedBytes(thread) - before;
        assertThat(allocated / 50_000).as("bytes a line").isLessThan(1);
    }

    /** Five lines a round. */
    private static void write(LifecycleLog log, JobRun run, Fields more, int rounds) {
        for (int i = 0; i < rounds; i++) {
            log.created("encode", "job-123", "user-456", more);
            log.started(run);
            log.ended(run, Outcome.COMPLETED, 12_345_678L + i, null, more);
            log.scanned("clamav", Verdict.INFECTED, 1_000L * i, null, run, more);
            log.operated("upload", false, 1_000L * i, null, null, more);
        }
    }
}
