package io.joblens.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A connection whose turns come when the test says so. */
class ConnectionTest {
    private static final String HEALTHY = "GET /-/healthy HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @Test
    void answers_one_request_of_a_pipeline_in_each_turn_so_that_others_have_theirs() throws Exception {
        try (ServerSocketChannel listener = ServerSocketChannel.open();
                Selector selector = Selector.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (SocketChannel client = SocketChannel.open(listener.getLocalAddress());
                    SocketChannel channel = listener.accept()) {
                channel.configureBlocking(false);
                SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
                Connection connection =
                        new Connection(server(listener), channel, new PlainTransport(channel), key, Limits.DEFAULT, 0);
                client.write(ByteBuffer.wrap(HEALTHY.repeat(3).getBytes(StandardCharsets.ISO_8859_1)));
                client.shutdownOutput();
                for (int i = 0; i < 3; i++) {
                    selector.select();
                    connection.ready(0);
                    assertThat(answersIn(client)).isOne();
                }
                selector.select();
                connection.ready(0);
                assertThat(channel.isOpen()).isFalse();
            }
        }
    }

    private static Server server(ServerSocketChannel listener) throws Exception {
        Dispatch dispatch = new Dispatch(MetricRoutes.of(Measured.registry()), new HostCheck(true, "127.0.0.1"));
        return new Server(listener, dispatch, Door.OPEN, Limits.DEFAULT, ConnectionTest::unexpected);
    }

    private static int answersIn(SocketChannel client) throws Exception {
        ByteBuffer bytes = ByteBuffer.allocate(4096);
        client.read(bytes);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1).split("Healthy", -1).length
                - 1;
    }

    private static void unexpected(String sentence) {
        throw new AssertionError(sentence);
    }
}
