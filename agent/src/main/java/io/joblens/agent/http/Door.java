package io.joblens.agent.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the endpoint asks of its clients, and which headers it adds to its answers. Immutable. */
public final class Door {
    /** Asks for nothing and adds nothing. */
    public static final Door OPEN = new Door(Credentials.NONE, Collections.<String, String>emptyMap());

    private final Credentials credentials;
    private final Map<String, String> headers;

    private Door(Credentials credentials, Map<String, String> headers) {
        this.credentials = credentials;
        this.headers = headers;
    }

    /**
     * A door that asks for credentials, or for none.
     *
     * @param headers names to values of what is added to each answer that has no header of that name
     */
    public static Door of(Credentials credentials, Map<String, String> headers) {
        return new Door(credentials, new LinkedHashMap<String, String>(headers));
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
