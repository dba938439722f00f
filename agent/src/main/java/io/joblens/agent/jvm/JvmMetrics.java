package io.joblens.agent.jvm;

import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.Labels;
import io.joblens.bootstrap.metrics.MetricSink;
import io.joblens.bootstrap.metrics.MetricSource;

/**
 * What is known of every JVM. Of the JDK's management only those beans are touched that neither initialise
 * {@code java.util.logging.LogManager} nor make the platform's MBean server: both are chosen by system properties that an
 * application server may set late. Thread-safe.
 */
public final class JvmMetrics implements MetricSource {
    private final String version;
    /** Made when first asked for. */
    private volatile MetricSource[] parts;

    /** @param version that of the agent, or {@code null} */
    public JvmMetrics(String version) {
        this.version = version;
    }

    JvmMetrics(MetricSource... parts) {
        this.version = null;
        this.parts = parts;
    }

    @Override
    public void collect(MetricSink sink, Labels constant) {
        MetricSource[] known = parts;
        if (known == null) {
            known = parts();
            parts = known;
        }
        for (MetricSource part : known) {
            try {
                part.collect(sink, constant);
            } catch (RuntimeException ofTheJvm) {
                // Its beans are not free of mistakes: at times more memory is committed than there may be, and they
                // throw.
                // The metrics of jobs, and the last push above all, are worth more than one reading.
            }
        }
    }

    private MetricSource[] parts() {
        MetricSource info = new Info("joblens_build_info", "The version of Joblens", "version", version);
        MetricSource runtime = new Info(
                "jvm_runtime_info",
                "The version and maker of the JVM",
                "version",
                System.getProperty("java.runtime.version"),
                "vendor",
                System.getProperty("java.vm.vendor"),
                "runtime",
                System.getProperty("java.runtime.name"));
        try {
            return new MetricSource[] {
                info, new Numbers(), new ProcessMemory(), new MemoryUses(), new Collections(), runtime
            };
        } catch (LinkageError withoutManagement) {
            // A JVM made by jlink may lack the module; what needs it is not shown there.
            return new MetricSource[] {info, new ProcessMemory(), runtime};
        }
    }

    /** One series that is always 1. */
    private static final class Info implements MetricSource {
        private final Family family;
        private final String[] pairs;

        Info(String name, String help, String... pairs) {
            this.family = Family.info(name, help);
            this.pairs = pairs;
        }

        @Override
        public void collect(MetricSink sink, Labels constant) {
            Labels labels = constant;
            for (int i = pairs.length - 2; i >= 0; i -= 2) {
                labels = labels.with(pairs[i], pairs[i + 1] == null ? "unknown" : pairs[i + 1]);
            }
            sink.family(family);
            sink.sample(labels, 1);
        }
    }
}
