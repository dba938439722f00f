package io.joblens.agent.jvm;

import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.Labels;
import io.joblens.bootstrap.metrics.MetricSink;
import io.joblens.bootstrap.metrics.MetricSource;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JVM's own memory: on the heap and beside it, and by pool. What has no limit has no maximum. */
final class MemoryUses implements MetricSource {
    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final Iterable<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
    private final Families ofAreas = new Families("jvm_memory", "the area", "area");
    private final Families ofPools = new Families("jvm_memory_pool", "the pool", "pool");

    @Override
    public void collect(MetricSink sink, Labels constant) {
        Map<String, MemoryUsage> areas = new LinkedHashMap<String, MemoryUsage>();
        areas.put("heap", memory.getHeapMemoryUsage());
        areas.put("nonheap", memory.getNonHeapMemoryUsage());
        ofAreas.show(areas, sink, constant);
        Map<String, MemoryUsage> uses = new LinkedHashMap<String, MemoryUsage>();
        for (MemoryPoolMXBean pool : pools) {
            MemoryUsage usage = pool.getUsage();
            // A pool that is not valid any more has none.
            if (usage != null) {
                uses.put(pool.getName(), usage);
            }
        }
        ofPools.show(uses, sink, constant);
    }

    /** The three numbers of a kind of memory. */
    private static final class Families {
        private final String label;
        private final Family used;
        private final Family committed;
        private final Family max;

        Families(String prefix, String what, String label) {
            this.label = label;
            used = Family.gauge(prefix + "_used_bytes", "Memory in use of " + what + " in bytes");
            committed = Family.gauge(prefix + "_committed_bytes", "Memory set aside for " + what + " in bytes");
            max = Family.gauge(prefix + "_max_bytes", "Most memory that " + what + " may have in bytes");
        }

        void show(Map<String, MemoryUsage> uses, MetricSink sink, Labels constant) {
            sink.family(used);
            for (Map.Entry<String, MemoryUsage> use : uses.entrySet()) {
                sink.sample(constant.with(label, use.getKey()), use.getValue().getUsed());
            }
            sink.family(committed);
            for (Map.Entry<String, MemoryUsage> use : uses.entrySet()) {
                sink.sample(constant.with(label, use.getKey()), use.getValue().getCommitted());
            }
            sink.family(max);
            for (Map.Entry<String, MemoryUsage> use : uses.entrySet()) {
                if (use.getValue().getMax() >= 0) {
                    sink.sample(
                            constant.with(label, use.getKey()), use.getValue().getMax());
                }
            }
        }
    }
}
