package io.joblens.agent.config;

import java.net.URI;
import java.net.URISyntaxException;

/** The URL of a server: a scheme, a host, perhaps a port and a path. */
final class ServerUrl {

    private static final String SCHEME_END = "://";

    private ServerUrl() {}

    static boolean isOne(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException wrong) {
            return false;
        }
        String scheme = uri.getScheme();
        return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getPort() <= 65535;
    }

    /** The text without what may be a password, also where it is no URL at all. */
    static String withoutUser(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) return text;
        int scheme = text.indexOf(SCHEME_END);
        String front = scheme < 0 || scheme > at ? "" : text.substring(0, scheme + SCHEME_END.length());
        return front + "***" + text.substring(at);
    }
}
