package io.joblens.agent.door;

import io.joblens.agent.config.YamlPart;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code http_server_config}: the headers that may be added to answers. */
final class Headers {
    private static final String[] NAMES = {
        "Content-Security-Policy",
        "X-Frame-Options",
        "X-Content-Type-Options",
        "X-XSS-Protection",
        "Strict-Transport-Security",
    };

    private Headers() {}

    static Map<String, String> of(YamlPart part, Complaints complaints) {
        Map<String, String> headers = new LinkedHashMap<String, String>();
        Section config = Section.of(part, "http_server_config", complaints, "http2", "headers");
        // There is no HTTP/2 here, which clients find out; the key is common in files that exporters share.
        config.flag("http2", true);
        Section section = Section.of(config.part("headers"), "headers", complaints, NAMES);
        for (String name : NAMES) {
            String value = section.text(name);
            if (value != null && isRight(name, value, section.part(name), complaints)) {
                headers.put(name, value);
            }
        }
        // It is on every answer as it is.
        headers.remove("X-Content-Type-Options");
        return headers;
    }

    private static boolean isRight(String name, String value, YamlPart part, Complaints complaints) {
        String takes = takes(name, value);
        if (takes != null) {
            complaints.add(part, name + " is " + part.found() + "; it takes " + takes);
        }
        return takes == null;
    }

    /** What would be right, or {@code null} when it is. */
    private static String takes(String name, String value) {
        if (name.equals("X-Content-Type-Options")) {
            return value.equals("nosniff") ? null : "nosniff";
        }
        if (name.equals("X-Frame-Options")) {
            return Section.isOneOf(value, "deny", "sameorigin") ? null : "deny or sameorigin";
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return "printable ASCII on one line";
            }
        }
        return null;
    }
}
