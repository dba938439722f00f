package io.joblens.bootstrap.metrics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/**
 * All series of this JVM. A series exists, at 0, from the moment it is asked for. Thread-safe; reading is one at a time.
 */
public final class Registry {
    /** Where jobs, scans and operations count whose name came after the allowed number of them. */
    public static final String OTHER = "other";

    private static final long GAUGE_PATIENCE_MILLIS = 500;
    private static final String UNNAMED = "";

    private final Labels constant;
    private final int window;
    private final int mostNames;
    private final Clock clock;
    private final Listener listener;
    private final Map<String, JobStats> jobs = new ConcurrentSkipListMap<String, JobStats>();
    private final Map<String, ScanStats> scans = new ConcurrentSkipListMap<String, ScanStats>();
    private final Map<String, OperationStats> operations = new ConcurrentSkipListMap<String, OperationStats>();
    private final Map<String, Gauge> gauges = new ConcurrentHashMap<String, Gauge>();
    private final List<Gauge> gaugesInOrder = new CopyOnWriteArrayList<Gauge>();
    private final Map<Family, LongAdder> counters = new LinkedHashMap<Family, LongAdder>();
    private final GaugeReader gaugeReader;
    private final List<MetricSource> others = new CopyOnWriteArrayList<MetricSource>();
    /** {@code null} where no exemplars are kept. */
    private volatile CurrentTrace traces;

    private volatile RunsInFlight inFlight = RunsInFlight.NONE;

    /** What the registry tells of itself. */
    public interface Listener extends Gauge.Failures {
        /** A name was not given series of its own because there are too many. */
        void namesExhausted(String label, String name, int most);
    }

    /**
     * @param constant labels of every series
     * @param window how many of the newest samples percentiles are made of
     * @param mostNames how many job types get series of their own, and likewise scans and operations
     */
    public Registry(Map<String, String> constant, int window, int mostNames, Clock clock, Listener listener) {
        this.constant = Labels.of(constant);
        this.window = window;
        this.mostNames = mostNames;
        this.clock = clock;
        this.listener = listener;
        this.gaugeReader = new GaugeReader(gaugesInOrder, listener, GAUGE_PATIENCE_MILLIS);
    }

    /** How many of the newest samples percentiles are made of. */
    public int window() {
        return window;
    }

    /** Series that are made from now on keep the job of a recent sample for each bucket of their histograms. */
    public void keepExemplars() {
        keepExemplars(CurrentTrace.NONE);
    }

    /** As {@link #keepExemplars()}, with the trace that the sample was part of. */
    public void keepExemplars(CurrentTrace traces) {
        this.traces = traces;
    }

    /** From now on, runs in flight are read from here. */
    public void inFlight(RunsInFlight source) {
        inFlight = source;
    }

    /** The series of a job type; those without label for {@code null} or an empty type. */
    public JobStats job(String type) {
        String key = type == null ? UNNAMED : type;
        JobStats stats = jobs.get(key);
        return stats != null ? stats : addJob(key);
    }

    /** The series of a scan; those without label for {@code null} or an empty name. */
    public synchronized ScanStats scan(String name) {
        String key = allowed("scan", name, scans);
        ScanStats stats = scans.get(key);
        if (stats == null) {
            stats = new ScanStats(nameOf(key), labels("scan", key), window, traces);
            scans.put(key, stats);
        }
        return stats;
    }

    /** The series of an operation; those without label for {@code null} or an empty name. */
    public synchronized OperationStats operation(String name) {
        String key = allowed("operation", name, operations);
        OperationStats stats = operations.get(key);
        if (stats == null) {
            stats = new OperationStats(nameOf(key), labels("operation", key), window, traces);
            operations.put(key, stats);
        }
        return stats;
    }

    /** The gauge of that name. */
    public synchronized Gauge gauge(String name, String help) {
        Gauge gauge = gauges.get(name);
        if (gauge == null) {
            gauge = new Gauge(Family.gauge(name, help));
            gauges.put(name, gauge);
            gaugesInOrder.add(gauge);
        }
        return gauge;
    }

    /** Takes a source away from the gauge of that name; a gauge without any is shown no more. */
    public synchronized void removeGauge(String name, Gauge.Source source) {
        Gauge gauge = gauges.get(name);
        if (gauge != null && !gauge.remove(source)) {
            gauges.remove(name);
            gaugesInOrder.remove(gauge);
        }
    }

    /** Shows a counter that somebody else keeps. */
    public synchronized void counter(Family family, LongAdder counter) {
        counters.put(family, counter);
    }

    /** Shows the families of somebody else behind those of jobs. */
    public void also(MetricSource other) {
        others.add(other);
    }

    /**
     * Hands everything to the sink, one family after the other. Every job type, scan and operation is read at one moment,
     * so that its counters and histograms agree.
     *
     * @param windows whether the readings shall hold samples
     */
    public void collect(MetricSink sink, boolean windows) {
        gaugeReader.refresh();
        synchronized (this) {
            long now = clock.nanoTime();
            for (JobStats job : jobs.values()) {
                job.read(windows);
            }
            inFlight.note(now);
            for (ScanStats scan : scans.values()) {
                scan.read(windows);
            }
            for (OperationStats operation : operations.values()) {
                operation.read(windows);
            }
            Exposition.write(this, sink, now, clock.wallMillis());
        }
        // Not under the lock, for which a new job type waits.
        for (MetricSource other : others) {
            other.collect(sink, constant);
        }
    }

    /** Whether there is nothing of the application: no job, scan, operation or gauge. */
    public boolean isEmpty() {
        return jobs.isEmpty() && scans.isEmpty() && operations.isEmpty() && gaugesInOrder.isEmpty();
    }

    /** How many runs are going on; reads nothing of the application. */
    public synchronized int active() {
        int active = 0;
        for (JobStats job : jobs.values()) {
            job.forgetActive();
        }
        inFlight.note(clock.nanoTime());
        for (JobStats job : jobs.values()) {
            active += job.reading().active();
        }
        return active;
    }

    Collection<JobStats> jobs() {
        return jobs.values();
    }

    Collection<ScanStats> scans() {
        return scans.values();
    }

    Collection<OperationStats> operations() {
        return operations.values();
    }

    List<Gauge> gauges() {
        return gaugesInOrder;
    }

    Map<Family, LongAdder> counters() {
        return counters;
    }

    /** The labels that all series have. */
    public Labels constantLabels() {
        return constant;
    }

    private synchronized JobStats addJob(String type) {
        String key = allowed("job_type", type, jobs);
        JobStats stats = jobs.get(key);
        if (stats == null) {
            stats = new JobStats(nameOf(key), labels("job_type", key), window, traces, clock.nanoTime());
            jobs.put(key, stats);
        }
        return stats;
    }

    private String allowed(String label, String name, Map<String, ?> known) {
        String key = name == null ? UNNAMED : name;
        if (known.containsKey(key) || known.size() < mostNames || key.equals(OTHER)) {
            return key;
        }
        listener.namesExhausted(label, name, mostNames);
        return OTHER;
    }

    private Labels labels(String label, String key) {
        return constant.with(label, nameOf(key));
    }

    private static String nameOf(String key) {
        return key.isEmpty() ? null : key;
    }
}
