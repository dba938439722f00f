package io.joblens.agent.door;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One block of a PEM text, RFC 7468: what it is called, and its bytes. Immutable. */
final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final Pattern BLOCK_WITH_HEADERS =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s+Proc-Type: 4,ENCRYPTED");

    private final String label;
    private final byte[] bytes;

    private Pem(String label, byte[] bytes) {
        this.label = label;
        this.bytes = bytes;
    }

    /** The blocks of a text, in their order; what stands between them is nothing. */
    static List<Pem> blocks(String text) {
        List<Pem> blocks = new ArrayList<Pem>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            try {
                blocks.add(new Pem(matcher.group(1), Base64.getMimeDecoder().decode(matcher.group(2))));
            } catch (IllegalArgumentException noBase64) {
                // Then it is no block, and is missed by who looks for it.
            }
        }
        return blocks;
    }

    /** Whether there is a key that needs a password, in either of the two forms. */
    static boolean isLocked(String text) {
        return text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")
                || BLOCK_WITH_HEADERS.matcher(text).find();
    }

    String label() {
        return label;
    }

    byte[] bytes() {
        return bytes;
    }
}
