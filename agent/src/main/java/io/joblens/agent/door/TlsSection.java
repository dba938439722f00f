package io.joblens.agent.door;

import io.joblens.agent.config.YamlPart;
import io.joblens.agent.http.Tls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** {@code tls_server_config}: certificate and key of the endpoint, and what it asks of clients. */
final class TlsSection {
    private static final String[] KEYS = {
        "cert",
        "key",
        "client_ca",
        "cert_file",
        "key_file",
        "client_ca_file",
        "client_auth_type",
        "client_allowed_sans",
        "min_version",
        "max_version",
        "cipher_suites",
        "prefer_server_cipher_suites",
    };
    private static final char[] NO_PASSWORD = {};

    private final Section section;
    private final PemSource source;
    private final Complaints complaints;
    private final YamlPart place;

    private TlsSection(YamlPart part, String file, Set<String> read, Complaints complaints) {
        this.section = Section.of(part, "tls_server_config", complaints, KEYS);
        this.source = new PemSource(section, file, read, complaints);
        this.complaints = complaints;
        this.place = part;
    }

    /** {@code null} where it says nothing, or once it was complained about. */
    static Tls of(YamlPart part, String file, Set<String> read, Complaints complaints) {
        if (part == null) {
            return null;
        }
        TlsSection tls = new TlsSection(part, file, read, complaints);
        try {
            return tls.section.values().isEmpty() ? null : tls.read();
        } catch (GeneralSecurityException e) {
            complaints.add(part, "this JVM cannot do it (" + e.getMessage() + ")");
        } catch (IOException e) {
            complaints.add(part, "this JVM cannot do it (" + e.getMessage() + ")");
        }
        return null;
    }

    private Tls read() throws GeneralSecurityException, IOException {
        String cert = needed("cert");
        String key = needed("key");
        ClientPolicy policy = ClientPolicy.of(section, complaints);
        List<X509Certificate> authorities = certificates("client_ca", source.text("client_ca"));
        List<String> names = TlsParameters.texts(section, "client_allowed_sans", complaints);
        policy.check(section, !authorities.isEmpty(), names != null, complaints);
        List<X509Certificate> chain = certificates("cert", cert);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        SSLParameters parameters = TlsParameters.of(section, context, complaints);
        PrivateKey own = chain.isEmpty() || key == null ? null : key(key, chain.get(0));
        if (complaints.areAny() || own == null) {
            return null;
        }
        context = context(own, chain, policy, authorities, names);
        policy.apply(parameters);
        return Tls.of(context, parameters, policy.verifies());
    }

    private String needed(String key) {
        String text = source.text(key);
        if (text == null && source.place(key) == null) {
            complaints.add(place, key + "_file is missing; it takes the path of a PEM file");
        }
        return text;
    }

    private List<X509Certificate> certificates(String key, String text) {
        List<X509Certificate> certificates = new ArrayList<X509Certificate>();
        if (text == null) {
            return certificates;
        }
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Pem block : Pem.blocks(text)) {
                if (block.label().equals("CERTIFICATE")) {
                    certificates.add(
                            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.bytes())));
                }
            }
            if (certificates.isEmpty()) {
                complaints.add(source.place(key), "there is no certificate in it; it takes PEM");
            }
        } catch (CertificateException wrong) {
            complaints.add(source.place(key), "a certificate cannot be read (" + wrong.getMessage() + ")");
        }
        return certificates;
    }

    private PrivateKey key(String text, X509Certificate certificate) {
        try {
            return KeyText.of(text, certificate.getPublicKey());
        } catch (GeneralSecurityException wrong) {
            complaints.add(source.place("key"), "the key cannot be used: " + wrong.getMessage());
        } catch (RuntimeException noDer) {
            complaints.add(source.place("key"), "the key cannot be used: it is damaged");
        }
        return null;
    }

    private static SSLContext context(
            PrivateKey key,
            List<X509Certificate> chain,
            ClientPolicy policy,
            List<X509Certificate> authorities,
            List<String> names)
            throws GeneralSecurityException, IOException {
        KeyStore own = KeyStore.getInstance(KeyStore.getDefaultType());
        own.load(null, null);
        own.setKeyEntry("endpoint", key, NO_PASSWORD, chain.toArray(new Certificate[0]));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, NO_PASSWORD);
        X509ExtendedTrustManager authority = policy.verifies() ? authority(authorities) : null;
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), new TrustManager[] {new ClientTrust(authority, names)}, null);
        return context;
    }

    private static X509ExtendedTrustManager authority(List<X509Certificate> authorities)
            throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        for (int i = 0; i < authorities.size(); i++) {
            trusted.setCertificateEntry("client-ca-" + i, authorities.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager) {
                return (X509ExtendedTrustManager) manager;
            }
        }
        throw new GeneralSecurityException("it has no trust manager for X.509");
    }
}
