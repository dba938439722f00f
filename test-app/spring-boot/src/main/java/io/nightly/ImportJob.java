package io.nightly;

import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job that succeeds at the third attempt, which Quartz makes at once. */
public class ImportJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

    private final Rounds rounds;

    ImportJob(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        LOG.info("importing");
        rounds.done(Work.IMPORT);
        if (context.getRefireCount() < 2) {
            throw new JobExecutionException("no file yet", true);
        }
    }
}
