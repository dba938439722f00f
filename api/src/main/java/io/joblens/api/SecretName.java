package io.joblens.api;

import java.util.Locale;

/**
 * Whether the name of a field looks secret, as the agent has it by default: the words of an entry stand in it together. The
 * agent has its own, because neither depends on the other; a test holds the two together.
 */
final class SecretName {
    private static final String[] ENTRIES = {
        "password",
        "passwords",
        "passwd",
        "pwd",
        "passphrase",
        "passcode",
        "secret",
        "secrets",
        "token",
        "bearer",
        "jwt",
        "authorization",
        "credential",
        "credentials",
        "cookie",
        "cookies",
        "api_key",
        "apikey",
        "access_key",
        "accesskey",
        "private_key",
        "privatekey",
        "encryption_key",
        "signing_key"
    };

    private SecretName() {}

    static boolean is(String name) {
        String words = words(name);
        for (String entry : ENTRIES) {
            if (words.contains("_" + entry + "_")) {
                return true;
            }
        }
        return false;
    }

    /** The words of any case in snake case, without the digits at their ends, and with {@code _} around them. */
    private static String words(String name) {
        StringBuilder words = new StringBuilder("_");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                endWord(words);
                continue;
            }
            boolean afterCapital = i > 0 && Character.isUpperCase(name.charAt(i - 1));
            boolean beforeSmall = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
            if (Character.isUpperCase(c) && (!afterCapital || beforeSmall)) {
                endWord(words);
            }
            words.append(c);
        }
        endWord(words);
        return words.toString().toLowerCase(Locale.ROOT);
    }

    private static void endWord(StringBuilder words) {
        while (Character.isDigit(words.charAt(words.length() - 1))) {
            words.setLength(words.length() - 1);
        }
        if (words.charAt(words.length() - 1) != '_') {
            words.append('_');
        }
    }
}
