package io.joblens.agent.http;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayDeque;

/**
 * Which header let a client in before, so that a scraper costs one bcrypt and not one each scrape. What is kept is a salted hash
 * of header and address: one who has been shut out for guessing cannot go on guessing here. Thread-safe.
 */
final class KnownLogins {
    private static final int MOST = 64;
    private static final int SALT_BYTES = 32;

    private final byte[] salt = new byte[SALT_BYTES];
    private final ArrayDeque<byte[]> known = new ArrayDeque<byte[]>();

    KnownLogins() {
        new SecureRandom().nextBytes(salt);
    }

    synchronized boolean contain(long client, String header) {
        byte[] digest = digest(client, header);
        boolean found = false;
        for (byte[] one : known) {
            found |= MessageDigest.isEqual(one, digest);
        }
        return found;
    }

    synchronized void add(long client, String header) {
        if (known.size() >= MOST) {
            known.removeFirst();
        }
        known.addLast(digest(client, header));
    }

    private byte[] digest(long client, String header) {
        byte[] address = ByteBuffer.allocate(Long.BYTES).putLong(client).array();
        return Digest.of(salt, address, Presented.bytes(header));
    }
}
