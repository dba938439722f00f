package io.nightly;

import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plain job of Quartz. */
public class ExportJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(ExportJob.class);

    private final Rounds rounds;

    ExportJob(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(JobExecutionContext context) {
        LOG.info("exporting");
        rounds.done(Work.EXPORT);
    }
}
