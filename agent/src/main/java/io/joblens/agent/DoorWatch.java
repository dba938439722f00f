package io.joblens.agent;

import io.joblens.agent.config.Problems;
import io.joblens.agent.door.DoorFiles;
import io.joblens.agent.http.Door;
import io.joblens.bootstrap.report.Reports;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the files of the door every second, and has them read again when they have changed and stayed as they are for a second.
 * The door of before stays where there is a mistake; where there was none yet, nothing is served until the mistake is mended.
 */
final class DoorWatch extends Thread implements Problems {
    private final DoorFiles files;
    private final Hinge hinge;
    private Map<String, FileStamp> read = new HashMap<String, FileStamp>();
    private Map<String, FileStamp> seen;
    private boolean opened;

    /** Where the door hangs. */
    interface Hinge {
        void use(Door door);
    }

    DoorWatch(DoorFiles files, Hinge hinge) {
        super("joblens-door");
        this.files = files;
        this.hinge = hinge;
        setDaemon(true);
        setContextClassLoader(null);
    }

    @Override
    public void run() {
        while (true) {
            pause();
            try {
                look();
            } catch (Throwable thrown) {
                Reports.caught(thrown);
            }
        }
    }

    /** Reads the door for the first time; false if it has to stay shut. */
    boolean open() {
        if (!read()) {
            Reports.say("the endpoint is not served before that is mended, since it would stand open");
        }
        return opened;
    }

    /** One look at the files. */
    void look() {
        Map<String, FileStamp> now = stamps();
        boolean stable = now.equals(seen);
        seen = now;
        if (!stable || now.equals(read)) {
            return;
        }
        if (!read()) {
            Reports.say(
                    opened
                            ? "nothing of it is applied; the endpoint asks for what it asked for before"
                            : "the endpoint is not served yet");
        } else {
            Reports.say("what the endpoint asks of its clients was read again");
        }
    }

    private boolean read() {
        Map<String, FileStamp> before = stamps();
        Door door = files.door(this);
        read = stamps();
        // A file that changes while it is read is to be read again.
        before.keySet().retainAll(read.keySet());
        read.putAll(before);
        if (door == null) {
            return false;
        }
        hinge.use(door);
        opened = true;
        return true;
    }

    private Map<String, FileStamp> stamps() {
        Map<String, FileStamp> stamps = new HashMap<String, FileStamp>();
        for (String file : files.read()) {
            stamps.put(file, FileStamp.of(file));
        }
        return stamps;
    }

    @Override
    public void report(String line) {
        Reports.say(line);
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException byTheApplication) {
            // It does not know this thread; the next look is early.
        }
    }
}
