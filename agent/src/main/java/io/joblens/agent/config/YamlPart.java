package io.joblens.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A part of the YAML file that is no option, for the room that knows what it means. Immutable. */
public final class YamlPart {

    private final Node node;
    private final String file;

    YamlPart(Node node, String file) {
        this.node = node;
        this.file = file;
    }

    /**
     * Parses a file of our own.
     *
     * @param file what its places begin with
     */
    public static YamlPart parse(String text, String file) {
        Node root = new Compose(LoadSettings.builder().build())
                .composeString(text)
                .orElseThrow(IllegalArgumentException::new);
        return new YamlPart(root, file);
    }

    /** Where it begins: {@code joblens.yaml:14:7}. */
    public String place() {
        Mark mark = node.getStartMark().orElse(null);
        return mark == null ? file : place(mark, 0);
    }

    /**
     * Where a column of its text stands in the file.
     *
     * @param column counted from 1
     */
    public String place(int column) {
        Mark start = node.getStartMark().orElse(null);
        int offset = offset(start);
        return offset < 0 ? place() + ", column " + column + " of the text" : place(start, offset + column - 1);
    }

    /** What stands in front of the text where it stands as it is, on one line; else -1. */
    private int offset(Mark start) {
        Mark end = node.getEndMark().orElse(null);
        if (start == null || end == null || start.getLine() != end.getLine() || !isText()) return -1;
        int quotes = ((ScalarNode) node).getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
        int length = end.getIndex() - start.getIndex() - 2 * quotes;
        return length == text().codePointCount(0, text().length()) ? quotes : -1;
    }

    private String place(Mark mark, int further) {
        return file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + further + 1);
    }

    public boolean isEmpty() {
        return YamlSource.isNull(node);
    }

    /** Whether it is a single value; {@link #text()} is only for those. */
    public boolean isText() {
        return YamlSource.isValue(node);
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public String text() {
        return ((ScalarNode) node).getValue();
    }

    /** The value as YAML means it: a {@code Boolean}, a {@code Long}, or else a {@code String}. */
    public Object value() {
        String text = text();
        if (((ScalarNode) node).getScalarStyle() != ScalarStyle.PLAIN) return text;
        if (text.equals("true") || text.equals("false")) return Boolean.valueOf(text);
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException noNumber) {
            return text;
        }
    }

    /** The parts of a list; of anything else, none. */
    public List<YamlPart> items() {
        if (!isList()) return Collections.emptyList();
        List<YamlPart> items = new ArrayList<YamlPart>();
        for (Node item : ((SequenceNode) node).getValue()) items.add(new YamlPart(item, file));
        return items;
    }

    /** The entries of a map, in the order of the file, each a key and its value; of anything else, none. */
    public List<YamlPart[]> entries() {
        if (!isMap()) return Collections.emptyList();
        List<YamlPart[]> entries = new ArrayList<YamlPart[]>();
        for (NodeTuple entry : ((MappingNode) node).getValue()) {
            entries.add(
                    new YamlPart[] {new YamlPart(entry.getKeyNode(), file), new YamlPart(entry.getValueNode(), file)});
        }
        return entries;
    }

    /** What it is, for a sentence. */
    public String found() {
        return YamlSource.found(node);
    }

    /** A clause for a name that is not known: {@code did you mean `method`?}, or all that are. */
    public static String suggestion(String name, String... known) {
        return Suggestion.of(name, known);
    }
}
