package io.joblens.agent.push;

import io.joblens.agent.http.Snapshot;
import io.joblens.bootstrap.metrics.Registry;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Pushes all metrics as one group, in place of what the group was before; tries again for as long as there is hope and time.
 * Thread-safe: one push at a time, so that an older one never comes behind a newer one.
 */
public final class Pushgateway implements Delivery {
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final GatewayUrl url;
    private final Credentials credentials;

    private Pushgateway(GatewayUrl url, Credentials credentials) {
        this.url = url;
        this.credentials = credentials;
    }

    /**
     * @param base the URL of the Pushgateway, without user, query and fragment
     * @param labels of the group, besides {@code job}
     * @param credentials {@code null} for none
     */
    public static Pushgateway at(String base, String job, Map<String, String> labels, Credentials credentials) {
        return new Pushgateway(GatewayUrl.of(base, job, labels), credentials);
    }

    @Override
    public synchronized void deliver(Registry registry, Deadline deadline) throws Undelivered {
        byte[] body = Snapshot.text(registry);
        String headers = "Content-Type: " + Snapshot.TEXT_TYPE + "\r\n"
                + (credentials == null ? "" : "Authorization: " + credentials.header() + "\r\n");
        Exchange exchange = new Exchange(url, deadline);
        long pause = FIRST_PAUSE;
        for (int attempt = 0; ; attempt++) {
            String failure = attempt(exchange, headers, body, attempt);
            if (failure == null) {
                return;
            }
            if (deadline.leftNanos() <= pause) {
                throw new Undelivered(sentence(failure) + (attempt == 0 ? "" : " (attempt " + (attempt + 1) + ")"));
            }
            Pause.ofNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
    }

    /** What came in the way this time, or {@code null}. */
    private String attempt(Exchange exchange, String headers, byte[] body, int attempt) throws Undelivered {
        try {
            Answer answer = exchange.put(headers, body, attempt);
            if (answer.isSuccess()) {
                return null;
            }
            String failure = "it answered " + answer;
            if (!answer.mayPass()) {
                throw new Undelivered(sentence(failure));
            }
            return failure;
        } catch (IOException e) {
            return e.toString();
        }
    }

    private String sentence(String failure) {
        return "the metrics were not pushed to " + url + ": " + failure;
    }

    @Override
    public String toString() {
        return "the push to " + url;
    }
}
