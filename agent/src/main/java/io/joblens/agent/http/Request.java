package io.joblens.agent.http;

import java.util.Locale;
import java.util.Map;

/** The head of a request; there is never a body. Immutable. */
public final class Request {
    private static final int NO_BODY = 0;

    private final String method;
    private final String path;
    private final String query;
    private final String authority;
    private final boolean http11;
    private final Map<String, String> headers;
    private final boolean personal;

    Request(String method, String path, String query, String authority, boolean http11, Map<String, String> headers) {
        this(method, path, query, authority, http11, headers, false);
    }

    private Request(
            String method,
            String path,
            String query,
            String authority,
            boolean http11,
            Map<String, String> headers,
            boolean personal) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.authority = authority;
        this.http11 = http11;
        this.headers = headers;
        this.personal = personal;
    }

    /** The same, of a client that may see what is of single jobs. */
    Request personal() {
        return new Request(method, path, query, authority, http11, headers, true);
    }

    /** Whether the answer may show ids, errors or stacks: the client is on this machine, or has shown credentials. */
    public boolean maySeePersonal() {
        return personal;
    }

    public String method() {
        return method;
    }

    /** The path, without query, percent-decoded. */
    public String path() {
        return path;
    }

    /** What follows the question mark, as it was sent; {@code null} without one. */
    public String query() {
        return query;
    }

    /** The value of a header, several of that name joined by commas; {@code null} without one. */
    public String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** Host and port the client meant to reach; {@code null} if it did not say. */
    String authority() {
        return authority;
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    boolean isRead() {
        return method.equals("GET") || isHead();
    }

    boolean hasBody() {
        String length = header("content-length");
        return header("transfer-encoding") != null || length != null && Long.parseLong(length) != NO_BODY;
    }

    boolean isHttp11() {
        return http11;
    }

    /** Whether the client wants to send another request on this connection. */
    boolean keepsAlive() {
        String connection = header("connection");
        if (connection == null) {
            return http11;
        }
        boolean keep = http11;
        for (String option : connection.split(",")) {
            if (option.trim().equalsIgnoreCase("close")) {
                return false;
            }
            keep |= option.trim().equalsIgnoreCase("keep-alive");
        }
        return keep;
    }
}
