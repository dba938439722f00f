package io.joblens.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More handshakes than can be computed. */
class HandshakeCrowdTest {
    private final List<Client> clients = new ArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private final Set<SSLEngine> computed = ConcurrentHashMap.newKeySet();
    private Endpoint endpoint;

    @AfterEach
    void stop() throws IOException {
        endpoint.close();
        for (Client client : clients) {
            client.close();
        }
    }

    @Test
    void lets_those_who_wait_longest_for_their_handshake_make_room_and_computes_nothing_for_them() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {new WaitingKeys()}, null, null);
        Door door = Door.OPEN.with(Tls.of(context, context.getDefaultSSLParameters(), false));
        endpoint = Endpoint.start("127.0.0.1", 0, 1, new Routes(), door, HandshakeCrowdTest::unexpected);
        String hello = hello(context);
        int room = Limits.DEFAULT.connections;
        for (int i = 0; i < room + 50; i++) {
            Client client = new Client(endpoint.address());
            clients.add(client);
            client.send(hello);
        }
        for (int i = 0; i < 50; i++) {
            assertThat(clients.get(i).isAtEnd()).isTrue();
        }
        release.countDown();
        for (int i = 50; i < room + 50; i++) {
            assertThat(clients.get(i).isAtEnd()).as("it is told why it fails").isFalse();
        }
        assertThat(computed).hasSizeLessThanOrEqualTo(room + 1);
    }

    /** What a client begins with. */
    private static String hello(SSLContext context) throws Exception {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(true);
        ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), hello);
        return new String(hello.array(), 0, hello.position(), StandardCharsets.ISO_8859_1);
    }

    private static void unexpected(String sentence) {
        throw new AssertionError(sentence);
    }

    /** Has no key, which it tells when it is released. */
    private final class WaitingKeys extends X509ExtendedKeyManager {
        @Override
        public String chooseEngineServerAlias(String type, Principal[] issuers, SSLEngine engine) {
            computed.add(engine);
            try {
                release.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            return null;
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return null;
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return null;
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return null;
        }
    }
}
