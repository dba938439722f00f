package io.joblens.agent.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the endpoint asks of its clients, and which headers it adds to its answers. Immutable. */
public final class Door {
    /** Asks for nothing and adds nothing. */
    public static final Door OPEN = new Door(Credentials.NONE, Collections.<String, String>emptyMap(), null);

    private final Credentials credentials;
    private final Map<String, String> headers;
    private final Tls tls;

    private Door(Credentials credentials, Map<String, String> headers, Tls tls) {
        this.credentials = credentials;
        this.headers = headers;
        this.tls = tls;
    }

    /**
     * A door that asks for credentials, or for none.
     *
     * @param headers names to values of what is added to each answer that has no header of that name
     */
    public static Door of(Credentials credentials, Map<String, String> headers) {
        return new Door(credentials, new LinkedHashMap<String, String>(headers), null);
    }

    /** The same, encrypted; or not, where this is {@code null}. */
    public Door with(Tls encryption) {
        return new Door(credentials, headers, encryption);
    }

    /** {@code null} for connections that are not encrypted. */
    Tls tls() {
        return tls;
    }

    Credentials credentials() {
        return credentials;
    }

    Response dressed(Response answer) {
        Response dressed = answer;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            dressed = dressed.withDefault(header.getKey(), header.getValue());
        }
        return dressed;
    }
}
