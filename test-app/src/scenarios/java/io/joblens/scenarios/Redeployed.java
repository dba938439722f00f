package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobField;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import io.joblens.api.Operation;
import io.joblens.api.QueueLength;
import io.joblens.api.Scan;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A deployment that uses all that could tie it to the agent: paths, conditions over its own types, gauges, its logger. */
public final class Redeployed implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger("redeployed");

    @QueueLength
    private static final List<String> WAITING = new ArrayList<String>();

    @QueueLength
    private final List<String> delayed = new ArrayList<String>();

    @Override
    public void run() {
        WAITING.add("a");
        delayed.add("b");
        convert(new Page());
    }

    @JobStart("redeployed")
    @JobComplete(failedWhen = "return == BAD")
    private Verdict convert(@JobId(path = "key") @JobField(value = "size", path = "size") Page page) {
        scan(page);
        encode();
        LOG.info("converted");
        return Verdict.GOOD;
    }

    @Scan(value = "page", infectedWhen = "return == BAD")
    private static Verdict scan(Page page) {
        return page.size > 0 ? Verdict.GOOD : Verdict.BAD;
    }

    @Operation("encode")
    private static void encode() {
        LOG.info("encoding");
    }

    enum Verdict {
        GOOD,
        BAD
    }

    static final class Page {
        final int size = 7;

        String getKey() {
            return "page-1";
        }
    }
}
