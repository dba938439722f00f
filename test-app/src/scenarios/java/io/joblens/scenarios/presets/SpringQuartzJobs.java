package io.joblens.scenarios.presets;

import io.joblens.api.JobComplete;
import io.joblens.api.JobStart;
import java.util.concurrent.CountDownLatch;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.springframework.scheduling.quartz.MethodInvokingJobDetailFactoryBean;
import org.springframework.scheduling.quartz.QuartzJobBean;

/** Quartz jobs as Spring's classes make them: beans, and methods of objects that know nothing of Quartz. */
public final class SpringQuartzJobs {
    private static final int EXECUTIONS = 4;
    private static final CountDownLatch BEGUN = new CountDownLatch(EXECUTIONS);

    private SpringQuartzJobs() {}

    public static void main(String[] args) throws Exception {
        Scheduler scheduler = QuartzJobs.scheduler();
        schedule(scheduler, JobBuilder.newJob(Bean.class).withIdentity("bean").build());
        schedule(
                scheduler,
                JobBuilder.newJob(AnnotatedBean.class).withIdentity("annotated").build());
        schedule(scheduler, method("parallel", true));
        schedule(scheduler, method("oneByOne", false));
        scheduler.start();
        BEGUN.await();
        scheduler.shutdown(true);
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // What is sent means nothing here.
        }
    }

    private static JobDetail method(String name, boolean concurrent) throws Exception {
        MethodInvokingJobDetailFactoryBean factory = new MethodInvokingJobDetailFactoryBean();
        factory.setName(name);
        factory.setConcurrent(concurrent);
        factory.setTargetObject(new Target());
        factory.setTargetMethod("clean");
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    private static void schedule(Scheduler scheduler, JobDetail job) throws SchedulerException {
        scheduler.scheduleJob(
                job, TriggerBuilder.newTrigger().withIdentity(job.getKey().getName()).build());
    }

    public static final class Target {
        public void clean() {
            BEGUN.countDown();
        }
    }

    public static final class Bean extends QuartzJobBean {
        @Override
        protected void executeInternal(JobExecutionContext context) {
            BEGUN.countDown();
        }
    }

    public static final class AnnotatedBean extends QuartzJobBean {
        @Override
        @JobStart("annotated")
        @JobComplete("annotated")
        protected void executeInternal(JobExecutionContext context) {
            BEGUN.countDown();
        }
    }
}
