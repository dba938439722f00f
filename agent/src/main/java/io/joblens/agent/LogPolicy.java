package io.joblens.agent;

import io.joblens.agent.config.Configuration;
import io.joblens.agent.config.Option;
import io.joblens.agent.log.LogFields;
import io.joblens.bootstrap.job.FieldPolicy;
import io.joblens.bootstrap.report.Reports;

/** Makes the configuration's policy of fields that of this JVM, before the first field is read. */
final class LogPolicy {
    private LogPolicy() {}

    static void install(Configuration configuration) {
        String salt = configuration.text(Option.LOG_HASH_SALT);
        if (salt == null && !configuration.list(Option.LOG_HASH).isEmpty()) {
            Reports.sayOnce(
                    "no salt",
                    "log.hash has no log.hash-salt: this JVM makes a salt of its own, so its hashes differ from those of other"
                            + " JVMs and of its next start; set JOBLENS_LOG_HASH_SALT to one secret text for all");
        }
        FieldPolicy.use(new LogFields(
                configuration.list(Option.LOG_MASK),
                configuration.list(Option.LOG_HASH),
                salt,
                configuration.fieldNames()));
    }
}
