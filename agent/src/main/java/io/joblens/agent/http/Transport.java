package io.joblens.agent.http;

import java.io.IOException;
import java.nio.ByteBuffer;

/** How the bytes of a connection are meant. Belongs to the selector thread; nothing in it waits. */
interface Transport {
    /**
     * Takes what has arrived.
     *
     * @return how many bytes; 0 for none yet, -1 for the end
     */
    int read(ByteBuffer into) throws IOException;

    /** Sends as much as the client takes now; returns whether it took anything. */
    boolean write(ByteBuffer[] headAndBody) throws IOException;

    /** Whether there is something to be sent that was taken from the buffers already. */
    boolean hasUnsent();

    /** Whether something has arrived that was not read. */
    boolean hasArrived();

    /** Whether a client has begun something that does not end by itself. */
    boolean isPartial();

    /** Whether it was the language of this transport that the client spoke. */
    boolean isSpoken();

    /** Whether the client has shown a certificate that was verified. */
    boolean isCertified();

    /** What takes long, and has to be run by some other thread before anything is read again; or {@code null}. */
    Runnable task();

    /** Says that nothing more will be sent, as far as the client takes it. */
    void end() throws IOException;
}
