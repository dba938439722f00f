package io.joblens.scenarios.presets;

import io.joblens.api.JobComplete;
import io.joblens.api.JobStart;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

/** A plain Spring context with scheduled methods; each delay is so long that they run once. */
public final class SpringScheduled {
    private static final long HOUR = 3_600_000;

    private SpringScheduled() {}

    public static void main(String[] args) throws Exception {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.register(ScheduledAnnotationBeanPostProcessor.class, ReportJobs.class);
        context.refresh();
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // What is sent means nothing here.
        }
        context.close();
    }

    /** Its methods are found by Spring. */
    public static class ReportJobs {
        @Scheduled(fixedDelay = HOUR)
        public void daily() {
            helper();
        }

        @Scheduled(fixedDelay = HOUR)
        public void broken() {
            throw new IllegalStateException("broken");
        }

        @Scheduled(fixedDelay = HOUR)
        @Scheduled(fixedRate = HOUR)
        public void twice() {}

        @Scheduled(fixedDelay = HOUR)
        @JobStart("annotated")
        @JobComplete("annotated")
        public void annotated() {}

        private void helper() {}
    }
}
