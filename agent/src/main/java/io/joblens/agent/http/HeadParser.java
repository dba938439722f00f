package io.joblens.agent.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Understands the head of a request, strictly: what RFC 9112 lets a server forgive (bare line feeds, folded headers,
 * spaces before the colon) is what attacks are made of, and no scraper or browser sends it.
 */
final class HeadParser {
    private static final Charset LATIN_1 = Charset.forName("ISO-8859-1");
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
    private static final String END_OF_LINE = "\r\n";

    private HeadParser() {}

    /**
     * Finds the end of the head.
     *
     * @param from up to where the bytes were looked at before
     * @return the index behind the empty line, or -1 when it has not come yet
     * @throws Refusal at the first byte that can stand in no head, so that nobody waits for the end of one
     */
    static int end(byte[] bytes, int from, int length) throws Refusal {
        for (int i = from; i < length; i++) {
            int b = bytes[i];
            boolean afterReturn = i > 0 && bytes[i - 1] == '\r';
            boolean inLine = b >= ' ' && b != 0x7f || b < 0 || b == '\t' || b == '\r';
            if (inLine && !afterReturn) {
                continue;
            }
            if (b != '\n' || !afterReturn) {
                throw new Refusal(400, "a request head has lines that end in CR LF and no control characters");
            }
            if (i >= 3 && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    /** Reads the head that ends with the empty line at {@code end}. */
    static Request parse(byte[] bytes, int end) throws Refusal {
        String[] lines = new String(bytes, 0, end, LATIN_1).split(END_OF_LINE);
        String[] words = lines[0].split(" ", -1);
        if (words.length != 3 || !isToken(words[0]) || !isVisible(words[1])) {
            throw new Refusal(400, "a request line is a method, a target and HTTP/1.1, with one space between them");
        }
        boolean http11 = isHttp11(words[2]);
        Map<String, String> headers = headers(lines);
        checkLength(headers, http11);
        String authority = headers.get("host");
        if (http11 && authority == null) {
            throw new Refusal(400, "a request in HTTP/1.1 has a Host header");
        }
        if (!words[0].equals("GET") && !words[0].equals("HEAD")) {
            return new Request(words[0], words[1], null, authority, http11, headers);
        }
        String target = words[1];
        if (target.regionMatches(true, 0, "http://", 0, 7)) {
            int slash = target.indexOf('/', 7);
            int question = target.indexOf('?', 7);
            int pathAt = slash < 0 || question >= 0 && question < slash ? question : slash;
            authority = pathAt < 0 ? target.substring(7) : target.substring(7, pathAt);
            target = pathAt < 0 ? "/" : pathAt == slash ? target.substring(slash) : "/" + target.substring(question);
        }
        if (!target.startsWith("/") || target.indexOf('#') >= 0) {
            throw new Refusal(400, "a request target is a path that begins with a slash");
        }
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? null : target.substring(question + 1);
        return new Request(words[0], decoded(path), query, authority, http11, headers);
    }

    private static boolean isHttp11(String version) throws Refusal {
        if (!version.matches("HTTP/[0-9]\\.[0-9]")) {
            throw new Refusal(400, "a request line ends with HTTP/1.1");
        }
        if (version.charAt(5) != '1') {
            throw new Refusal(505, "only HTTP/1.1 and HTTP/1.0 are spoken here");
        }
        return version.charAt(7) != '0';
    }

    private static Map<String, String> headers(String[] lines) throws Refusal {
        Map<String, String> headers = new HashMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon < 1 || !isToken(lines[i].substring(0, colon))) {
                throw new Refusal(400, "a header is a name, a colon and a value, on one line");
            }
            String name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
            String value = lines[i].substring(colon + 1).trim();
            String before = headers.get(name);
            if (before != null && name.equals("host")) {
                throw new Refusal(400, "a request has one Host header");
            }
            headers.put(name, before == null ? value : before + ", " + value);
        }
        return headers;
    }

    private static void checkLength(Map<String, String> headers, boolean http11) throws Refusal {
        String length = headers.get("content-length");
        if (length != null && !length.matches("[0-9]{1,18}")) {
            throw new Refusal(400, "a Content-Length is one whole number");
        }
        if (headers.containsKey("transfer-encoding") && (length != null || !http11)) {
            throw new Refusal(400, "a Transfer-Encoding stands in HTTP/1.1, without a Content-Length");
        }
    }

    private static String decoded(String path) throws Refusal {
        if (path.indexOf('%') < 0) {
            return path;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
        for (int i = 0; i < path.length(); i++) {
            int b = path.charAt(i);
            if (b == '%') {
                b = i + 2 < path.length()
                        ? Character.digit(path.charAt(i + 1), 16) * 16 + Character.digit(path.charAt(i + 2), 16)
                        : -1;
                if (b < ' ' || b == 0x7f || Character.digit(path.charAt(i + 2), 16) < 0) {
                    throw new Refusal(400, "a percent sign in a path is followed by the two digits of a character");
                }
                i += 2;
            }
            bytes.write(b);
        }
        return new String(bytes.toByteArray(), Response.UTF_8);
    }

    private static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            if (!alphanumeric && TOKEN_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
