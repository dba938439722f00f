package io.joblens.scenarios.presets;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import xyz.capybara.clamav.ClamavClient;

/** Scans a clean and an infected file by every method of a client: its port, the two files, a port where nobody listens. */
public final class CapybaraScans {
    private CapybaraScans() {}

    public static void main(String[] args) throws Exception {
        ClamavClient client = new ClamavClient("127.0.0.1", Integer.parseInt(args[0]));
        for (int i = 1; i <= 2; i++) {
            Path file = Paths.get(args[i]);
            client.scan(new ByteArrayInputStream(Files.readAllBytes(file)));
            client.scan(file);
            client.scan(file, true);
            client.parallelScan(file);
        }
        ClamavClient lonely = new ClamavClient("127.0.0.1", Integer.parseInt(args[3]));
        try {
            lonely.scan(new ByteArrayInputStream(new byte[1]));
        } catch (Exception nobodyListens) {
            System.out.println(nobodyListens.getClass().getSimpleName());
        }
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // What is sent means nothing here.
        }
    }
}
