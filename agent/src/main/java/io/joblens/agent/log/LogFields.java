package io.joblens.agent.log;

import io.joblens.bootstrap.job.FieldPolicy;
import io.joblens.bootstrap.job.Redaction;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The policy that the configuration makes: which values are masked or hashed, and which names are changed. A name is decided
 * about once. Thread-safe.
 */
public final class LogFields extends FieldPolicy {
    static final String MASK = "***";

    /** So many names are remembered; whoever has more makes them up as they go. */
    private static final int MOST_NAMES = 2000;

    private static final Redaction SHOWN = new Redaction() {
        @Override
        public Object of(Object value) {
            return value;
        }
    };
    private static final Redaction MASKED = new Redaction() {
        @Override
        public Object of(Object value) {
            return MASK;
        }
    };

    private final SecretNames secrets;
    private final Set<String> hashed;
    private final String salt;
    private final Map<String, String> names;
    private final Map<String, Redaction> known = new ConcurrentHashMap<String, Redaction>();
    private SaltedHash hash;

    /**
     * @param mask more names that look secret, and {@code -name} for what is not secret after all
     * @param hashed names of fields whose values are hashed
     * @param salt of the hashes; {@code null} makes one up
     * @param names standard field to the name in logs, {@code null} for one that is left out
     */
    public LogFields(List<String> mask, List<String> hashed, String salt, Map<String, String> names) {
        this.secrets = new SecretNames(mask);
        this.hashed = new HashSet<String>(hashed);
        this.salt = salt;
        this.names = names;
    }

    @Override
    public Redaction redaction(String name) {
        Redaction redaction = known.get(name);
        if (redaction == null) {
            redaction = decide(name);
            if (known.size() < MOST_NAMES) {
                known.put(name, redaction);
            }
        }
        return redaction == SHOWN ? null : redaction;
    }

    @Override
    public String shown(String name) {
        return !names.isEmpty() && names.containsKey(name) ? names.get(name) : name;
    }

    private Redaction decide(String name) {
        if (hashed.contains(name)) {
            return hash();
        }
        StandardField standard = StandardField.named(name);
        // The rest of them are the agent's own words, and a job that has no id cannot be followed.
        boolean isOurs = standard != null && standard != StandardField.USER_ID;
        return !isOurs && secrets.contain(name) ? MASKED : SHOWN;
    }

    /** Cryptography costs milliseconds to load, and few ask for it. */
    private synchronized SaltedHash hash() {
        if (hash == null) {
            hash = SaltedHash.with(salt);
        }
        return hash;
    }
}
