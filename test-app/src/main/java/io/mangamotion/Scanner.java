package io.mangamotion;

import java.io.IOException;
import java.util.Map;

/** A malware scanner. Safe for use by several threads. */
interface Scanner {
    int DEFAULT_CLAMD_PORT = 3310;

    /** Scans the content of one file; throws when no verdict could be had. */
    Verdict scan(byte[] content) throws IOException;

    /**
     * The clamd at {@code CLAMD_HOST} and {@code CLAMD_PORT}, or the embedded scanner when no host is set.
     *
     * @throws IllegalArgumentException when the port is not one
     */
    static Scanner fromEnvironment(Map<String, String> environment) {
        String host = environment.getOrDefault("CLAMD_HOST", "");
        if (host.isEmpty()) return new EicarScanner();
        String port = environment.getOrDefault("CLAMD_PORT", String.valueOf(DEFAULT_CLAMD_PORT));
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 0xFFFF) {
            throw new IllegalArgumentException("CLAMD_PORT is \"" + port + "\"; it must be a port from 0 to 65535");
        }
        return new ClamdScanner(host, Integer.parseInt(port));
    }
}
