package io.nightly;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Transactions of no database: they only say that they were there. */
@Component
class Ledger extends AbstractPlatformTransactionManager {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final long serialVersionUID = 1;

    @Override
    protected Object doGetTransaction() {
        return this;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        LOG.info("begin");
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        LOG.info("commit");
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        LOG.info("rollback");
    }
}
