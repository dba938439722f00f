package io.mangamotion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import xyz.capybara.clamav.ClamavClient;
import xyz.capybara.clamav.commands.scan.result.ScanResult;

/** Streams files to a clamd over TCP, on a connection of its own for each. */
final class ClamdScanner implements Scanner {
    private final String host;
    private final int port;

    ClamdScanner(String host, int port) {
        this.host = host;
        this.port = port;
    }

    @Override
    public Verdict scan(byte[] content) throws IOException {
        ScanResult result;
        try {
            // The client resolves the name once, when it is made; clamd may move while we run.
            result = new ClamavClient(host, port).scan(new ByteArrayInputStream(content));
        } catch (RuntimeException e) {
            throw new IOException("clamd at " + host + ":" + port + " gave no verdict: " + rootCause(e), e);
        }
        return result instanceof ScanResult.OK ? Verdict.CLEAN : Verdict.INFECTED;
    }

    private static Throwable rootCause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) cause = cause.getCause();
        return cause;
    }
}
