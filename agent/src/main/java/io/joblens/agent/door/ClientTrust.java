package io.joblens.agent.door;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Which certificates of clients are accepted. Immutable. */
final class ClientTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager authority;
    private final Set<String> names;

    /**
     * @param authority what verifies a certificate; {@code null} if any is right
     * @param names of which the certificate has to have one; {@code null} if it need not
     */
    ClientTrust(X509ExtendedTrustManager authority, Collection<String> names) {
        this.authority = authority;
        this.names = names == null ? null : new HashSet<String>(names);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        if (authority != null) {
            authority.checkClientTrusted(chain, type, engine);
        }
        if (names != null && !hasName(chain[0])) {
            throw new CertificateException("it has none of the names in client_allowed_sans");
        }
    }

    private boolean hasName(X509Certificate certificate) throws CertificateException {
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        if (alternatives == null) {
            return false;
        }
        for (List<?> alternative : alternatives) {
            // The kind stands first; names that are no text, such as those of directories, are none of these.
            if (names.contains(String.valueOf(alternative.get(1)))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authority == null ? new X509Certificate[0] : authority.getAcceptedIssuers();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("only engines are used");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("only engines are used");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("no server is asked");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("no server is asked");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("no server is asked");
    }
}
