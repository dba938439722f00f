package io.joblens.agent.http;

import io.joblens.bootstrap.metrics.Clock;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The selector thread of the endpoint: accepts, reads, writes, and keeps clients within their limits. Nothing in here
 * waits for a client or for the application, so an idle or trickling connection costs its memory and no more.
 */
final class Server implements Runnable {
    private static final long SWEEP_MILLIS = 500;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int MOST_ACCEPTED_AT_ONCE = 64;
    /** Each of them may hold a response of a megabyte. */
    private static final int MOST_BLOCKED_WRITES = 16;
    /** The JDK keeps a direct buffer of the largest write for as long as the thread lives. */
    private static final int MOST_WRITTEN_AT_ONCE = 64 * 1024;

    private final ServerSocketChannel listener;
    private final Selector selector;
    private final SelectionKey accepting;
    private final Dispatch dispatch;
    private final Limits limits;
    private final Workers workers;
    private final Doorkeeper doorkeeper;
    private final Handshakes handshakes = new Handshakes();
    private final TlsRoom tlsRoom = new TlsRoom();
    private final Problems problems;
    private final Set<Connection> connections = new LinkedHashSet<Connection>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<Answer>();
    private final ByteBuffer scratch;
    /** How all connections of now are encrypted. */
    private Tls tls;

    private long lastSweep = System.nanoTime();
    private boolean failed;
    private volatile boolean closed;

    Server(ServerSocketChannel listener, Dispatch dispatch, Door door, Limits limits, Problems problems)
            throws IOException {
        this.listener = listener;
        this.dispatch = dispatch;
        this.limits = limits;
        this.problems = problems;
        this.workers = new Workers(problems);
        this.doorkeeper = new Doorkeeper(door, Clock.SYSTEM, problems);
        this.tls = door.tls();
        this.scratch = ByteBuffer.allocateDirect(limits.head);
        listener.configureBlocking(false);
        this.selector = Selector.open();
        this.accepting = listener.register(selector, SelectionKey.OP_ACCEPT);
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                try {
                    turn();
                } catch (ClosedSelectorException e) {
                    return;
                } catch (Throwable thrown) {
                    pause(thrown);
                }
            }
        } finally {
            closeAll();
        }
    }

    void close() {
        closed = true;
        selector.wakeup();
    }

    /** Another door for all requests from now on. */
    void use(Door door) {
        doorkeeper.use(door);
        selector.wakeup();
    }

    boolean isEncrypted() {
        return doorkeeper.door().tls() != null;
    }

    /** What the answer to a request is, where that is known at once; {@code null} where it is to be waited for. */
    Response begin(final Connection connection, final Request request) {
        Response refusal = dispatch.refusal(request);
        if (refusal != null) {
            return refusal;
        }
        if (doorkeeper.door().credentials().isNone() || dispatch.isForEverybody(request)) {
            Request seen = dispatch.isLocal() || connection.isCertified() ? request.personal() : request;
            Response ready = dispatch.ready(seen);
            if (ready == null) {
                work(connection, seen);
            }
            return ready;
        }
        doorkeeper.admit(request, connection.client(), new Doorkeeper.Verdict() {
            @Override
            public void admitted() {
                Request seen = request.personal();
                Response ready = dispatch.ready(seen);
                if (ready == null) {
                    work(connection, seen);
                } else {
                    answer(connection, ready);
                }
            }

            @Override
            public void refused(Response why) {
                answer(connection, why);
            }
        });
        return null;
    }

    /** As it leaves: with what the door adds. */
    Response dressed(Response answer) {
        return doorkeeper.door().dressed(answer);
    }

    private void work(final Connection connection, Request request) {
        workers.answer(dispatch.route(request), request, new Workers.Done() {
            @Override
            public void done(Response response) {
                answer(connection, response);
            }
        });
    }

    /** From any thread: the selector thread sends it. */
    private void answer(Connection connection, Response response) {
        answers.add(new Answer(connection, response));
        selector.wakeup();
    }

    /** Where bytes are read to on their way. */
    ByteBuffer scratch() {
        return scratch;
    }

    /** Computes what a handshake needs, and has the connection go on then; for those that had to make room it is not done. */
    void compute(final Connection connection, final Runnable task) {
        handshakes.compute(new Runnable() {
            @Override
            public void run() {
                if (!connection.isOpen()) {
                    return;
                }
                try {
                    task.run();
                } finally {
                    answer(connection, null);
                }
            }
        });
    }

    /** Writes a part of head and body; returns whether the client's window had room for any of it. */
    boolean write(Transport transport, ByteBuffer[] headAndBody) throws IOException {
        ByteBuffer body = headAndBody[1];
        int end = body.limit();
        body.limit(Math.min(end, body.position() + MOST_WRITTEN_AT_ONCE));
        try {
            return transport.write(headAndBody);
        } finally {
            body.limit(end);
        }
    }

    /** A client does not read: of too many such, the one that has been at it longest is dropped. */
    void writeBlocked() {
        int blocked = 0;
        for (Connection connection : connections) {
            blocked += connection.isWriting() ? 1 : 0;
        }
        if (blocked > MOST_BLOCKED_WRITES) {
            oldest(false).close();
        }
    }

    void forget(Connection connection) {
        connections.remove(connection);
    }

    private void turn() throws IOException {
        selector.select(connections.isEmpty() && accepting.interestOps() != 0 ? 0 : SWEEP_MILLIS);
        // An interrupt, whoever sent it, would make every further select return at once and close the channels.
        Thread.interrupted();
        long now = System.nanoTime();
        followDoor();
        Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
        while (keys.hasNext()) {
            SelectionKey key = keys.next();
            keys.remove();
            if (key == accepting) {
                accept(now);
            } else {
                ready((Connection) key.attachment(), now);
            }
        }
        for (Answer answer = answers.poll(); answer != null; answer = answers.poll()) {
            answered(answer, now);
        }
        if (now - lastSweep >= TimeUnit.MILLISECONDS.toNanos(SWEEP_MILLIS)) {
            lastSweep = now;
            sweep(now);
        }
    }

    /** Who came in by another encryption comes anew: perhaps the certificate is not wanted any more, or there was none. */
    private void followDoor() {
        Tls wanted = doorkeeper.door().tls();
        if (wanted == tls) {
            return;
        }
        tls = wanted;
        for (Connection connection : new ArrayList<Connection>(connections)) {
            connection.retire();
        }
    }

    private void accept(long now) {
        for (int i = 0; i < MOST_ACCEPTED_AT_ONCE; i++) {
            SocketChannel channel;
            try {
                channel = listener.accept();
            } catch (IOException e) {
                // Out of descriptors, say: the listener stays readable, so it is left alone until the next sweep.
                accepting.interestOps(0);
                return;
            }
            if (channel == null) {
                return;
            }
            try {
                admit(channel, now);
            } catch (IOException e) {
                closeQuietly(channel);
            }
        }
    }

    private void admit(SocketChannel channel, long now) throws IOException {
        if (connections.size() >= limits.connections) {
            Connection idlest = oldest(true);
            if (idlest == null) {
                channel.close();
                return;
            }
            idlest.close();
        }
        channel.configureBlocking(false);
        channel.socket().setTcpNoDelay(true);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        Transport transport = tls == null ? new PlainTransport(channel) : new TlsTransport(channel, tls, tlsRoom);
        Connection connection = new Connection(this, channel, transport, key, limits, now);
        key.attach(connection);
        connections.add(connection);
    }

    private Connection oldest(boolean idle) {
        Connection oldest = null;
        for (Connection connection : connections) {
            boolean candidate = idle ? connection.isIdle() : connection.isWriting();
            if (candidate && (oldest == null || connection.since() - oldest.since() < 0)) {
                oldest = connection;
            }
        }
        return oldest;
    }

    private void ready(Connection connection, long now) {
        try {
            connection.ready(now);
        } catch (IOException e) {
            // The client is gone.
            connection.close();
        } catch (Throwable thrown) {
            connection.close();
            report(thrown);
        }
    }

    private void answered(Answer answer, long now) {
        try {
            if (answer.response == null) {
                answer.connection.computed(now);
            } else {
                answer.connection.answered(answer.response, now);
            }
        } catch (IOException e) {
            answer.connection.close();
        } catch (Throwable thrown) {
            answer.connection.close();
            report(thrown);
        }
    }

    private void sweep(long now) {
        accepting.interestOps(SelectionKey.OP_ACCEPT);
        for (Connection connection : new ArrayList<Connection>(connections)) {
            try {
                connection.expire(now);
            } catch (IOException e) {
                connection.close();
            }
        }
    }

    private void pause(Throwable thrown) {
        report(thrown);
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private void report(Throwable thrown) {
        if (!failed) {
            failed = true;
            problems.problem("http: a connection was dropped because of an error in the endpoint, " + thrown
                    + "; the next ones of this kind are not reported");
        }
    }

    private void closeAll() {
        workers.close();
        doorkeeper.close();
        handshakes.close();
        for (Connection connection : new ArrayList<Connection>(connections)) {
            connection.close();
        }
        closeQuietly(listener);
        closeQuietly(selector);
    }

    static void closeQuietly(Closeable closeable) {
        if (closeable == null) {
            return;
        }
        try {
            closeable.close();
        } catch (IOException e) {
            // It was to be given up anyway.
        }
    }

    /** What another thread hands back; without a response it is what a handshake waits for. */
    private static final class Answer {
        private final Connection connection;
        private final Response response;

        Answer(Connection connection, Response response) {
            this.connection = connection;
            this.response = response;
        }
    }
}
