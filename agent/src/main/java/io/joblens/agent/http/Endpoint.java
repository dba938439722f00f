package io.joblens.agent.http;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.util.Locale;

/** A running endpoint. Thread-safe. */
public final class Endpoint {
    private static final int MOST_PORT = 65535;
    private static final String CONSEQUENCE = "; metrics are recorded but not served; ";

    private final Server server;
    private final InetSocketAddress address;

    private Endpoint(Server server, InetSocketAddress address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Binds and serves, on daemon threads. To be called from a thread of the agent: where the application's own thread
     * starts it, the new threads inherit that one's inheritable thread-locals. Never throws.
     *
     * @param host a name or address of this machine
     * @param port 0 for any free one
     * @param problems receives one sentence when the endpoint cannot be started, and what fails later
     * @return {@code null} when it cannot be started
     */
    public static Endpoint start(String host, int port, Routes routes, Problems problems) {
        return start(host, port, 1, routes, Door.OPEN, problems, Limits.DEFAULT);
    }

    /**
     * As {@link #start(String, int, Routes, Problems)}, behind a door.
     *
     * @param attempts how many ports are tried, beginning with this one, until one is free
     */
    public static Endpoint start(String host, int port, int attempts, Routes routes, Door door, Problems problems) {
        return start(host, port, attempts, routes, door, problems, Limits.DEFAULT);
    }

    static Endpoint start(
            String host, int port, int attempts, Routes routes, Door door, Problems problems, Limits limits) {
        ServerSocketChannel listener = null;
        try {
            if (port < 0 || port > MOST_PORT) {
                problems.problem("http.port " + port + " is not a port" + CONSEQUENCE + "set http.port to 0 to 65535");
                return null;
            }
            InetAddress ip = InetAddress.getByName(host);
            if (!isOfThisMachine(ip)) {
                problems.problem("http.host " + host + " is not an address of this machine" + CONSEQUENCE
                        + "set http.host to one that is, or to 127.0.0.1");
                return null;
            }
            listener = bound(ip, port, attempts, limits);
            InetSocketAddress bound = (InetSocketAddress) listener.getLocalAddress();
            HostCheck hosts = new HostCheck(ip.isLoopbackAddress(), host);
            Server server = new Server(listener, new Dispatch(routes, hosts), door, limits, problems);
            new Threads("joblens-http").newThread(server).start();
            return new Endpoint(server, bound);
        } catch (Throwable thrown) {
            Server.closeQuietly(listener);
            problems.problem(sentence(host, port, attempts, thrown));
            return null;
        }
    }

    /** Has another door stand in front of all requests from now on. */
    public void use(Door door) {
        server.use(door);
    }

    /** Where it listens, with the real port. */
    public InetSocketAddress address() {
        return address;
    }

    /** Where it can be asked from this machine, by the door of now. */
    public String url() {
        InetAddress ip = address.getAddress();
        String host = ip.isAnyLocalAddress() ? "127.0.0.1" : ip.getHostAddress();
        return (server.isEncrypted() ? "https://" : "http://") + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":"
                + address.getPort();
    }

    /** Stops listening and drops all connections; returns before that is done. */
    public void close() {
        server.close();
    }

    private static boolean isOfThisMachine(InetAddress ip) throws SocketException {
        return ip.isAnyLocalAddress() || ip.isLoopbackAddress() || NetworkInterface.getByInetAddress(ip) != null;
    }

    private static ServerSocketChannel bound(InetAddress ip, int port, int attempts, Limits limits) throws IOException {
        int last = port == 0 ? 0 : Math.min(port + attempts - 1, MOST_PORT);
        for (int next = port; ; next++) {
            ServerSocketChannel listener = ServerSocketChannel.open();
            try {
                listener.socket().bind(new InetSocketAddress(ip, next), limits.connections);
                return listener;
            } catch (BindException taken) {
                Server.closeQuietly(listener);
                if (next >= last) {
                    throw taken;
                }
            } catch (IOException e) {
                Server.closeQuietly(listener);
                throw e;
            }
        }
    }

    private static String sentence(String host, int port, int attempts, Throwable thrown) {
        if (thrown instanceof UnknownHostException) {
            return "http.host " + host + " cannot be resolved" + CONSEQUENCE
                    + "set http.host to an address of this machine";
        }
        String message = String.valueOf(thrown.getMessage());
        if (message.toLowerCase(Locale.ROOT).contains("permission denied")) {
            return "http.port " + port + " on " + host + " is not allowed to this user (" + message + ")" + CONSEQUENCE
                    + "set http.port to one above 1023";
        }
        if (thrown instanceof BindException) {
            int last = Math.min(port + attempts - 1, MOST_PORT);
            return attempts == 1
                    ? "http.port " + port + " is taken on " + host + CONSEQUENCE + "set http.port to a free one"
                    : "the ports " + port + " to " + last + " are taken on " + host + CONSEQUENCE
                            + "set http.port to a free one, or http.port-attempts to more";
        }
        return "http.port " + port + " on " + host + " cannot be opened (" + thrown + ")" + CONSEQUENCE
                + "set http.host and http.port to an address that can";
    }
}
