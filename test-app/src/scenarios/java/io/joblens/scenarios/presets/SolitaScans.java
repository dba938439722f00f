package io.joblens.scenarios.presets;

import fi.solita.clamav.ClamAVClient;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Paths;

/** Scans a clean and an infected file, then one by a daemon that cannot: a port, the two files, the other daemon's port. */
public final class SolitaScans {
    private SolitaScans() {}

    public static void main(String[] args) throws Exception {
        ClamAVClient client = new ClamAVClient("127.0.0.1", Integer.parseInt(args[0]));
        for (int i = 1; i <= 2; i++) {
            byte[] file = Files.readAllBytes(Paths.get(args[i]));
            client.scan(file);
            client.scan(new ByteArrayInputStream(file));
        }
        new ClamAVClient("127.0.0.1", Integer.parseInt(args[3])).scan(new byte[1]);
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // What is sent means nothing here.
        }
    }
}
