package io.joblens.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The lines of a stream, collected by a thread of their own while they come. Thread-safe. */
final class Lines {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread thread;

    private Lines(InputStream stream, String name) {
        thread = new Thread(() -> collect(stream), name);
        thread.setDaemon(true);
    }

    static Lines of(InputStream stream, String name) {
        Lines lines = new Lines(stream, name);
        lines.thread.start();
        return lines;
    }

    /** What has come so far. */
    List<String> soFar() {
        return List.copyOf(lines);
    }

    /** Whether a line has come that holds this text. */
    boolean holds(String part) {
        return lines.stream().anyMatch(line -> line.contains(part));
    }

    /** All lines, once the stream has ended. */
    List<String> all() throws InterruptedException {
        thread.join();
        return soFar();
    }

    private void collect(InputStream stream) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException destroyed) {
            // The process is gone; what came before is what there is.
        }
    }
}
