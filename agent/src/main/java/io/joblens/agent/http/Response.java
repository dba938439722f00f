package io.joblens.agent.http;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;

/** The answer to a request. Immutable. */
public final class Response {
    static final Charset UTF_8 = Charset.forName("UTF-8");
    static final Charset LATIN_1 = Charset.forName("ISO-8859-1");
    private static final String PLAIN = "text/plain; charset=utf-8";

    private final int status;
    private final String headers;
    private final byte[] bytes;
    private final int length;
    private final Buffer lease;

    private Response(int status, String headers, byte[] bytes, int length, Buffer lease) {
        this.status = status;
        this.headers = headers;
        this.bytes = bytes;
        this.length = length;
        this.lease = lease;
    }

    /** Plain text. */
    public static Response text(int status, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Response(status, line("Content-Type", PLAIN), bytes, bytes.length, null);
    }

    /** A body that was found; the array must not change any more. */
    public static Response ok(String contentType, byte[] body) {
        return new Response(200, line("Content-Type", contentType), body, body.length, null);
    }

    /** A body in a buffer that goes back to its stock once the response was sent. */
    static Response ok(String contentType, Buffer body) {
        return new Response(200, line("Content-Type", contentType), body.bytes(), body.length(), body);
    }

    /** This response with one more header. */
    public Response with(String name, String value) {
        return new Response(status, headers + line(name, value), bytes, length, lease);
    }

    /** This response with one more header, unless it has one of that name. */
    Response withDefault(String name, String value) {
        return ('\n' + headers).contains('\n' + name + ':') ? this : with(name, value);
    }

    /** The same for a client that understands gzip; this response must not be used any more. */
    Response compressed(BufferStock stock) {
        Buffer packed = stock.take();
        Gzip.compress(bytes, length, packed);
        sent();
        return new Response(
                status,
                headers + line("Content-Encoding", "gzip") + line("Vary", "Accept-Encoding"),
                packed.bytes(),
                packed.length(),
                packed);
    }

    int length() {
        return length;
    }

    /** Nothing reads the body any more. */
    void sent() {
        if (lease != null) {
            lease.release();
        }
    }

    ByteBuffer head(boolean keepAlive, boolean sayKeepAlive) {
        String text = "HTTP/1.1 " + status + ' ' + reason(status) + "\r\n"
                + headers
                + "Content-Length: " + length + "\r\n"
                + "X-Content-Type-Options: nosniff\r\n"
                + "Cache-Control: no-store\r\n"
                + (keepAlive ? sayKeepAlive ? "Connection: keep-alive\r\n" : "" : "Connection: close\r\n")
                + "\r\n";
        return ByteBuffer.wrap(text.getBytes(LATIN_1));
    }

    ByteBuffer body() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    private static String line(String name, String value) {
        return name + ": " + value + "\r\n";
    }

    private static String reason(int status) {
        switch (status) {
            case 200:
                return "OK";
            case 400:
                return "Bad Request";
            case 401:
                return "Unauthorized";
            case 403:
                return "Forbidden";
            case 404:
                return "Not Found";
            case 405:
                return "Method Not Allowed";
            case 408:
                return "Request Timeout";
            case 413:
                return "Content Too Large";
            case 429:
                return "Too Many Requests";
            case 431:
                return "Request Header Fields Too Large";
            case 500:
                return "Internal Server Error";
            case 503:
                return "Service Unavailable";
            case 505:
                return "HTTP Version Not Supported";
            default:
                // The reason is for people; clients go by the number alone.
                return "Status";
        }
    }
}
