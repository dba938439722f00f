package io.joblens.agent;

import io.joblens.bootstrap.report.Reports;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the configuration file every second, and has it read again when it has changed and stayed as it is for a second, so that
 * nobody reads what an editor has half written.
 */
final class ConfigWatch extends Thread {
    private final Reload reload;
    private FileStamp seen;
    private boolean gone;

    ConfigWatch(Reload reload) {
        super("joblens-config");
        this.reload = reload;
        setDaemon(true);
        setContextClassLoader(null);
    }

    @Override
    public void run() {
        do {
            pause();
            try {
                String path = reload.path();
                if (path != null) {
                    look(path);
                }
            } catch (Throwable thrown) {
                Reports.caught(thrown);
            }
        } while (reload.path() != null || !reload.endsWatch());
    }

    /** One look at the file. */
    void look(String path) {
        FileStamp now = FileStamp.of(path);
        if (now == null && !gone) {
            Reports.say(path + " is gone; its rules go on until there is another one");
        }
        gone = now == null;
        boolean stable = now != null && now.equals(seen);
        seen = now;
        if (stable && !now.equals(reload.read())) {
            reload.fileChanged();
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException byTheApplication) {
            // It does not know this thread; the next look is early.
        }
    }
}
