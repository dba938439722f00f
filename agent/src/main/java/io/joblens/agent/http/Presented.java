package io.joblens.agent.http;

import java.util.Arrays;
import java.util.Base64;

/** What a client presents in its {@code Authorization} header: a user and a password, or a token. Immutable. */
final class Presented {
    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";

    private final String user;
    private final byte[] secret;

    private Presented(String user, byte[] secret) {
        this.user = user;
        this.secret = secret;
    }

    /** Reads the header by RFC 7617 and RFC 6750; {@code null} when it is missing or neither of them. */
    static Presented of(String header) {
        if (header == null) {
            return null;
        }
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new Presented(null, bytes(header.substring(BEARER.length()).trim()));
        }
        boolean isBasic = header.regionMatches(true, 0, BASIC, 0, BASIC.length());
        return isBasic ? ofPair(header.substring(BASIC.length()).trim()) : null;
    }

    private static Presented ofPair(String base64) {
        byte[] pair;
        try {
            pair = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
        for (int i = 0; i < pair.length; i++) {
            if (pair[i] == ':') {
                String user = new String(pair, 0, i, Response.UTF_8);
                return new Presented(user, Arrays.copyOfRange(pair, i + 1, pair.length));
            }
        }
        return null;
    }

    /** As they were sent: a head is read as ISO 8859-1. */
    static byte[] bytes(String header) {
        return header.getBytes(Response.LATIN_1);
    }

    boolean isToken() {
        return user == null;
    }

    String user() {
        return user;
    }

    byte[] secret() {
        return secret;
    }
}
