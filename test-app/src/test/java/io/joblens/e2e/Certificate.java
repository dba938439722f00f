package io.joblens.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for {@code localhost} that has signed itself.
 *
 * @param pem its file, as servers in Go read it
 * @param keyPem the file of its key
 * @param trusted a JKS store that trusts it
 */
record Certificate(Path pem, Path keyPem, Path trusted) {
    private static final String SECRET = "changeit";
    private static final String NAME = "localhost";

    /** Makes one in a folder. */
    static Certificate in(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("key.p12");
        keytool(
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=" + NAME,
                "-ext",
                "san=dns:" + NAME,
                "-alias",
                NAME,
                "-storetype",
                "PKCS12",
                "-storepass",
                SECRET,
                "-keystore",
                store.toString());
        KeyStore keys = load("PKCS12", store);
        Path pem = folder.resolve("certificate.pem");
        write(pem, "CERTIFICATE", keys.getCertificate(NAME).getEncoded());
        Path keyPem = folder.resolve("key.pem");
        write(keyPem, "PRIVATE KEY", keys.getKey(NAME, SECRET.toCharArray()).getEncoded());
        Path trusted = folder.resolve("trusted.jks");
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                NAME,
                "-file",
                pem.toString(),
                "-storetype",
                "JKS",
                "-storepass",
                SECRET,
                "-keystore",
                trusted.toString());
        return new Certificate(pem, keyPem, trusted);
    }

    /** A context that trusts it. */
    SSLContext trusting() throws IOException, GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(load("JKS", trusted));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore load(String type, Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, SECRET.toCharArray());
        }
        return store;
    }

    private static void write(Path file, String kind, byte[] der) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(Stream.concat(Stream.of(keytool.toString()), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }
}
