package io.joblens.agent.http;

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
        return start(host, port, routes, problems, Limits.DEFAULT);
    }

    static Endpoint start(String host, int port, Routes routes, Problems problems, Limits limits) {
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
            listener = ServerSocketChannel.open();
            listener.socket().bind(new InetSocketAddress(ip, port), limits.connections);
            InetSocketAddress bound = (InetSocketAddress) listener.getLocalAddress();
            HostCheck hosts = new HostCheck(ip.isLoopbackAddress(), host);
            Server server = new Server(listener, new Dispatch(routes, hosts), limits, problems);
            new Threads("joblens-http").newThread(server).start();
            return new Endpoint(server, bound);
        } catch (Throwable thrown) {
            Server.closeQuietly(listener);
            problems.problem(sentence(host, port, thrown));
            return null;
        }
    }

    /** Where it listens, with the real port. */
    public InetSocketAddress address() {
        return address;
    }

    /** Where it can be asked from this machine. */
    public String url() {
        InetAddress ip = address.getAddress();
        String host = ip.isAnyLocalAddress() ? "127.0.0.1" : ip.getHostAddress();
        return "http://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
    }

    /** Stops listening and drops all connections; returns before that is done. */
    public void close() {
        server.close();
    }

    private static boolean isOfThisMachine(InetAddress ip) throws SocketException {
        return ip.isAnyLocalAddress() || ip.isLoopbackAddress() || NetworkInterface.getByInetAddress(ip) != null;
    }

    private static String sentence(String host, int port, Throwable thrown) {
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
            return "http.port " + port + " is taken on " + host + CONSEQUENCE + "set http.port to a free one";
        }
        return "http.port " + port + " on " + host + " cannot be opened (" + thrown + ")" + CONSEQUENCE
                + "set http.host and http.port to an address that can";
    }
}
