package io.joblens.agent.http;

import io.joblens.bootstrap.metrics.Clock;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How often each client has presented credentials that nobody has been let in with: ten in a minute, then none for a minute. Of
 * too many clients, those that were seen longest ago are forgotten. Thread-safe.
 */
final class Guesses {
    static final int MOST = 10;
    static final int MINUTE_SECONDS = 60;
    private static final long MINUTE_NANOS = TimeUnit.SECONDS.toNanos(MINUTE_SECONDS);
    private static final int MOST_CLIENTS = 1024;
    private static final int IPV4_BYTES = 4;
    private static final long IPV4 = 0xffffL << 32;

    private final Clock clock;
    private final Map<Long, Count> counts = new LinkedHashMap<Long, Count>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Count> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    Guesses(Clock clock) {
        this.clock = clock;
    }

    /** The client of an address; of IPv6 its network, since a client may have as many addresses as it likes in there. */
    static long client(InetAddress address) {
        byte[] bytes = address.getAddress();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return bytes.length == IPV4_BYTES ? IPV4 | buffer.getInt() & 0xffffffffL : buffer.getLong();
    }

    /** Counts a guess before it is looked at, so that many at once are not more than many in a row; false is one too many. */
    synchronized boolean allow(long client) {
        long now = clock.nanoTime();
        Count count = counts.get(client);
        if (count == null || now - count.since >= MINUTE_NANOS) {
            count = new Count(now);
            counts.put(client, count);
        }
        if (count.guesses == MOST) {
            return false;
        }
        if (++count.guesses == MOST) {
            count.since = now;
        }
        return true;
    }

    /** It was none: the client was let in. */
    synchronized void right(long client) {
        Count count = counts.get(client);
        if (count != null && count.guesses > 0) {
            count.guesses--;
        }
    }

    private static final class Count {
        private long since;
        private int guesses;

        Count(long since) {
            this.since = since;
        }
    }
}
