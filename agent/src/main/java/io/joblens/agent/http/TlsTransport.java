package io.joblens.agent.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Encrypted bytes. What a connection has of its own is what has arrived in part, or was not taken in full; the room to work in
 * belongs to the thread. A connection that never sends anything has no engine.
 */
final class TlsTransport implements Transport {
    /** The first byte of a handshake. */
    private static final int HANDSHAKE = 22;

    private static final int FIRST_ROOM = 1024;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final Tls tls;
    private final TlsRoom room;
    private SSLEngine engine;
    private int first = -1;
    private boolean shaken;
    /** Encrypted, to be filled further. */
    private ByteBuffer arrived = NOTHING;
    /** Decrypted, to be read. */
    private ByteBuffer unread = NOTHING;
    /** Encrypted, to be sent. */
    private ByteBuffer unsent = NOTHING;

    TlsTransport(SocketChannel channel, Tls tls, TlsRoom room) {
        this.channel = channel;
        this.tls = tls;
        this.room = room;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        try {
            int count = readOn(into);
            if (arrived.position() == 0) {
                arrived = NOTHING;
            }
            return count;
        } catch (SSLException e) {
            if (isSpoken()) {
                sayWhy();
            }
            throw e;
        }
    }

    private int readOn(ByteBuffer into) throws IOException {
        while (true) {
            if (unread.hasRemaining()) {
                return taken(into);
            }
            if (!flush()) {
                return 0;
            }
            HandshakeStatus status = engine == null ? HandshakeStatus.NEED_UNWRAP : engine.getHandshakeStatus();
            if (status == HandshakeStatus.NEED_TASK) {
                return 0;
            }
            if (status == HandshakeStatus.NEED_WRAP) {
                wrap(NOTHING);
                continue;
            }
            Status unwrapped = arrived.position() == 0 ? Status.BUFFER_UNDERFLOW : unwrap();
            if (unwrapped == Status.CLOSED) {
                return -1;
            }
            if (unwrapped == Status.BUFFER_UNDERFLOW) {
                int count = fill();
                if (count <= 0) {
                    return count;
                }
            }
        }
    }

    @Override
    public boolean write(ByteBuffer[] headAndBody) throws IOException {
        int before = unsent.remaining();
        if (!flush()) {
            return unsent.remaining() < before;
        }
        boolean any = headAndBody[0].hasRemaining() || headAndBody[1].hasRemaining();
        if (any) {
            wrap(headAndBody);
        }
        return any || before > 0;
    }

    @Override
    public boolean hasUnsent() {
        return unsent.hasRemaining();
    }

    @Override
    public boolean hasArrived() {
        return unread.hasRemaining() || arrived.position() > 0;
    }

    @Override
    public boolean isPartial() {
        return engine != null && !shaken || hasArrived();
    }

    @Override
    public boolean isSpoken() {
        return first == HANDSHAKE;
    }

    @Override
    public boolean isCertified() {
        try {
            return tls.verifies() && engine.getSession().getPeerCertificates().length > 0;
        } catch (SSLPeerUnverifiedException without) {
            return false;
        }
    }

    @Override
    public Runnable task() {
        if (engine == null || engine.getHandshakeStatus() != HandshakeStatus.NEED_TASK) {
            return null;
        }
        return new Runnable() {
            @Override
            public void run() {
                for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                    task.run();
                }
            }
        };
    }

    @Override
    public void end() throws IOException {
        if (engine != null) {
            engine.closeOutbound();
            sayWhy();
        }
    }

    private int taken(ByteBuffer into) {
        int count = Math.min(unread.remaining(), into.remaining());
        for (int i = 0; i < count; i++) {
            into.put(unread.get());
        }
        return count;
    }

    /** Takes what the channel has; 0 for nothing, -1 at its end. */
    private int fill() throws IOException {
        if (!arrived.hasRemaining()) {
            int most = engine == null ? FIRST_ROOM : engine.getSession().getPacketBufferSize();
            int size = arrived.capacity() == 0 ? FIRST_ROOM : Math.max(most, arrived.capacity() * 2);
            ByteBuffer larger = ByteBuffer.allocate(size);
            arrived.flip();
            arrived = larger.put(arrived);
        }
        int count = channel.read(arrived);
        if (count > 0 && first < 0) {
            first = arrived.get(0);
            engine = tls.engine();
        }
        return count;
    }

    private Status unwrap() throws SSLException {
        ByteBuffer plain = room.plain(engine.getSession().getApplicationBufferSize());
        arrived.flip();
        SSLEngineResult result = engine.unwrap(arrived, plain);
        arrived.compact();
        noteEnd(result);
        plain.flip();
        if (plain.hasRemaining()) {
            unread = ByteBuffer.allocate(plain.remaining());
            unread.put(plain).flip();
        }
        if (result.getStatus() == Status.BUFFER_OVERFLOW) {
            throw new SSLException("a record is larger than the engine said");
        }
        return result.getStatus();
    }

    private void wrap(ByteBuffer... from) throws IOException {
        ByteBuffer packet = room.packet(engine.getSession().getPacketBufferSize());
        SSLEngineResult result = engine.wrap(from, packet);
        noteEnd(result);
        packet.flip();
        if (packet.hasRemaining()) {
            channel.write(packet);
        }
        if (packet.hasRemaining()) {
            unsent = ByteBuffer.allocate(packet.remaining());
            unsent.put(packet).flip();
        } else if (result.getStatus() != Status.OK && result.bytesProduced() == 0) {
            throw new IOException("nothing more can be sent: " + result.getStatus());
        }
    }

    private void noteEnd(SSLEngineResult result) {
        shaken |= result.getHandshakeStatus() == HandshakeStatus.FINISHED;
    }

    /** Whether all has been sent. */
    private boolean flush() throws IOException {
        if (unsent.hasRemaining()) {
            channel.write(unsent);
        }
        if (unsent.hasRemaining()) {
            return false;
        }
        unsent = NOTHING;
        return true;
    }

    /** Sends what the engine has to say at the end, an alert most often. */
    private void sayWhy() {
        try {
            if (flush()) {
                wrap(NOTHING);
            }
        } catch (IOException gone) {
            // Then the end of the connection says it.
        }
    }
}
