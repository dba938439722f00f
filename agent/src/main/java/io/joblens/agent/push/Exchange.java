package io.joblens.agent.push;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One PUT and its answer, over a connection of its own. The JDK's clients would bring java.util.logging into a JVM that is ending.
 */
final class Exchange {
    private static final int MOST_OF_ANSWER = 8192;

    private final GatewayUrl url;
    private final Deadline deadline;

    Exchange(GatewayUrl url, Deadline deadline) {
        this.url = url;
        this.deadline = deadline;
    }

    /**
     * @param headers whole lines
     * @param attempt counted from 0; a host of several addresses gets its attempts in turn
     */
    Answer put(String headers, byte[] body, int attempt) throws IOException {
        InetAddress[] addresses = InetAddress.getAllByName(url.host);
        Socket plain = new Socket(Proxy.NO_PROXY);
        try {
            InetAddress address = addresses[attempt % addresses.length];
            plain.connect(new InetSocketAddress(address, url.port), deadline.leftMillis());
            plain.setSoTimeout(deadline.leftMillis());
            Socket socket = url.isTls ? tls(plain) : plain;
            byte[] head = head(headers, body.length).getBytes(StandardCharsets.ISO_8859_1);
            IOException cut = write(head, body, socket);
            return read(socket, cut);
        } finally {
            plain.close();
        }
    }

    private Socket tls(Socket plain) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, url.host, url.port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private String head(String headers, int length) {
        return "PUT " + url.path + " HTTP/1.1\r\n"
                + "Host: " + url.authority + "\r\n"
                + headers
                + "Content-Length: " + length + "\r\n"
                + "Connection: close\r\n\r\n";
    }

    /** Returns why it was cut off: a server may have answered before it has read all, and then does not want more. */
    private static IOException write(byte[] head, byte[] body, Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        try {
            byte[] all = new byte[head.length + body.length];
            System.arraycopy(head, 0, all, 0, head.length);
            System.arraycopy(body, 0, all, head.length, body.length);
            out.write(all);
            out.flush();
            return null;
        } catch (IOException cut) {
            return cut;
        }
    }

    private Answer read(Socket socket, IOException cut) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] bytes = new byte[MOST_OF_ANSWER];
        int length = 0;
        Answer answer = null;
        try {
            for (int read = 0; read >= 0 && length < bytes.length; length += Math.max(0, read)) {
                if (deadline.isOver()) {
                    throw new SocketTimeoutException("Read timed out");
                }
                // Each read may take what is left, and no more: an answer can come in drops.
                socket.setSoTimeout(deadline.leftMillis());
                read = in.read(bytes, length, bytes.length - length);
                if (answer != null && answer.isSuccess()) {
                    return answer;
                }
                answer = Answer.of(new String(bytes, 0, length + Math.max(0, read), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // What has come may be enough to say what is wrong.
            if (answer == null) {
                throw cut == null ? e : cut;
            }
        }
        if (answer == null) {
            throw cut == null ? new IOException("it closed the connection without an HTTP answer") : cut;
        }
        return answer;
    }
}
