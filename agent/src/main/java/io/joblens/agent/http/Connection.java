package io.joblens.agent.http;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/**
 * One client. Reads a head, has it answered, writes the answer, and begins again: never two requests at once, so what a
 * client sends ahead waits here, within the size of one head. Belongs to the selector thread.
 */
final class Connection {
    /** What a connection is waiting for. */
    private enum State {
        READING(SelectionKey.OP_READ),
        /** A part of a handshake is being computed. */
        COMPUTING(0),
        ANSWERING(0),
        WRITING(SelectionKey.OP_WRITE),
        /** The answer was sent; closing while bytes of the client are unread would make its system drop the answer. */
        DRAINING(SelectionKey.OP_READ),
        CLOSED(0);

        private final int interest;

        State(int interest) {
            this.interest = interest;
        }
    }

    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int FIRST_ROOM = 512;
    private static final byte[] NOTHING = {};
    private static final ByteBuffer NO_BODY = ByteBuffer.allocate(0);

    private final Server server;
    private final SocketChannel channel;
    private final SelectionKey key;
    private Transport transport;
    private final Limits limits;
    private State state = State.READING;
    private long since;
    private byte[] in = NOTHING;
    private int length;
    private int scanned;
    private boolean hasSkipped;
    /** Something may have arrived behind the request that was answered; the other connections come first. */
    private boolean hasMore;

    private boolean keepAlive;
    private boolean sayKeepAlive;
    private boolean headOnly;
    private Response response;
    private ByteBuffer[] out;

    Connection(Server server, SocketChannel channel, Transport transport, SelectionKey key, Limits limits, long now) {
        this.server = server;
        this.channel = channel;
        this.transport = transport;
        this.key = key;
        this.limits = limits;
        this.since = now;
    }

    /** The channel can be read or written. */
    void ready(long now) throws IOException {
        if (state == State.WRITING) {
            write(now);
        } else if (state == State.READING && !hasMore || state == State.DRAINING) {
            read(now);
        }
        advance(now);
    }

    /** What a handshake waited for is there. */
    void computed(long now) throws IOException {
        if (state == State.COMPUTING) {
            state = State.READING;
            read(now);
            advance(now);
        }
    }

    /** A worker has the answer. */
    void answered(Response answer, long now) throws IOException {
        if (state == State.CLOSED) {
            answer.sent();
            return;
        }
        send(answer, now);
        advance(now);
    }

    /** Closes the connection, or tells the client why it will be, when it has waited too long. */
    void expire(long now) throws IOException {
        if (now - since < patience()) {
            return;
        }
        if (state == State.READING && length > 0) {
            refuse(Response.text(408, "the head of the request did not arrive in time\n"), now);
            advance(now);
        } else {
            close();
        }
    }

    /** Answers no request but the one that is being answered. */
    void retire() {
        if (isIdle()) {
            close();
        }
        keepAlive = false;
    }

    void close() {
        state = State.CLOSED;
        if (response != null) {
            response.sent();
            response = null;
        }
        server.forget(this);
        try {
            channel.close();
        } catch (IOException e) {
            // There is nothing left to lose.
        }
    }

    /** Whether nobody would miss it: no request of it is being answered. */
    boolean isIdle() {
        return state == State.READING || state == State.COMPUTING || state == State.DRAINING;
    }

    /** Whether it has not been closed yet. From any thread. */
    boolean isOpen() {
        return channel.isOpen();
    }

    /** Whether its client does not take the answer as fast as it could be sent. */
    boolean isWriting() {
        return state == State.WRITING;
    }

    /** Whether the client has shown a certificate that was verified. */
    boolean isCertified() {
        return transport.isCertified();
    }

    /** The address the client asks from. */
    InetAddress client() {
        return channel.socket().getInetAddress();
    }

    /** Since when it has been waiting for what it waits for, by {@link System#nanoTime()}. */
    long since() {
        return since;
    }

    private long patience() {
        switch (state) {
            case READING:
                return isPartial() ? limits.headNanos : limits.idleNanos;
            case WRITING:
                return limits.stallNanos;
            case DRAINING:
                return DRAIN_NANOS;
            default:
                return Long.MAX_VALUE;
        }
    }

    private boolean isPartial() {
        return length > 0 || transport.isPartial();
    }

    private void read(long now) throws IOException {
        ByteBuffer scratch = server.scratch();
        scratch.clear();
        if (state == State.DRAINING) {
            if (channel.read(scratch) < 0) {
                close();
            }
            return;
        }
        boolean wasPartial = isPartial();
        scratch.limit(limits.head - length);
        int count;
        try {
            count = transport.read(scratch);
        } catch (SSLException e) {
            fail(now);
            return;
        }
        if (count < 0) {
            close();
            return;
        }
        if (wasPartial != (count > 0 || isPartial())) {
            since = now;
        }
        Runnable task = transport.task();
        if (task != null) {
            state = State.COMPUTING;
            server.compute(this, task);
        }
        if (length + count > in.length) {
            in = Arrays.copyOf(in, Math.max(Math.max(FIRST_ROOM, in.length * 2), length + count));
        }
        scratch.flip();
        scratch.get(in, length, count);
        length += count;
    }

    /** The client does not speak TLS as it was told to, or not at all. */
    private void fail(long now) throws IOException {
        if (transport.isSpoken()) {
            state = State.DRAINING;
            since = now;
            channel.shutdownOutput();
            return;
        }
        transport = new PlainTransport(channel);
        refuse(Response.text(400, "this endpoint speaks HTTPS\n"), now);
    }

    private boolean readOn(long now) throws IOException {
        if (!transport.hasArrived()) {
            return false;
        }
        int before = length;
        read(now);
        return length > before;
    }

    /** Goes on with one request that has arrived already, then waits for what its state needs. */
    private void advance(long now) throws IOException {
        boolean taken = state == State.READING && takeHead(now);
        while (!taken && state == State.READING && readOn(now)) {
            taken = takeHead(now);
        }
        if (state == State.READING && length == 0) {
            in = NOTHING;
        }
        hasMore = taken && state == State.READING && (length > 0 || transport.hasArrived());
        if (state != State.CLOSED) {
            boolean comesBack = hasMore || state == State.READING && transport.hasUnsent();
            key.interestOps(comesBack ? state.interest | SelectionKey.OP_WRITE : state.interest);
        }
    }

    private boolean takeHead(long now) throws IOException {
        try {
            while (length >= 2 && in[0] == '\r' && in[1] == '\n') {
                skipEmptyLine();
            }
            int end = HeadParser.end(in, scanned, length);
            if (end >= 0) {
                Request request = HeadParser.parse(in, end);
                consume(end);
                hasSkipped = false;
                begin(request, now);
                return true;
            }
            scanned = length;
            if (length >= limits.head) {
                throw new Refusal(431, "a request head has at most " + limits.head + " bytes");
            }
        } catch (Refusal refusal) {
            refuse(refusal.response(), now);
        }
        return false;
    }

    /** One is forgiven, as RFC 9112 asks for; each more would cost a copy of all that follows. */
    private void skipEmptyLine() throws Refusal {
        if (hasSkipped) {
            throw new Refusal(400, "a request has at most one empty line in front of it");
        }
        hasSkipped = true;
        consume(2);
    }

    private void consume(int count) {
        length -= count;
        System.arraycopy(in, count, in, 0, length);
        scanned = 0;
    }

    private void begin(Request request, long now) throws IOException {
        keepAlive = request.keepsAlive() && !request.hasBody();
        sayKeepAlive = !request.isHttp11();
        headOnly = request.isHead();
        Response ready = server.begin(this, request);
        if (ready != null) {
            send(ready, now);
            return;
        }
        state = State.ANSWERING;
        since = now;
    }

    private void refuse(Response refusal, long now) throws IOException {
        keepAlive = false;
        headOnly = false;
        send(refusal, now);
    }

    private void send(Response answer, long now) throws IOException {
        response = server.dressed(answer);
        out = new ByteBuffer[] {response.head(keepAlive, sayKeepAlive), headOnly ? NO_BODY : response.body()};
        state = State.WRITING;
        since = now;
        write(now);
    }

    /** Head and body leave together: sent one after the other, Nagle and delayed acknowledgements cost 40 ms. */
    private void write(long now) throws IOException {
        while (out[0].hasRemaining() || out[1].hasRemaining() || transport.hasUnsent()) {
            if (!server.write(transport, out)) {
                server.writeBlocked();
                return;
            }
            since = now;
        }
        response.sent();
        response = null;
        out = null;
        if (keepAlive) {
            state = State.READING;
            return;
        }
        state = State.DRAINING;
        transport.end();
        channel.shutdownOutput();
    }
}
