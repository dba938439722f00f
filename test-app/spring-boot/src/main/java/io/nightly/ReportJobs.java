package io.nightly;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Scheduled methods of a plain bean. */
@Component
public class ReportJobs {
    private static final Logger LOG = LoggerFactory.getLogger(ReportJobs.class);
    private static final long HOUR = 3_600_000;

    private final Rounds rounds;

    ReportJobs(Rounds rounds) {
        this.rounds = rounds;
    }

    @Scheduled(fixedDelay = 1)
    public void daily() {
        LOG.info("writing the report");
        rounds.done(Work.REPORT);
    }

    @Scheduled(cron = "* * * * * *")
    public void weekly() {
        LOG.info("writing the digest");
        rounds.done(Work.DIGEST);
    }

    @Scheduled(fixedRate = 1)
    void sweep() {
        LOG.info("sweeping");
        rounds.done(Work.SWEEP);
    }

    @Scheduled(fixedDelay = 1)
    public void broken() {
        rounds.done(Work.FORECAST);
        throw new IllegalStateException("no data");
    }

    @Scheduled(fixedDelay = HOUR)
    @Scheduled(initialDelay = 1, fixedDelay = HOUR)
    public void twice() {
        LOG.info("reminding");
        rounds.done(Work.REMINDER);
    }
}
