package io.joblens.agent.weave;

import io.joblens.agent.rule.GaugeRule;
import io.joblens.agent.rule.Rule;
import io.joblens.agent.rule.expression.ColdTypes;
import io.joblens.agent.rule.expression.ModuleAccess;
import io.joblens.agent.rule.expression.Reports;
import io.joblens.bootstrap.Joblens;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.job.Outcome;
import io.joblens.bootstrap.job.WovenMethods;
import io.joblens.bootstrap.metrics.Instances;
import io.joblens.bootstrap.metrics.Registry;
import io.joblens.bootstrap.probe.JobCreatedProbe;
import io.joblens.bootstrap.probe.JobEndProbe;
import io.joblens.bootstrap.probe.JobProbe;
import io.joblens.bootstrap.probe.JobStartProbe;
import io.joblens.bootstrap.probe.JobType;
import io.joblens.bootstrap.probe.OperationName;
import io.joblens.bootstrap.probe.OperationProbe;
import io.joblens.bootstrap.probe.RunEnd;
import io.joblens.bootstrap.probe.RunStart;
import io.joblens.bootstrap.probe.RunValues;
import io.joblens.bootstrap.probe.ScanName;
import io.joblens.bootstrap.probe.ScanProbe;
import io.joblens.bootstrap.probe.TimedProbe;
import io.joblens.bootstrap.probe.ValueReader;
import io.joblens.bootstrap.probe.WholeJobProbe;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;

/** Makes probes from rules and makes them known to the runtime; their series exist from then on. Thread-safe. */
public final class Probes {
    /** Who has the probes of this JVM, made at the first call. Thread-safe. */
    public interface Source {
        Probes probes();
    }

    private final Registry registry;
    private final Jobs jobs;
    private final ModuleAccess modules;
    private final Reports reports;
    /** Of each kind apart: a number is given again to a probe of the same class only. */
    private final Map<Rule.Kind, RetiredNumbers> retired = new EnumMap<Rule.Kind, RetiredNumbers>(Rule.Kind.class);

    private final RetiredNumbers retiredSets = new RetiredNumbers();
    private final Map<Integer, GaugeMember> gauges = new HashMap<Integer, GaugeMember>();

    public Probes(Registry registry, Jobs jobs, ModuleAccess modules, Reports reports) {
        this.registry = registry;
        this.jobs = jobs;
        this.modules = modules;
        this.reports = reports;
        for (Rule.Kind kind : Rule.Kind.values()) {
            retired.put(kind, new RetiredNumbers());
        }
    }

    /**
     * The probe of a rule on a method, or {@code null} when the rule cannot mean anything there.
     *
     * @param problems receives a sentence for each thing that makes no sense
     */
    Probe probe(Rule rule, MethodDescription method, List<String> problems) {
        Reading reading = new Reading(rule, method, modules, reports, problems);
        if (!reading.isUsable()) {
            return null;
        }
        switch (rule.kind()) {
            case SCAN:
                return timed(Probe.Advice.SCAN, scan(reading, method), reading, method);
            case OPERATION:
                return timed(Probe.Advice.OPERATION, operation(reading), reading, method);
            default:
                return job(jobProbe(reading, method), reading, method);
        }
    }

    /** Has the member feed its gauge; returns the number of the set that the class's instances are to be put into. */
    synchronized int gauge(GaugeRule rule, String className, ClassLoader loader, boolean hasInitializer) {
        Instances instances = new Instances();
        GaugeMember member = new GaugeMember(rule, className, loader, hasInitializer, instances, modules);
        registry.gauge(rule.metric(), rule.help()).add(member);
        Integer free = retiredSets.next();
        int number = free == null ? Joblens.add(instances) : free;
        if (free != null) {
            Joblens.replace(number, instances);
        }
        gauges.put(number, member);
        return number;
    }

    /** Has the member feed its gauge no more; what the class's instances are put into holds nothing from now on. */
    synchronized void removeGauge(GaugeRule rule, int number) {
        GaugeMember member = gauges.remove(number);
        registry.removeGauge(rule.metric(), member);
        member.close();
    }

    /** No class is woven with the probe any more; calls that were entered by it are still left by it. */
    void retire(Rule rule, Probe probe) {
        retired.get(rule.kind()).add(probe.number);
    }

    /** No class is woven with the set of a gauge any more. */
    void retire(int number) {
        retiredSets.add(number);
    }

    private JobProbe jobProbe(Reading reading, MethodDescription method) {
        switch (reading.rule().kind()) {
            case JOB:
                return new WholeJobProbe(
                        jobs,
                        start(reading, method),
                        RunEnd.told(
                                jobs, reading.failedWhen(), reading.skippedWhen(), RunValues.none(reading.tally())));
            case START:
                return new JobStartProbe(jobs, start(reading, method));
            case CREATED:
                return new JobCreatedProbe(jobs, type(reading), reading.entryValues());
            case COMPLETE:
                return new JobEndProbe(
                        jobs,
                        declared(reading),
                        reading.exitValues(),
                        RunEnd.told(jobs, reading.failedWhen(), reading.skippedWhen(), reading.exitValues()));
            case FAILED:
                return end(Outcome.FAILED, reading);
            case SKIPPED:
                return end(Outcome.SKIPPED, reading);
            default:
                throw new IllegalArgumentException(reading.rule().kind() + " is no rule of jobs");
        }
    }

    private JobProbe end(Outcome outcome, Reading reading) {
        return new JobEndProbe(
                jobs, declared(reading), reading.exitValues(), RunEnd.as(outcome, jobs, reading.exitValues()));
    }

    private RunStart start(Reading reading, MethodDescription method) {
        return new RunStart(jobs, type(reading), reading.entryValues(), number(reading, method));
    }

    private static int number(Reading reading, MethodDescription method) {
        return WovenMethods.number(
                method.getDeclaringType().asErasure().getName(),
                method.getInternalName() + method.getDescriptor(),
                reading.rule().isPreset());
    }

    private JobType type(Reading reading) {
        ValueReader name = reading.name();
        return name == null
                ? JobType.always(registry.job(reading.fixedName()))
                : JobType.read(name, registry, reading.tally());
    }

    /** An end that names a type makes its series exist, as a start does; one that names none ends runs of any. */
    private JobType declared(Reading reading) {
        boolean any = reading.rule().name() == null && reading.rule().namePath() == null;
        return any ? null : type(reading);
    }

    private OperationName operationName(Reading reading) {
        ValueReader name = reading.name();
        return name == null
                ? OperationName.always(registry.operation(reading.fixedName()))
                : OperationName.read(name, registry, reading.tally());
    }

    private ScanName scanName(Reading reading) {
        ValueReader name = reading.name();
        return name == null
                ? ScanName.always(registry.scan(reading.fixedName()))
                : ScanName.read(name, registry, reading.tally());
    }

    private TimedProbe scan(Reading reading, MethodDescription method) {
        return new ScanProbe(
                jobs,
                scanName(reading),
                reading.timedValues(),
                reading.infectedWhen(),
                reading.failedWhen(),
                number(reading, method));
    }

    private TimedProbe operation(Reading reading) {
        return new OperationProbe(jobs, operationName(reading), reading.timedValues(), reading.failedWhen());
    }

    private Probe job(JobProbe probe, Reading reading, MethodDescription method) {
        Integer free = retired.get(reading.rule().kind()).next();
        int number = free == null ? Joblens.add(probe) : free;
        if (free != null) {
            Joblens.replace(number, probe);
        }
        return new Probe(
                Probe.Advice.JOB,
                number,
                reading.slots(),
                reading.slotsAtExit(),
                reading.result() || reading.rule().kind().mayEndLater() && mayReturnLaterValue(method),
                reading.rule().kind().mayEndLater() && ColdTypes.isResultOf(method),
                reading.tally());
    }

    private Probe timed(Probe.Advice advice, TimedProbe probe, Reading reading, MethodDescription method) {
        Integer free = retired.get(reading.rule().kind()).next();
        int number = free == null ? Joblens.add(probe) : free;
        if (free != null) {
            Joblens.replace(number, probe);
        }
        return new Probe(
                advice,
                number,
                reading.slots(),
                reading.slotsAtExit(),
                reading.result() || mayReturnLaterValue(method),
                ColdTypes.isResultOf(method),
                reading.tally());
    }

    /** Whether the result could be a {@link CompletionStage} or the like; what cannot be known could. */
    private static boolean mayReturnLaterValue(MethodDescription method) {
        TypeDescription type = method.getReturnType().asErasure();
        if (type.isPrimitive() || type.isArray()) {
            return false;
        }
        if (type.getName().startsWith("java.lang.")) {
            return type.represents(Object.class);
        }
        try {
            return !type.isFinal() && !type.isEnum() || type.isAssignableTo(CompletionStage.class);
        } catch (RuntimeException classFileMissing) {
            return true;
        }
    }
}
