package io.joblens.agent.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Bytes as they are. */
final class PlainTransport implements Transport {
    private final SocketChannel channel;

    PlainTransport(SocketChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public boolean write(ByteBuffer[] headAndBody) throws IOException {
        return channel.write(headAndBody) > 0;
    }

    @Override
    public boolean hasUnsent() {
        return false;
    }

    @Override
    public boolean hasArrived() {
        return false;
    }

    @Override
    public boolean isPartial() {
        return false;
    }

    @Override
    public boolean isSpoken() {
        return true;
    }

    @Override
    public boolean isCertified() {
        return false;
    }

    @Override
    public Runnable task() {
        return null;
    }

    @Override
    public void end() {
        // The end of the channel says it.
    }
}
