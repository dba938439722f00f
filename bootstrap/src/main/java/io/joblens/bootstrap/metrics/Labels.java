package io.joblens.bootstrap.metrics;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The labels of one series. Immutable, and the same object for the life of the series. The text of the exposition
 * format is made once, here, because a scrape writes it for every line.
 */
public final class Labels {
    private static final Charset UTF_8 = Charset.forName("UTF-8");

    private final Map<String, String> pairs;
    private final byte[] text;

    private Labels(Map<String, String> pairs) {
        this.pairs = Collections.unmodifiableMap(pairs);
        this.text = expositionText(pairs).getBytes(UTF_8);
    }

    /** Labels of these pairs, in their order. */
    public static Labels of(Map<String, String> pairs) {
        return new Labels(new LinkedHashMap<String, String>(pairs));
    }

    /**
     * These labels with one more in front, which takes the place of one of the same name; without change when
     * {@code value} is {@code null}.
     */
    public Labels with(String name, String value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<String, String>();
        more.put(name, value);
        more.putAll(pairs);
        more.put(name, value);
        return new Labels(more);
    }

    /** Names and values, in the order in which they are written. */
    public Map<String, String> pairs() {
        return pairs;
    }

    /**
     * The pairs as they stand between the braces of a sample line, escaped, in UTF-8:
     * {@code job_type="video",region="eu"}; empty without labels. Source: Prometheus text format 0.0.4. Not to be changed.
     */
    public byte[] text() {
        return text;
    }

    private static String expositionText(Map<String, String> pairs) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            if (text.length() > 0) {
                text.append(',');
            }
            text.append(pair.getKey()).append("=\"");
            escape(pair.getValue(), text);
            text.append('"');
        }
        return text.toString();
    }

    private static void escape(String value, StringBuilder into) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' || c == '"') {
                into.append('\\').append(c);
            } else if (c == '\n') {
                into.append("\\n");
            } else {
                into.append(c);
            }
        }
    }
}
