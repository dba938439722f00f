package io.joblens.agent.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/**
 * What Linux knows of a process before it is touched. To connect to a JVM means to send it SIGQUIT, on which one that does not
 * listen prints all its threads, and one started with {@code -Xrs} dies.
 */
final class LinuxProcess {
    private static final long SIGQUIT = 1L << 2;

    private final Path proc;
    private final Path folder;

    private LinuxProcess(Path proc, String pid) {
        this.proc = proc;
        folder = proc.resolve(pid);
    }

    static LinuxProcess of(String pid) {
        return in(Paths.get("/proc"), pid);
    }

    static LinuxProcess in(Path proc, String pid) {
        return new LinuxProcess(proc, pid);
    }

    /** Whether it has ended; elsewhere than on Linux this is not known, and false. */
    boolean isGone() {
        return Files.isDirectory(proc.resolve("self")) && !Files.isDirectory(folder);
    }

    /** Why one cannot connect to the process, or {@code null} when nothing speaks against it. Elsewhere nothing ever does. */
    String obstacle() {
        if (!Files.isDirectory(proc.resolve("self"))) {
            return null;
        }
        if (isGone()) {
            return "there is no such process";
        }
        try {
            String owner = Files.getOwner(folder).getName();
            String self = Files.getOwner(proc.resolve("self")).getName();
            if (!owner.equals(self) && !self.equals("root")) {
                return "it belongs to the user " + owner + "; run this as " + owner;
            }
            if (commandLine().contains("\0-XX:+DisableAttachMechanism\0")) {
                return "it was started with -XX:+DisableAttachMechanism; start it without, or with -javaagent";
            }
            return listens()
                    ? null
                    : "it does not handle SIGQUIT, by which one connects; it is no JVM, or was started with -Xrs";
        } catch (IOException | RuntimeException unreadable) {
            return null;
        }
    }

    /** Whether a file is the same to the process as to us; false in a container that does not have it. */
    boolean sees(Path file) {
        Path root = folder.resolve("root");
        try {
            return !Files.exists(root)
                    || Files.isSameFile(root.resolve(file.toString().substring(1)), file);
        } catch (IOException | RuntimeException missing) {
            return false;
        }
    }

    private String commandLine() throws IOException {
        return "\0" + new String(Files.readAllBytes(folder.resolve("cmdline")), StandardCharsets.UTF_8);
    }

    private boolean listens() throws IOException {
        for (String line : Files.readAllLines(folder.resolve("status"), StandardCharsets.UTF_8)) {
            String[] parts = line.split("\\s+");
            if (parts[0].equals("SigCgt:")) {
                return (Long.parseUnsignedLong(parts[1], 16) & SIGQUIT) != 0;
            }
        }
        return true;
    }
}
