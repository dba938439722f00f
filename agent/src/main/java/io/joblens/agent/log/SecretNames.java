package io.joblens.agent.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which names of fields look secret. A name is taken for its words, {@code db_password}, {@code dbPassword} and
 * {@code DB-Password2} for {@code db password}, and looks secret when the words of an entry stand in it together: so
 * {@code tokens_used} and {@code secretary} do not. Immutable.
 */
final class SecretNames {
    private static final String[] ALWAYS = {
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

    private final List<Entry> secret = new ArrayList<Entry>();
    private final List<Entry> open = new ArrayList<Entry>();

    /** @param more names, patterns with {@code *} for the whole name, and {@code -name} for what is not secret after all */
    SecretNames(List<String> more) {
        for (String name : ALWAYS) {
            secret.add(new Entry(name));
        }
        for (String name : more) {
            if (name.startsWith("-")) {
                open.add(new Entry(name.substring(1)));
            } else {
                secret.add(new Entry(name));
            }
        }
    }

    boolean contain(String name) {
        List<String> words = words(name);
        return isIn(secret, name, words) && !isIn(open, name, words);
    }

    private static boolean isIn(List<Entry> entries, String name, List<String> words) {
        for (Entry entry : entries) {
            if (entry.means(name, words)) {
                return true;
            }
        }
        return false;
    }

    /** The words of snake case, kebab case and camel case, in lower case and without the digits at their ends. */
    private static List<String> words(String name) {
        List<String> words = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || !Character.isLetterOrDigit(name.charAt(i))) {
                add(name, start, i, words);
                start = i + 1;
            } else if (i > start && startsWord(name, i)) {
                add(name, start, i, words);
                start = i;
            }
        }
        return words;
    }

    /** Whether a word begins inside of letters: {@code userId}, and {@code APIKey} before its last capital. */
    private static boolean startsWord(String name, int at) {
        if (!Character.isUpperCase(name.charAt(at))) {
            return false;
        }
        return !Character.isUpperCase(name.charAt(at - 1))
                || at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
    }

    private static void add(String name, int start, int end, List<String> words) {
        int last = end;
        while (last > start && Character.isDigit(name.charAt(last - 1))) {
            last--;
        }
        if (last > start) {
            words.add(name.substring(start, last).toLowerCase(Locale.ROOT));
        }
    }

    private static final class Entry {
        private final String pattern;
        private final List<String> words;

        Entry(String text) {
            pattern = text.indexOf('*') < 0 ? null : text.toLowerCase(Locale.ROOT);
            words = words(text);
        }

        boolean means(String name, List<String> wordsOfName) {
            if (pattern != null) {
                return matches(pattern.split("\\*", -1), name.toLowerCase(Locale.ROOT));
            }
            for (int i = 0; i + words.size() <= wordsOfName.size(); i++) {
                if (wordsOfName.subList(i, i + words.size()).equals(words)) {
                    return !words.isEmpty();
                }
            }
            return false;
        }

        /** Whether a name is these parts, with anything between them. */
        private static boolean matches(String[] parts, String name) {
            String last = parts[parts.length - 1];
            if (!name.startsWith(parts[0]) || !name.endsWith(last)) {
                return false;
            }
            int at = parts[0].length();
            for (String part : Arrays.asList(parts).subList(1, parts.length - 1)) {
                int found = name.indexOf(part, at);
                if (found < 0) {
                    return false;
                }
                at = found + part.length();
            }
            return at <= name.length() - last.length();
        }
    }
}
