package io.joblens.agent.http;

import java.util.Locale;

/**
 * Which host names requests may be addressed to. An endpoint on loopback is open to every page in a browser of this
 * machine whose owner points a name of his own at 127.0.0.1 (DNS rebinding); such requests carry that name.
 */
final class HostCheck {
    private static final String DIGITS = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final String LOOPBACK = "127(\\." + DIGITS + "){3}";
    private static final String PORT = "(:[0-9]{0,5})?";

    private final boolean loopback;
    private final String configured;

    /**
     * @param loopback whether the endpoint is bound to loopback; elsewhere every name is allowed
     * @param configured the name it was told to bind to
     */
    HostCheck(boolean loopback, String configured) {
        this.loopback = loopback;
        this.configured = bracketed(configured.toLowerCase(Locale.ROOT));
    }

    /** Whether only this machine can ask. */
    boolean isLoopback() {
        return loopback;
    }

    /** Whether a request to this host and port may be answered; {@code null} is what no browser sends. */
    boolean allows(String authority) {
        if (!loopback || authority == null) {
            return true;
        }
        String host = withoutPort(authority.toLowerCase(Locale.ROOT));
        return host.equals("localhost") || host.equals("[::1]") || host.equals(configured) || host.matches(LOOPBACK);
    }

    private static String withoutPort(String authority) {
        int colon = authority.indexOf(':', authority.indexOf(']') + 1);
        boolean port = colon > 0 && authority.substring(colon).matches(PORT);
        return port ? authority.substring(0, colon) : authority;
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
