package io.joblens.agent.jvm;

import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.Labels;
import io.joblens.bootstrap.metrics.MetricSink;
import io.joblens.bootstrap.metrics.MetricSource;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** How often each garbage collector ran, and how long it took in all. */
final class Collections implements MetricSource {
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final Family GC = Family.summary("jvm_gc_collection_seconds", "Garbage collections in seconds");

    private final Iterable<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();

    @Override
    public void collect(MetricSink sink, Labels constant) {
        sink.family(GC);
        for (GarbageCollectorMXBean collector : collectors) {
            // Negative where a collector does not know.
            sink.summary(
                    constant.with("gc", collector.getName()),
                    Math.max(0, collector.getCollectionCount()),
                    Math.max(0, collector.getCollectionTime()) / MILLIS_PER_SECOND);
        }
    }
}
