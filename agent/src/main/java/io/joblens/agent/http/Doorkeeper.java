package io.joblens.agent.http;

import io.joblens.bootstrap.metrics.Clock;
import java.net.InetAddress;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Lets requests in. Those who were let in before wait for nobody; passwords that are new are checked one after the other on a
 * thread of their own, because each takes as long as bcrypt is told to, and guesses are counted. Thread-safe.
 */
final class Doorkeeper {
    private static final int MOST_WAITING = 16;
    private static final long IDLE_SECONDS = 60;
    private static final String TOO_MANY = "too many wrong credentials came from this address; wait a minute\n";
    private static final String BUSY = "too many passwords wait to be checked; try again\n";

    private final Guesses guesses;
    private final Problems problems;
    private final ThreadPoolExecutor checks;
    private volatile Post post;
    private volatile boolean failed;

    /** Takes what came of it, perhaps on a thread of the doorkeeper. */
    interface Verdict {
        void admitted();

        void refused(Response why);
    }

    Doorkeeper(Door door, Clock clock, Problems problems) {
        this.post = new Post(door, null);
        this.guesses = new Guesses(clock);
        this.problems = problems;
        this.checks = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<Runnable>(MOST_WAITING),
                new Threads("joblens-http-login"));
        checks.allowCoreThreadTimeOut(true);
    }

    /** Another door from now on. Who was let in before need not be checked again where it asks for the same. */
    synchronized void use(Door door) {
        post = new Post(door, post);
    }

    Door door() {
        return post.door;
    }

    void close() {
        checks.shutdownNow();
    }

    /** Decides about a request to a door that asks for credentials. */
    void admit(Request request, InetAddress address, Verdict verdict) {
        Post now = post;
        Credentials credentials = now.door.credentials();
        String header = request.header("authorization");
        Presented presented = Presented.of(header);
        if (presented == null || !presented.isToken() && !credentials.hasUsers()) {
            verdict.refused(credentials.refusal());
            return;
        }
        long client = Guesses.client(address);
        if (now.known != null && now.known.contain(client, header)) {
            verdict.admitted();
        } else if (!guesses.allow(client)) {
            verdict.refused(Response.text(429, TOO_MANY).with("Retry-After", String.valueOf(Guesses.MINUTE_SECONDS)));
        } else {
            check(new Login(now, client, header, presented, verdict));
        }
    }

    private void check(Login login) {
        if (login.presented.isToken()) {
            login.run();
            return;
        }
        try {
            checks.execute(login);
        } catch (RejectedExecutionException tooMany) {
            guesses.right(login.client);
            login.verdict.refused(Response.text(503, BUSY).with("Retry-After", "1"));
        }
    }

    /** A door, and who was let in by it; together, so that none is let in by a door that is gone. */
    private static final class Post {
        private final Door door;
        private final KnownLogins known;

        Post(Door door, Post before) {
            Credentials credentials = door.credentials();
            boolean same = before != null && credentials.isSameAs(before.door.credentials());
            this.door = door;
            this.known = credentials.isNone() ? null : same ? before.known : new KnownLogins();
        }
    }

    private final class Login implements Runnable {
        private final Post post;
        private final long client;
        private final String header;
        private final Presented presented;
        private final Verdict verdict;

        Login(Post post, long client, String header, Presented presented, Verdict verdict) {
            this.post = post;
            this.client = client;
            this.header = header;
            this.presented = presented;
            this.verdict = verdict;
        }

        @Override
        public void run() {
            boolean right = false;
            try {
                right = isRight();
            } catch (Throwable thrown) {
                report(thrown);
            }
            if (!right) {
                verdict.refused(post.door.credentials().refusal());
                return;
            }
            guesses.right(client);
            verdict.admitted();
        }

        private boolean isRight() {
            // The same may have waited in front of it.
            if (post.known.contain(client, header)) {
                return true;
            }
            Credentials credentials = post.door.credentials();
            boolean right = presented.isToken()
                    ? credentials.isToken(presented.secret())
                    : credentials.isPassword(presented.user(), presented.secret());
            if (right) {
                post.known.add(client, header);
            }
            return right;
        }
    }

    private void report(Throwable thrown) {
        if (!failed) {
            failed = true;
            problems.problem("http: credentials could not be checked: " + thrown
                    + "; further failures of this kind are not reported");
        }
    }
}
