package io.joblens.bootstrap.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.job.Outcome;
import io.joblens.bootstrap.job.WovenMethods;
import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.Registry;
import io.joblens.bootstrap.metrics.Untroubled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogOriginsTest {
    @Test
    void names_the_thread_that_logged() throws InterruptedException {
        Thread other = new Thread(() -> LogOrigins.remember(new Object(), 4711), "other");
        other.start();
        other.join();
        assertThat(LogOrigins.thread(4711)).isEqualTo("other");
        assertThat(LogOrigins.thread(4711 + 256)).isEqualTo(String.valueOf(4711 + 256));
    }

    @Test
    void has_no_fields_outside_of_jobs() {
        Object record = new Object();
        LogOrigins.remember(record, 1);
        assertThat(LogOrigins.fields(record)).isNull();
        assertThat(LogOrigins.fields(new Object())).isNull();
    }

    @Test
    void knows_the_job_of_every_record_that_somebody_still_holds() {
        Registry registry = new Registry(Map.of(), 10, 10, Clock.SYSTEM, new Untroubled());
        Jobs jobs = new Jobs(10, Long.MAX_VALUE, Clock.SYSTEM, registry);
        List<Object> records = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            JobRun run = jobs.start(registry.job("video"), i, null, 1, Fields.NONE, WovenMethods.NONE, null);
            Object record = new Object();
            LogOrigins.remember(record, 1);
            // Of every other record nobody holds on.
            LogOrigins.remember(new Object(), 1);
            records.add(record);
            jobs.end(run, Outcome.COMPLETED, null, Fields.NONE);
        }
        for (int i = 0; i < records.size(); i++) {
            assertThat(LogOrigins.fields(records.get(i))).containsEntry("job_id", String.valueOf(i));
        }
    }
}
