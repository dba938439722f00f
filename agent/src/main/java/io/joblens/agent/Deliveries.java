package io.joblens.agent;

import io.joblens.agent.config.Configuration;
import io.joblens.agent.config.Option;
import io.joblens.agent.config.Problems;
import io.joblens.agent.http.Snapshot;
import io.joblens.agent.push.AtExit;
import io.joblens.agent.push.Credentials;
import io.joblens.agent.push.Deadline;
import io.joblens.agent.push.Delivery;
import io.joblens.agent.push.JobName;
import io.joblens.agent.push.PeriodicPush;
import io.joblens.agent.push.Pushgateway;
import io.joblens.agent.push.SnapshotFile;
import io.joblens.bootstrap.metrics.Registry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The ways in which the configuration wants metrics to be handed on by the JVM itself. */
final class Deliveries {
    private Deliveries() {}

    /** To be called where there is one: else nothing here needs to be loaded. */
    static void start(Configuration configuration, Recording recording, Problems problems) {
        Supplier<Registry> registry = new Measured(recording);
        long timeoutNanos = configuration.nanos(Option.PUSH_TIMEOUT);
        List<Delivery> last = new ArrayList<Delivery>();
        if (configuration.flag(Option.SNAPSHOT_LOG)) {
            last.add(new SnapshotLine(recording));
        }
        if (configuration.has(Option.SNAPSHOT_FILE)) {
            last.add(new SnapshotFile(configuration.text(Option.SNAPSHOT_FILE)));
        }
        if (configuration.has(Option.PUSH_URL)) {
            Pushgateway push = pushgateway(configuration, problems);
            // It may take all of the time, so what is at hand goes first.
            last.add(push);
            if (configuration.has(Option.PUSH_INTERVAL)) {
                new PeriodicPush(push, registry, configuration.nanos(Option.PUSH_INTERVAL), timeoutNanos).start();
            }
        }
        AtExit.deliver(last, registry, timeoutNanos);
    }

    private static Pushgateway pushgateway(Configuration configuration, Problems problems) {
        String job = configuration.text(Option.PUSH_JOB);
        return Pushgateway.at(
                configuration.text(Option.PUSH_URL),
                job == null ? JobName.ofThisJvm() : job,
                configuration.group(),
                credentials(configuration, problems));
    }

    private static Credentials credentials(Configuration configuration, Problems problems) {
        String user = configuration.text(Option.PUSH_USER);
        String password = configuration.text(Option.PUSH_PASSWORD);
        String file = configuration.text(Option.PUSH_PASSWORD_FILE);
        if (user != null && file != null) {
            return Credentials.inFile(user, file);
        }
        if (user != null && password != null) {
            return Credentials.of(user, password);
        }
        if (user != null) {
            problems.report("push.user has no password; it takes push.password or push.password-file beside it;"
                    + " pushing without a user");
        } else if (password != null || file != null) {
            problems.report("there is a password to push with, and no push.user; pushing without one");
        }
        return null;
    }

    /** The registry, once something is measured: the endpoint, which makes it, too, has nothing of a JVM without jobs to hand on. */
    private static final class Measured implements Supplier<Registry> {
        private final Recording recording;

        Measured(Recording recording) {
            this.recording = recording;
        }

        @Override
        public Registry get() {
            Registry made = recording.registryIfMade();
            return made == null || made.isEmpty() ? null : made;
        }
    }

    private static final class SnapshotLine implements Delivery {
        private final Recording recording;

        SnapshotLine(Recording recording) {
            this.recording = recording;
        }

        @Override
        public void deliver(Registry registry, Deadline deadline) {
            recording.log().metrics(new String(Snapshot.json(registry), StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "snapshot.log";
        }
    }
}
