package io.mangamotion;

import java.nio.charset.StandardCharsets;

/** The embedded scanner: it knows one signature, the EICAR test file that every scanner has to find. */
final class EicarScanner implements Scanner {
    private static final String FIRST_HALF = "X5O!P%@AP[4\\PZX54(P^)7CC)7}";
    private static final String SECOND_HALF = "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    /** The harmless test file. It is put together here, or this class itself would be found infected. */
    static byte[] testFile() {
        return String.join("", FIRST_HALF, SECOND_HALF).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Verdict scan(byte[] content) {
        byte[] signature = testFile();
        if (content.length < signature.length) return Verdict.CLEAN;
        for (int i = 0; i < signature.length; i++) {
            if (content[i] != signature[i]) return Verdict.CLEAN;
        }
        return Verdict.INFECTED;
    }
}
