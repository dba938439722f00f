package io.joblens.agent.http;

import java.nio.ByteBuffer;

/** What the selector thread works in while it encrypts and decrypts; made at the first need. Not thread-safe. */
final class TlsRoom {
    private ByteBuffer plain = ByteBuffer.allocate(0);
    private ByteBuffer packet = ByteBuffer.allocate(0);

    /** An empty buffer for decrypted bytes. */
    ByteBuffer plain(int size) {
        if (plain.capacity() < size) {
            plain = ByteBuffer.allocate(size);
        }
        plain.clear();
        return plain;
    }

    /** An empty buffer for encrypted bytes. */
    ByteBuffer packet(int size) {
        if (packet.capacity() < size) {
            packet = ByteBuffer.allocate(size);
        }
        packet.clear();
        return packet;
    }
}
