package io.nightly;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A scheduled method of a bean that Spring makes a subclass of, for its transactions. */
@Component
public class InvoiceJobs {
    private static final Logger LOG = LoggerFactory.getLogger(InvoiceJobs.class);

    private final Rounds rounds;

    InvoiceJobs(Rounds rounds) {
        this.rounds = rounds;
    }

    @Scheduled(fixedDelay = 1)
    @Transactional
    public void send() {
        LOG.info("sending invoices");
        rounds.done(Work.INVOICES);
    }
}
