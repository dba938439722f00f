package io.nightly;

import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.quartz.QuartzJobBean;

/** A job by Spring's base class, whose method is not the one that Quartz calls. */
public class CleanupJob extends QuartzJobBean {
    private static final Logger LOG = LoggerFactory.getLogger(CleanupJob.class);

    private final Rounds rounds;

    CleanupJob(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
        LOG.info("cleaning up");
        rounds.done(Work.CLEANUP);
    }
}
