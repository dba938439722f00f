package io.joblens.agent;

import io.joblens.agent.config.Announcement;
import io.joblens.agent.config.Configuration;
import io.joblens.agent.config.Option;
import io.joblens.agent.config.Problems;
import io.joblens.agent.config.Sources;
import io.joblens.agent.rule.RuleSet;
import io.joblens.agent.weave.Presets;
import io.joblens.agent.weave.Reweaving;
import io.joblens.agent.weave.Weaver;
import io.joblens.bootstrap.Reconfiguration;
import io.joblens.bootstrap.report.Reports;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes another configuration over while the JVM runs, because the file has changed or because the agent was attached again. Rules
 * and the form of lifecycle lines follow; a file with a mistake changes nothing. Thread-safe.
 */
final class Reload implements Reconfiguration {
    /** What changes while the JVM runs, and where it is read from. */
    private static final List<String> FOLLOWING = Arrays.asList(
            Option.CONFIG.key(),
            Option.CONFIG_RELOAD.key(),
            Option.LOG_LEVEL.key(),
            Option.LOG_FORMAT.key(),
            Option.LOG_LIFECYCLE.key());

    private static final long DEFINITION_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Configuration atStart;
    private final Recording recording;
    private final Weaver weaver;
    private final SaidProblems said;
    private final Instrumentation instrumentation;
    /** Those of the latest agent first. */
    private List<String> arguments;

    private volatile Configuration current;
    private volatile FileStamp read;
    private List<String> waitingForRestart = Collections.emptyList();
    private boolean watched;
    private int answers;

    Reload(
            String arguments,
            Configuration atStart,
            Recording recording,
            Weaver weaver,
            SaidProblems said,
            Instrumentation instrumentation) {
        this.arguments = Collections.singletonList(arguments);
        this.atStart = atStart;
        this.current = atStart;
        this.recording = recording;
        this.weaver = weaver;
        this.said = said;
        this.instrumentation = instrumentation;
    }

    /** Has the file watched if that is wanted. */
    synchronized Reload watching() {
        if (!watched && path() != null) {
            watched = true;
            read = read == null ? FileStamp.of(path()) : read;
            new ConfigWatch(this).start();
        }
        return this;
    }

    /** Whether nobody wants the file to be watched any more; the watch then ends. */
    synchronized boolean endsWatch() {
        watched = path() != null;
        return !watched;
    }

    /** The file to be watched, or {@code null} when none is. */
    String path() {
        Configuration now = current;
        return now.flag(Option.CONFIG_RELOAD) ? now.text(Option.CONFIG) : null;
    }

    /** What the file was when it was read last. */
    FileStamp read() {
        return read;
    }

    /** The file has changed. */
    synchronized void fileChanged() {
        lookAgain(apply(arguments, new ArrayList<String>()));
    }

    @Override
    public boolean requested(final String more) {
        Thread thread = new Thread("joblens-attached") {
            @Override
            public void run() {
                attached(more);
            }
        };
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
        return true;
    }

    private synchronized void attached(String more) {
        List<String> all = new ArrayList<String>(arguments);
        all.remove(more);
        all.add(0, more);
        List<String> sentences = new ArrayList<String>();
        Reweaving reweaving = null;
        try {
            reweaving = apply(all, sentences);
            if (reweaving != null) {
                addNames(reweaving, sentences);
            }
        } catch (Throwable thrown) {
            Reports.caught(thrown);
            sentences.add(thrown.toString());
        }
        StringBuilder answer = new StringBuilder().append(++answers).append('\n');
        answer.append(reweaving != null ? Announcement.DONE : Announcement.REFUSED);
        for (String sentence : sentences) {
            answer.append('\n').append(sentence);
        }
        Announcement.ANSWER.say(answer.toString());
        lookAgain(reweaving);
        watching();
    }

    /**
     * Takes over what the sources say now; all of it, or nothing.
     *
     * @param sentences receives what came of it
     * @return {@code null} when there is a mistake in the file
     */
    private Reweaving apply(List<String> all, final List<String> sentences) {
        String before = current.text(Option.CONFIG);
        read = before == null ? null : FileStamp.of(before);
        Problems problems = new Problems() {
            @Override
            public void report(String line) {
                Reports.say(line);
                sentences.add(line);
            }
        };
        Configuration next = Configuration.again(all, Sources.ofThisJvm(), problems);
        RuleSet rules = ConfiguredRules.of(next, problems);
        if (!sentences.isEmpty()) {
            problems.report("nothing of it is applied; the rules are as they were");
            return null;
        }
        String file = next.text(Option.CONFIG);
        if (file != null && !file.equals(before)) {
            read = FileStamp.of(file);
        }
        arguments = all;
        current = next;
        said.clear();
        recording.log(next);
        Reweaving reweaving = Reweaving.to(rules, Presets.of(next), weaver, instrumentation);
        reweaving.look();
        String sentence = summary(file, rules, reweaving);
        Reports.say(sentence);
        sentences.add(sentence);
        tellOfRestart(next, sentences);
        return reweaving;
    }

    private void tellOfRestart(Configuration next, List<String> sentences) {
        List<String> names = atStart.differences(next);
        names.removeAll(FOLLOWING);
        if (!names.isEmpty()) {
            String sentence = "not applied before the JVM is started again: " + String.join(", ", names);
            sentences.add(sentence);
            if (!names.equals(waitingForRestart)) {
                Reports.say(sentence);
            }
        }
        waitingForRestart = names;
    }

    private static String summary(String file, RuleSet rules, Reweaving reweaving) {
        int count = rules == null ? 0 : rules.rules().size();
        return (file == null ? "the configuration" : file) + " was read again: " + count
                + (count == 1 ? " rule" : " rules") + "; classes: "
                + reweaving.woven().size() + " woven, "
                + reweaving.changed().size() + " changed, "
                + reweaving.unwoven().size() + " unwoven, "
                + reweaving.kept().size() + " kept";
    }

    private static void addNames(Reweaving reweaving, List<String> sentences) {
        addNames("woven", reweaving.woven(), sentences);
        addNames("changed", reweaving.changed(), sentences);
        addNames("unwoven", reweaving.unwoven(), sentences);
        addNames("kept", reweaving.kept(), sentences);
    }

    private static void addNames(String what, List<String> names, List<String> sentences) {
        for (String name : names) {
            sentences.add("  " + what + " " + name);
        }
    }

    /** A class that was being defined may have been woven by the rules of before, and not been seen. */
    private static void lookAgain(Reweaving reweaving) {
        if (reweaving != null) {
            LockSupport.parkNanos(DEFINITION_NANOS);
            reweaving.look();
        }
    }
}
