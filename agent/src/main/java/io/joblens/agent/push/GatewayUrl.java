package io.joblens.agent.push;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * Where a group of metrics stands on a Pushgateway. Immutable.
 *
 * <p>Source of the path: "URL" in the Pushgateway's README.
 */
final class GatewayUrl {
    private static final String TLS = "https";
    private static final int TLS_PORT = 443;
    private static final int PLAIN_PORT = 80;

    final boolean isTls;
    /** As a name service takes it. */
    final String host;

    final int port;
    /** The header {@code Host}. */
    final String authority;
    /** The path of the group. */
    final String path;

    private GatewayUrl(URI base, String path) {
        this.isTls = TLS.equalsIgnoreCase(base.getScheme());
        String name = base.getHost();
        this.host = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
        this.port = base.getPort() >= 0 ? base.getPort() : isTls ? TLS_PORT : PLAIN_PORT;
        this.authority = base.getPort() >= 0 ? name + ':' + base.getPort() : name;
        this.path = path;
    }

    /**
     * @param base an absolute URL with scheme and host, and without user, query and fragment
     * @param labels of the group, besides {@code job}
     */
    static GatewayUrl of(String base, String job, Map<String, String> labels) {
        URI uri = URI.create(base);
        StringBuilder path = new StringBuilder(uri.getRawPath());
        while (path.length() > 0 && path.charAt(path.length() - 1) == '/') {
            path.setLength(path.length() - 1);
        }
        path.append("/metrics");
        append("job", job, path);
        for (Map.Entry<String, String> label : labels.entrySet()) {
            append(label.getKey(), label.getValue(), path);
        }
        return new GatewayUrl(uri, path.toString());
    }

    /** What a path might change on its way, slashes and percent signs above all, goes in the encoding that is meant for it. */
    private static void append(String name, String value, StringBuilder path) {
        path.append('/').append(name);
        if (isPlain(value)) {
            path.append('/').append(value);
        } else {
            String encoded = Base64.getUrlEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
            path.append("@base64/").append(encoded);
        }
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean isWord = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!isWord && "-._~".indexOf(c) < 0) {
                return false;
            }
        }
        return !value.equals(".") && !value.equals("..");
    }

    @Override
    public String toString() {
        return (isTls ? "https://" : "http://") + authority + path;
    }
}
