package io.joblens.scenarios.presets;

import io.joblens.api.JobComplete;
import io.joblens.api.JobStart;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/** An ordinary Quartz application: a job that works, one that is told to try again, one that fails, one with annotations. */
public final class QuartzJobs {
    private static final int EXECUTIONS = 6;
    private static final CountDownLatch BEGUN = new CountDownLatch(EXECUTIONS);

    private QuartzJobs() {}

    public static void main(String[] args) throws Exception {
        Scheduler scheduler = scheduler();
        schedule(scheduler, DailyReport.class, "first");
        schedule(scheduler, DailyReport.class, "second");
        schedule(scheduler, Flaky.class, "flaky");
        schedule(scheduler, Broken.class, "broken");
        schedule(scheduler, Annotated.class, "annotated");
        scheduler.start();
        BEGUN.await();
        scheduler.shutdown(true);
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // What is sent means nothing here.
        }
    }

    static Scheduler scheduler() throws SchedulerException {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", "2");
        return new StdSchedulerFactory(properties).getScheduler();
    }

    private static void schedule(Scheduler scheduler, Class<? extends Job> type, String name)
            throws SchedulerException {
        scheduler.scheduleJob(
                JobBuilder.newJob(type).withIdentity(name, "reports").build(),
                TriggerBuilder.newTrigger().withIdentity(name, "now").build());
    }

    /** What is executed stands in a superclass. */
    public abstract static class Report implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            BEGUN.countDown();
        }
    }

    public static final class DailyReport extends Report {}

    public static final class Flaky implements Job {
        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            BEGUN.countDown();
            if (context.getRefireCount() == 0) {
                throw new JobExecutionException("once more", true);
            }
        }
    }

    public static final class Broken implements Job {
        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            BEGUN.countDown();
            throw new JobExecutionException("broken", new IllegalStateException("why"), false);
        }
    }

    public static final class Annotated implements Job {
        @Override
        @JobStart("annotated")
        @JobComplete("annotated")
        public void execute(JobExecutionContext context) {
            BEGUN.countDown();
        }
    }
}
