package io.joblens.agent.push;

/** What a Pushgateway, or whatever stands in front of it, has answered. Immutable. */
final class Answer {
    private static final int MOST_OF_LINE = 300;
    private static final int TOO_MANY_REQUESTS = 429;

    private final int status;
    private final String statusLine;
    private final String body;

    private Answer(int status, String statusLine, String body) {
        this.status = status;
        this.statusLine = statusLine;
        this.body = body;
    }

    /** Of as much as has come; {@code null} before the end of the first line, and for what is no HTTP. */
    static Answer of(String text) {
        int end = text.indexOf('\n');
        if (end < 0 || !text.startsWith("HTTP/1.") || text.charAt(8) != ' ') {
            return null;
        }
        String line = text.substring(9, end).trim();
        try {
            int status = Integer.parseInt(line.split(" ", 2)[0]);
            return new Answer(status, line, body(text));
        } catch (NumberFormatException noStatus) {
            return null;
        }
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Whether the same may succeed a moment later. */
    boolean mayPass() {
        return status / 100 == 5 || status == TOO_MANY_REQUESTS;
    }

    private static String body(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return "";
        }
        boolean isChunked =
                text.substring(0, end).toLowerCase(java.util.Locale.ROOT).contains("transfer-encoding: chunked");
        String body = text.substring(end + 4);
        // In front of the first chunk stands its length.
        return isChunked ? body.substring(body.indexOf('\n') + 1) : body;
    }

    /** The status and the first line of the body. */
    @Override
    public String toString() {
        String line = body.trim();
        int end = line.indexOf('\n');
        String first = visible(end < 0 ? line : line.substring(0, end));
        return visible(statusLine) + (first.isEmpty() ? "" : ": " + first);
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        for (int i = 0; i < text.length() && i < MOST_OF_LINE; i++) {
            char c = text.charAt(i);
            visible.append(Character.isISOControl(c) ? ' ' : c);
        }
        return visible.toString().trim();
    }
}
