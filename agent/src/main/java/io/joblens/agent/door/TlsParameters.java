package io.joblens.agent.door;

import io.joblens.agent.config.YamlPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** Versions and cipher suites, by the names that Prometheus uses, which are Go's. */
final class TlsParameters {
    private static final String[] VERSIONS = {"TLS10", "TLS11", "TLS12", "TLS13"};
    private static final String[] NAMES = {"TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"};
    private static final int TLS12 = 2;
    private static final int TLS13 = 3;

    private TlsParameters() {}

    static SSLParameters of(Section section, SSLContext context, Complaints complaints) {
        SSLParameters supported = context.getSupportedSSLParameters();
        SSLParameters parameters = context.getDefaultSSLParameters();
        int least = version(section, "min_version", TLS12, complaints);
        int most = version(section, "max_version", TLS13, complaints);
        List<String> protocols = new ArrayList<String>();
        for (int version = least; version <= most; version++) {
            if (Arrays.asList(supported.getProtocols()).contains(NAMES[version])) {
                protocols.add(NAMES[version]);
            }
        }
        if (protocols.isEmpty()) {
            YamlPart part =
                    section.part("min_version") == null ? section.part("max_version") : section.part("min_version");
            complaints.add(part, "no version of TLS is left that this JVM has; it takes TLS12 or TLS13");
        }
        parameters.setProtocols(protocols.toArray(new String[0]));
        setSuites(section, supported, parameters, complaints);
        parameters.setUseCipherSuitesOrder(section.flag("prefer_server_cipher_suites", true));
        return parameters;
    }

    private static int version(Section section, String key, int byDefault, Complaints complaints) {
        String text = section.text(key);
        int version = text == null ? byDefault : Arrays.asList(VERSIONS).indexOf(text);
        if (version < 0) {
            complaints.add(section.part(key), key + " is " + text + "; it takes TLS12 or TLS13");
        }
        return version < 0 ? byDefault : version;
    }

    /** The list is of suites up to TLS 1.2, as in Go; those of TLS 1.3 stay as they are. */
    private static void setSuites(
            Section section, SSLParameters supported, SSLParameters parameters, Complaints complaints) {
        List<String> wanted = texts(section, "cipher_suites", complaints);
        if (wanted == null || wanted.isEmpty()) {
            return;
        }
        List<String> suites = new ArrayList<String>();
        for (String suite : parameters.getCipherSuites()) {
            if (!suite.contains("_WITH_")) {
                suites.add(suite);
            }
        }
        List<String> known = Arrays.asList(supported.getCipherSuites());
        for (String suite : wanted) {
            // Go leaves the hash out of the name of two of them.
            String name = known.contains(suite) ? suite : suite + "_SHA256";
            if (known.contains(name)) {
                suites.add(name);
            } else {
                complaints.add(section.part("cipher_suites"), "no such cipher suite in this JVM: " + suite);
            }
        }
        parameters.setCipherSuites(suites.toArray(new String[0]));
    }

    /** The texts of a list, or {@code null} without one. */
    static List<String> texts(Section section, String key, Complaints complaints) {
        YamlPart part = section.part(key);
        if (part == null) {
            return null;
        }
        List<String> texts = new ArrayList<String>();
        for (YamlPart item : part.items()) {
            if (item.isText()) {
                texts.add(item.text());
            } else {
                complaints.add(item, "an item of " + key + " is " + item.found() + "; it takes a text");
            }
        }
        if (!part.isList()) {
            complaints.add(part, key + " is " + part.found() + "; it takes a list");
        }
        return texts;
    }
}
