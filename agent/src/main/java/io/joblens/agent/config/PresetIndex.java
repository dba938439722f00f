package io.joblens.agent.config;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * Which presets there are, and of each the strings of which one stands in the constant pool of every class that it could
 * mean. The build takes this from the headings of the presets' files, so that no YAML is parsed where no preset is needed.
 * Immutable.
 */
public final class PresetIndex {
    private static final String FILE = "/io/joblens/agent/preset/index";
    private static final String NAME = "preset: ";

    private final List<String> names = new ArrayList<String>();
    private final List<List<String>> needles = new ArrayList<List<String>>();

    private PresetIndex() {}

    /** Reads what the build has left: for each preset the line of its name and the line of its needles. */
    public static PresetIndex read() {
        PresetIndex index = new PresetIndex();
        String text = text();
        for (int start = 0, end; (end = text.indexOf('\n', start)) >= 0; start = end + 1) {
            String line = text.substring(start, end).trim();
            if (line.startsWith(NAME)) {
                index.names.add(line.substring(NAME.length()).trim());
            } else {
                index.needles.add(list(line));
            }
        }
        return index;
    }

    /** The names, in their own order. */
    public List<String> names() {
        return names;
    }

    /** The needles of the preset at that place among the names. */
    public List<String> needles(int place) {
        return needles.get(place);
    }

    private static List<String> list(String line) {
        List<String> items = new ArrayList<String>(2);
        int end;
        for (int start = line.indexOf('[') + 1; start > 0; start = line.charAt(end) == ',' ? end + 1 : 0) {
            int comma = line.indexOf(',', start);
            end = comma < 0 ? line.indexOf(']', start) : comma;
            items.add(line.substring(start, end).trim());
        }
        return items;
    }

    private static String text() {
        try (InputStream in = PresetIndex.class.getResourceAsStream(FILE)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
            byte[] chunk = new byte[512];
            for (int read; (read = in.read(chunk)) > 0; ) {
                bytes.write(chunk, 0, read);
            }
            return new String(bytes.toByteArray(), Charset.forName("US-ASCII"));
        } catch (IOException damaged) {
            throw new IllegalStateException("the agent's JAR is damaged: " + damaged, damaged);
        }
    }
}
