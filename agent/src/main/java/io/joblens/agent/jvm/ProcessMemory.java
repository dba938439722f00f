package io.joblens.agent.jvm;

import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.Labels;
import io.joblens.bootstrap.metrics.MetricSink;
import io.joblens.bootstrap.metrics.MetricSource;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/** What the process takes of the machine's memory, as Linux tells it; elsewhere nothing is shown. Source: proc(5). */
final class ProcessMemory implements MetricSource {
    private static final File LINUX = new File("/proc/self/status");
    private static final Charset ASCII = Charset.forName("US-ASCII");
    /** The file has some 1,500 bytes, and what is looked for stands in its first half. */
    private static final int MOST = 4096;

    private static final int KIBI = 1024;
    private static final Family VIRTUAL = Family.gauge("process_virtual_memory_bytes", "Virtual memory size in bytes.");
    private static final Family RESIDENT =
            Family.gauge("process_resident_memory_bytes", "Resident memory size in bytes.");

    private final File status;

    ProcessMemory() {
        this(LINUX);
    }

    ProcessMemory(File status) {
        this.status = status;
    }

    @Override
    public void collect(MetricSink sink, Labels constant) {
        String text = read();
        show(VIRTUAL, "\nVmSize:", text, sink, constant);
        show(RESIDENT, "\nVmRSS:", text, sink, constant);
    }

    private String read() {
        byte[] bytes = new byte[MOST];
        int length = 0;
        try (InputStream in = new FileInputStream(status)) {
            for (int more = 0; more >= 0 && length < MOST; length += Math.max(0, more)) {
                more = in.read(bytes, length, MOST - length);
            }
        } catch (IOException notLinux) {
            return "";
        }
        return new String(bytes, 0, length, ASCII);
    }

    private static void show(Family family, String key, String text, MetricSink sink, Labels constant) {
        int at = text.indexOf(key);
        int end = at < 0 ? -1 : text.indexOf(" kB", at);
        if (end < 0) {
            return;
        }
        sink.family(family);
        sink.sample(
                constant, Long.parseLong(text.substring(at + key.length(), end).trim()) * (double) KIBI);
    }
}
