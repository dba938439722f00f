package io.joblens.agent.log;

import io.joblens.agent.log.Outputs.Output;
import io.joblens.bootstrap.log.ApplicationLine;
import io.joblens.bootstrap.log.ApplicationLines;
import io.joblens.bootstrap.log.ApplicationLog;

/** Decides which outputs of the application become JSON, says so once of each, and has the lines for them. Thread-safe. */
public final class JsonLines implements ApplicationLines {
    private final Outputs outputs = new Outputs();
    private final Says says;
    private volatile LinePool<JsonLine> pool;

    /** @param says where decisions are told */
    public JsonLines(Says says) {
        this.says = says;
    }

    @Override
    public int decision(Object output) {
        Output known = outputs.find(output);
        return known == null ? ApplicationLog.UNDECIDED : known.decision;
    }

    @Override
    public void belongs(Object output, String owner) {
        outputs.get(output).owner = owner;
    }

    @Override
    public int decide(Object output, String sample, String message) {
        Sample seen = Sample.of(sample, message);
        int decision = seen == Sample.PLAIN ? ApplicationLog.JSON : ApplicationLog.KEPT;
        String verdict =
                seen == Sample.PLAIN ? " becomes JSON, as its lines are " : " is left alone, as its lines are ";
        return decide(outputs.get(output), decision, verdict + seen.words());
    }

    @Override
    public boolean tries(Object output) {
        return outputs.get(output).tries();
    }

    @Override
    public void keep(Object output, String reason) {
        decide(outputs.get(output), ApplicationLog.KEPT, " is left alone, as " + reason);
    }

    @Override
    public ApplicationLine line() {
        LinePool<JsonLine> known = pool;
        if (known == null) {
            // Two threads may both make one: the other's lines are garbage soon.
            known = new Pool();
            pool = known;
        }
        return known.take();
    }

    /** Whoever is first has decided. */
    private int decide(Output output, int decision, String verdict) {
        synchronized (output) {
            if (output.decision != ApplicationLog.UNDECIDED) {
                return output.decision;
            }
            output.decision = decision;
        }
        says.say("the application's log: " + output.owner + verdict);
        return decision;
    }

    /** Who tells a decision to whoever runs the JVM. */
    public interface Says {
        /** @param sentence without a line break */
        void say(String sentence);
    }

    private static final class Pool extends LinePool<JsonLine> {
        @Override
        JsonLine make() {
            return new JsonLine(this);
        }
    }
}
