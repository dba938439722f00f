package io.joblens.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.metrics.Clock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GuessesTest {
    private long now = Long.MAX_VALUE - 5;
    private final Guesses guesses = new Guesses(new Clock() {
        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public long wallMillis() {
            throw new AssertionError();
        }
    });

    @Test
    void allows_ten_in_a_minute() {
        exhaust(1);
        assertThat(guesses.allow(1)).isFalse();
        assertThat(guesses.allow(2)).isTrue();
        now += TimeUnit.SECONDS.toNanos(59);
        assertThat(guesses.allow(1)).isFalse();
        now += TimeUnit.SECONDS.toNanos(1);
        assertThat(guesses.allow(1)).isTrue();
    }

    @Test
    void counts_no_client_that_was_let_in() {
        for (int i = 0; i < 100; i++) {
            assertThat(guesses.allow(1)).isTrue();
            guesses.right(1);
        }
    }

    @Test
    void forgets_those_that_were_seen_longest_ago() {
        exhaust(1);
        for (int client = 2; client <= 1024; client++) {
            guesses.allow(client);
        }
        assertThat(guesses.allow(1)).isFalse();
        for (int client = 2000; client < 4000; client++) {
            guesses.allow(client);
        }
        assertThat(guesses.allow(1)).isTrue();
    }

    @Test
    void takes_a_network_of_IPv6_for_one_client() throws UnknownHostException {
        assertThat(client("2001:db8::1")).isEqualTo(client("2001:db8::ffff:2")).isNotEqualTo(client("2001:db8:0:1::1"));
        assertThat(client("10.0.0.1")).isNotEqualTo(client("10.0.0.2"));
        assertThat(client("200.0.0.1")).isNotEqualTo(client("::1"));
    }

    private void exhaust(long client) {
        for (int i = 0; i < Guesses.MOST; i++) {
            assertThat(guesses.allow(client)).isTrue();
        }
    }

    private static long client(String address) throws UnknownHostException {
        return Guesses.client(InetAddress.getByName(address));
    }
}
