package io.joblens.agent.door;

import io.joblens.agent.config.YamlPart;
import javax.net.ssl.SSLParameters;

/** {@code client_auth_type}: whether clients show certificates. The names are those of Go's {@code tls.ClientAuthType}. */
enum ClientPolicy {
    NONE(false, false, false, "NoClientCert"),
    ASKED(true, false, false, "RequestClientCert"),
    ANY(true, true, false, "RequireAnyClientCert", "RequireClientCert"),
    VERIFIED_IF_ANY(true, false, true, "VerifyClientCertIfGiven"),
    VERIFIED(true, true, true, "RequireAndVerifyClientCert");

    private static final String KEY = "client_auth_type";

    private final boolean asks;
    private final boolean requires;
    private final boolean verifies;
    private final String[] names;

    ClientPolicy(boolean asks, boolean requires, boolean verifies, String... names) {
        this.asks = asks;
        this.requires = requires;
        this.verifies = verifies;
        this.names = names;
    }

    static ClientPolicy of(Section section, Complaints complaints) {
        String text = section.text(KEY);
        if (text == null) {
            return NONE;
        }
        for (ClientPolicy policy : values()) {
            if (Section.isOneOf(text, policy.names)) {
                return policy;
            }
        }
        YamlPart part = section.part(KEY);
        complaints.add(
                part,
                KEY + " is " + part.found() + "; it takes RequireAndVerifyClientCert, VerifyClientCertIfGiven,"
                        + " RequireAnyClientCert, RequestClientCert or NoClientCert");
        return NONE;
    }

    boolean verifies() {
        return verifies;
    }

    /** Complains about what does not fit the policy, and would be ignored. */
    void check(Section section, boolean hasAuthorities, boolean hasNames, Complaints complaints) {
        if (complaints.areAny()) {
            return;
        }
        YamlPart type = section.part(KEY);
        if (verifies && !hasAuthorities) {
            complaints.add(type, KEY + " verifies certificates; it takes a client_ca_file beside it");
        } else if (!asks && hasAuthorities) {
            YamlPart file = section.part("client_ca_file");
            complaints.add(
                    file == null ? section.part("client_ca") : file,
                    "a client_ca without a client_auth_type verifies nothing; it takes RequireAndVerifyClientCert");
        } else if (hasNames && !requires) {
            complaints.add(
                    section.part("client_allowed_sans"),
                    "client_allowed_sans takes a client_auth_type of RequireAndVerifyClientCert or RequireAnyClientCert");
        }
    }

    void apply(SSLParameters parameters) {
        if (requires) {
            parameters.setNeedClientAuth(true);
        } else {
            parameters.setWantClientAuth(asks);
        }
    }
}
