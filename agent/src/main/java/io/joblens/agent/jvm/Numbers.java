package io.joblens.agent.jvm;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.Labels;
import io.joblens.bootstrap.metrics.MetricSink;
import io.joblens.bootstrap.metrics.MetricSource;
import java.lang.management.ManagementFactory;

/**
 * The families that have one series. One that this JVM or system does not know, or gives as negative, is left out.
 *
 * <p>Those of the process have the help that Prometheus' own clients give them: a Pushgateway, which has them too, complains in its
 * log of any other with every push. Source: "Standard and runtime collectors" in Prometheus' "Writing client libraries".
 */
final class Numbers implements MetricSource {
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;

    private enum Number {
        START_TIME(
                Family.gauge("process_start_time_seconds", "Start time of the process since unix epoch in seconds.")) {
            @Override
            double read() {
                return ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS_PER_SECOND;
            }
        },
        CPU(Family.counter("process_cpu_seconds_total", "Total user and system CPU time spent in seconds.")) {
            @Override
            double read() {
                return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()
                        / NANOS_PER_SECOND;
            }
        },
        OPEN_FDS(Family.gauge("process_open_fds", "Number of open file descriptors.")) {
            @Override
            double read() {
                return unix().getOpenFileDescriptorCount();
            }
        },
        MAX_FDS(Family.gauge("process_max_fds", "Maximum number of open file descriptors.")) {
            @Override
            double read() {
                return unix().getMaxFileDescriptorCount();
            }
        },
        THREADS(Family.gauge("jvm_threads_current", "Current number of threads")) {
            @Override
            double read() {
                return ManagementFactory.getThreadMXBean().getThreadCount();
            }
        },
        DAEMON_THREADS(Family.gauge("jvm_threads_daemon", "Current number of daemon threads")) {
            @Override
            double read() {
                return ManagementFactory.getThreadMXBean().getDaemonThreadCount();
            }
        },
        PEAK_THREADS(Family.gauge("jvm_threads_peak", "Most threads that there were at a time")) {
            @Override
            double read() {
                return ManagementFactory.getThreadMXBean().getPeakThreadCount();
            }
        },
        STARTED_THREADS(Family.counter("jvm_threads_started_total", "Total number of threads started")) {
            @Override
            double read() {
                return ManagementFactory.getThreadMXBean().getTotalStartedThreadCount();
            }
        },
        CLASSES(Family.gauge("jvm_classes_currently_loaded", "Current number of loaded classes")) {
            @Override
            double read() {
                return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
            }
        },
        LOADED_CLASSES(Family.counter("jvm_classes_loaded_total", "Total number of classes loaded")) {
            @Override
            double read() {
                return ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
            }
        },
        UNLOADED_CLASSES(Family.counter("jvm_classes_unloaded_total", "Total number of classes unloaded")) {
            @Override
            double read() {
                return ManagementFactory.getClassLoadingMXBean().getUnloadedClassCount();
            }
        };

        private static final Number[] ALL = values();

        private final Family family;

        Number(Family family) {
            this.family = family;
        }

        abstract double read();

        private static UnixOperatingSystemMXBean unix() {
            return (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        }
    }

    @Override
    public void collect(MetricSink sink, Labels constant) {
        for (Number number : Number.ALL) {
            double value = value(number);
            if (value >= 0) {
                sink.family(number.family);
                sink.sample(constant, value);
            }
        }
    }

    private static double value(Number number) {
        try {
            return number.read();
        } catch (RuntimeException otherSystem) {
            return Double.NaN;
        } catch (LinkageError otherJvm) {
            return Double.NaN;
        }
    }
}
