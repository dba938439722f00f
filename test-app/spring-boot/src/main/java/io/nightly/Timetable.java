package io.nightly;

import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Quartz runs, and how often. */
@Configuration
class Timetable {
    @Bean
    JobDetail cleanup() {
        return detail(CleanupJob.class);
    }

    @Bean
    Trigger cleanupTrigger() {
        return trigger(cleanup(), Work.CLEANUP.rounds);
    }

    @Bean
    JobDetail export() {
        return detail(ExportJob.class);
    }

    @Bean
    Trigger exportTrigger() {
        return trigger(export(), Work.EXPORT.rounds);
    }

    @Bean
    JobDetail importing() {
        return detail(ImportJob.class);
    }

    @Bean
    Trigger importTrigger() {
        return trigger(importing(), 1);
    }

    private static JobDetail detail(Class<? extends Job> job) {
        return JobBuilder.newJob(job)
                .withIdentity(job.getSimpleName())
                .storeDurably()
                .build();
    }

    private static Trigger trigger(JobDetail job, int times) {
        return TriggerBuilder.newTrigger()
                .forJob(job)
                .withIdentity(job.getKey().getName())
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(1)
                        .withRepeatCount(times - 1))
                .build();
    }
}
