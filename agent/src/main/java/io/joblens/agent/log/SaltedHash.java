package io.joblens.agent.log;

import io.joblens.bootstrap.job.Redaction;
import io.joblens.bootstrap.report.Reports;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shows a value as {@code hash:} and 16 hexadecimal digits: the first 64 bits of the HMAC-SHA-256 (RFC 2104) of its text,
 * keyed by the salt. Equal values of all fields have equal hashes. Thread-safe.
 */
final class SaltedHash implements Redaction {
    private static final String PREFIX = "hash:";
    private static final String HEX = "0123456789abcdef";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int DIGITS = 16;
    private static final int RANDOM_BYTES = 32;

    private final SecretKeySpec salt;

    private SaltedHash(byte[] salt) {
        this.salt = new SecretKeySpec(salt, ALGORITHM);
    }

    /** @param salt {@code null} makes one up, which nobody else has */
    static SaltedHash with(String salt) {
        if (salt != null) {
            return new SaltedHash(salt.getBytes(StandardCharsets.UTF_8));
        }
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return new SaltedHash(random);
    }

    @Override
    public Object of(Object value) {
        String text = value.toString();
        return isHash(text) ? text : hash(text);
    }

    private String hash(String text) {
        byte[] digest;
        try {
            // A Mac is not thread-safe, and not every provider's can be cloned.
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(salt);
            digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (Exception noSuchAlgorithm) {
            Reports.caught(noSuchAlgorithm);
            return LogFields.MASK;
        }
        StringBuilder hash = new StringBuilder(PREFIX.length() + DIGITS).append(PREFIX);
        for (int i = 0; i < DIGITS / 2; i++) {
            hash.append(HEX.charAt(digest[i] >> 4 & 0xF)).append(HEX.charAt(digest[i] & 0xF));
        }
        return hash.toString();
    }

    private static boolean isHash(String text) {
        if (text.length() != PREFIX.length() + DIGITS || !text.startsWith(PREFIX)) {
            return false;
        }
        for (int i = PREFIX.length(); i < text.length(); i++) {
            if (HEX.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
