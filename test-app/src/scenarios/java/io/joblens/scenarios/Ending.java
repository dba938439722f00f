package io.joblens.scenarios;

import com.sun.net.httpserver.HttpServer;
import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** An application that ends in one of the ways in which applications end, after one job. */
public final class Ending {
    private Ending() {}

    /** Argument: {@code return}, {@code exit}, {@code throw}, or {@code server}, which serves itself one answer before. */
    public static void main(String[] args) throws IOException {
        work("job-1");
        switch (args[0]) {
            case "exit":
                System.exit(3);
                return;
            case "throw":
                throw new IllegalStateException("enough");
            case "server":
                System.out.println("answer " + Server.answer());
                return;
            default:
                return;
        }
    }

    @JobStart("work")
    @JobComplete("work")
    private static void work(@JobId String id) {
        System.out.println("working on " + id);
    }

    private static final class Server {
        static int answer() throws IOException {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                byte[] body = "ok".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            URL url = new URL("http", "127.0.0.1", server.getAddress().getPort(), "/");
            try (InputStream in = url.openStream()) {
                return in.read();
            } finally {
                server.stop(0);
            }
        }
    }
}
