package io.joblens.agent.door;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/** Private keys as they stand in PEM files. The JDK reads one of the three forms, so the two others are put into that one. */
final class KeyText {
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final byte[] VERSION = {0x02, 0x01, 0x00};
    /** rsaEncryption, RFC 8017, and its empty parameters. */
    private static final byte[] RSA = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };

    private KeyText() {}

    /**
     * The key of a certificate.
     *
     * @throws GeneralSecurityException when there is none in the text, or another one
     */
    static PrivateKey of(String text, PublicKey certified) throws GeneralSecurityException {
        for (Pem block : Pem.blocks(text)) {
            byte[] bytes = pkcs8(block, certified);
            if (bytes != null) {
                String algorithm = certified.getAlgorithm();
                PrivateKey key = KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
                checkPair(key, certified);
                return key;
            }
        }
        throw new GeneralSecurityException(
                Pem.isLocked(text) ? "the key needs a password; it takes one that does not" : "there is no key in it");
    }

    private static byte[] pkcs8(Pem block, PublicKey certified) {
        switch (block.label()) {
            case "PRIVATE KEY":
                return block.bytes();
            case "RSA PRIVATE KEY":
                return wrapped(RSA, block.bytes());
            case "EC PRIVATE KEY":
                return wrapped(algorithmOf(certified), block.bytes());
            default:
                return null;
        }
    }

    /** RFC 5208: version, algorithm, and the key in the form of its kind. */
    private static byte[] wrapped(byte[] algorithm, byte[] key) {
        return der(SEQUENCE, VERSION, algorithm, der(OCTETS, key));
    }

    /** Which curve it is stands in the certificate: RFC 5280, SubjectPublicKeyInfo, whose first part is the algorithm. */
    private static byte[] algorithmOf(PublicKey certified) {
        byte[] info = certified.getEncoded();
        int at = info[1] >= 0 ? 2 : 2 + (info[1] & 0x7f);
        byte[] algorithm = new byte[2 + info[at + 1]];
        System.arraycopy(info, at, algorithm, 0, algorithm.length);
        return algorithm;
    }

    private static byte[] der(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.write(tag);
        writeLength(length, der);
        for (byte[] part : parts) {
            der.write(part, 0, part.length);
        }
        return der.toByteArray();
    }

    /** In as few bytes as it takes; older JVMs refuse more. */
    private static void writeLength(int length, ByteArrayOutputStream der) {
        if (length < 0x80) {
            der.write(length);
            return;
        }
        int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
        der.write(0x80 | bytes);
        for (int i = bytes - 1; i >= 0; i--) {
            der.write(length >> 8 * i);
        }
    }

    private static void checkPair(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
        String algorithm = certified.getAlgorithm();
        String name =
                algorithm.startsWith("Ed") ? algorithm : "SHA256with" + (algorithm.equals("EC") ? "ECDSA" : algorithm);
        Signature signature = Signature.getInstance(name);
        signature.initSign(key);
        signature.update(VERSION);
        byte[] signed = signature.sign();
        signature.initVerify(certified);
        signature.update(VERSION);
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("the key is not that of the certificate");
        }
    }
}
