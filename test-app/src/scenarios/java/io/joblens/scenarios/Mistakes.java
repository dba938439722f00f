package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobFailed;
import io.joblens.api.JobField;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import io.joblens.api.QueueLength;
import io.joblens.api.Scan;
import java.io.IOException;

/** Loads the classes that its arguments name, and does one job that is right. */
public final class Mistakes {
    private Mistakes() {}

    public static void main(String[] args) throws Exception {
        for (String name : args) {
            Class.forName(name);
            System.out.println("loaded " + name);
        }
        new Right().job("m1", "m2");
        System.out.println("ready");
        Stdin.awaitEnd();
    }

    /** What is wrong is left out, the rest works. */
    static final class Right {
        @JobStart("right")
        @JobComplete(value = "right", failedWhen = "return == ")
        String job(@JobId @JobField(value = "size", path = "size.of") String id, @JobId String other) throws IOException {
            System.out.println("job " + id + " " + other);
            return id;
        }
    }

    abstract static class Abstract {
        @JobStart("abstract")
        abstract void work();
    }

    static final class Native {
        @JobStart("native")
        native void work();
    }

    static final class NoSuchPath {
        @JobStart("no-such-path")
        @JobComplete("no-such-path")
        void work(@JobId(path = "lenght") StringBuilder text) {}
    }

    static final class NoSuchConstant {
        @Scan(value = "no-such-constant", infectedWhen = "return == INFECTD")
        Thread.State scan() {
            return Thread.State.NEW;
        }
    }

    static final class Useless {
        void work(@JobId String id) {}

        @JobStart("useful")
        void start() {}
    }

    static final class GaugeWithParameter {
        @QueueLength
        int waiting(int of) {
            return of;
        }
    }

    static final class TwoEnds {
        @JobComplete("two-ends")
        @JobFailed("two-ends")
        void end() {}
    }
}
