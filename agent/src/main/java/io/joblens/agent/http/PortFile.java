package io.joblens.agent.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;

/**
 * A file that holds the port of the endpoint, and a line feed: whoever finds it finds the whole of it. It is removed when the JVM
 * ends, unless another JVM has written its own by then.
 */
public final class PortFile {
    private final Path file;
    private final byte[] content;

    private PortFile(Path file, int port) {
        this.file = file;
        this.content = (port + "\n").getBytes(Response.LATIN_1);
    }

    /** Writes the file, in a folder that exists; where that fails, one sentence says so and there is none. */
    public static void write(String path, int port, Problems problems) {
        try {
            final PortFile written = new PortFile(Paths.get(path).toAbsolutePath(), port);
            WholeFile.write(written.file, written.content);
            Runtime.getRuntime().addShutdownHook(new Threads("joblens-port-file").newThread(new Runnable() {
                        @Override
                        public void run() {
                            written.remove();
                        }
                    }));
        } catch (IllegalStateException ending) {
            // The JVM ends already; a process that ends at once may leave its file.
        } catch (Exception failed) {
            problems.problem("http.port-file " + path + " cannot be written (" + failed
                    + "); it takes the path of a file in a folder that exists and is writable");
        }
    }

    private void remove() {
        try {
            if (Arrays.equals(Files.readAllBytes(file), content)) {
                Files.delete(file);
            }
        } catch (IOException gone) {
            // Somebody else has tidied up.
        }
    }
}
