package io.joblens.agent.config;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads the YAML file that {@code config} names: options as nested maps, as dotted keys, or mixed.
 *
 * <p>It walks the nodes and constructs no objects: nodes know their line and column, and an alias stays one node however
 * often it is used. Below a key that is no option it does not look, so the depth of the walk is that of the option table.
 */
final class YamlSource {

    private static final String RULES = "rules";
    private static final String ANNOTATIONS = "annotations";
    private static final String UNUSED = "nothing of the file is used";

    private final Settings settings;
    private final Set<String> seen = new HashSet<String>();

    private YamlSource(Settings settings) {
        this.settings = settings;
    }

    static void read(Settings settings) {
        String text = YamlText.read(settings);
        if (text == null) return;
        new YamlSource(settings).readText(text);
    }

    private void readText(String text) {
        Node root;
        try {
            root = new Compose(LoadSettings.builder().build())
                    .composeString(text)
                    .orElse(null);
        } catch (MarkedYamlEngineException wrong) {
            Optional<Mark> mark = mark(wrong, text.codePointCount(0, text.length()));
            settings.trouble(notYaml(sentence(wrong)), mark.isPresent() ? place(mark.get()) : place());
            return;
        } catch (YamlVersionException wrong) {
            settings.trouble("the file asks for another version of YAML; it takes %YAML 1.2; " + UNUSED, place());
            return;
        } catch (YamlEngineException wrong) {
            settings.trouble(notYaml(String.valueOf(wrong.getMessage())), place());
            return;
        } catch (StackOverflowError deep) {
            settings.trouble("it is nested too deeply; options need three levels; " + UNUSED, place());
            return;
        } catch (RuntimeException unforeseen) {
            // The parser promises only its own exceptions, yet nothing in a file may stop the application.
            settings.trouble(notYaml(unforeseen.toString()), place());
            return;
        }
        if (root == null || isNull(root)) return;
        if (root instanceof MappingNode) {
            readMap((MappingNode) root, "");
            return;
        }
        settings.trouble(
                "the file is " + found(root) + "; it takes a map of options such as http: {port: 0}; " + UNUSED,
                place(root));
    }

    private static String notYaml(String why) {
        return "this is not valid YAML (" + Excerpt.mostOf(why.trim()) + "); " + UNUSED;
    }

    /** Where it is wrong; of what never ends, such as a text without its second quote, where that begins. */
    static Optional<Mark> mark(MarkedYamlEngineException wrong, int end) {
        Optional<Mark> problem = wrong.getProblemMark();
        boolean neverEnds = problem.isPresent() && problem.get().getIndex() >= end;
        boolean isProblem =
                problem.isPresent() && !(neverEnds && wrong.getContextMark().isPresent());
        return isProblem ? problem : wrong.getContextMark();
    }

    static String sentence(MarkedYamlEngineException wrong) {
        String context = wrong.getContext() == null ? "" : wrong.getContext();
        String problem = wrong.getProblem() == null ? "" : wrong.getProblem();
        return context.isEmpty() || problem.isEmpty() ? context + problem : context + ", " + problem;
    }

    private void readMap(MappingNode map, String prefix) {
        for (NodeTuple entry : map.getValue()) {
            Node key = entry.getKeyNode();
            if (key instanceof ScalarNode) {
                readEntry(prefix + ((ScalarNode) key).getValue(), key, entry.getValueNode());
            } else {
                settings.trouble(
                        "a key is " + found(key) + "; it takes the name of an option; it is left out", place(key));
            }
        }
    }

    private void readEntry(String name, Node key, Node value) {
        Option option = Option.withKey(name);
        Option map = Option.mapOfKey(name);
        if (!seen.add(name)) {
            settings.twice(map == null ? option : map, name, place(key));
        } else if (name.equals(RULES)) {
            settings.rules(new YamlPart(value, place()));
        } else if (name.equals(ANNOTATIONS)) {
            settings.annotations(new YamlPart(value, place()));
        } else if (option == Option.CONFIG && isValue(value)) {
            settings.trouble(
                    "config is in the file itself; it takes one of the other sources; it is left out", place(key));
        } else if (option != null && option.kind().isMap()) {
            readEntries(option, value);
        } else if (option != null && option != Option.CONFIG) {
            readOption(option, value);
        } else if (map != null) {
            readMapEntry(map, map.entryOfKey(name), key, value);
        } else if (Option.isSection(name)) {
            readSection(name, value);
        } else {
            settings.unknown(name, known(value), place(key));
        }
    }

    private static String[] known(Node value) {
        if (value instanceof MappingNode) return with(Option.sections(), ANNOTATIONS);
        return value instanceof SequenceNode
                ? new String[] {RULES, Option.LOG_MASK.key(), Option.LOG_HASH.key()}
                : Option.keys();
    }

    private static String[] with(String[] names, String more) {
        String[] all = Arrays.copyOf(names, names.length + 1);
        all[names.length] = more;
        return all;
    }

    private void readOption(Option option, Node value) {
        if (option.kind().isList() && value instanceof SequenceNode) {
            readItems(option, (SequenceNode) value);
        } else if (isValue(value)) {
            settings.offer(option, ((ScalarNode) value).getValue(), place(value));
        } else {
            settings.refuse(option, found(value), place(value));
        }
    }

    /** A wrong item only takes itself away. */
    private void readItems(Option option, SequenceNode list) {
        StringBuilder right = new StringBuilder();
        for (Node item : list.getValue()) {
            String text = isValue(item) ? ((ScalarNode) item).getValue().trim() : "";
            if (option.kind().parse(text) == null) {
                settings.refuse(option, isValue(item) ? Excerpt.of(text) : found(item), place(item));
            } else {
                right.append(text).append(',');
            }
        }
        if (right.length() > 0) settings.offer(option, right.toString(), place(list));
    }

    private void readEntries(Option map, Node value) {
        if (value instanceof MappingNode) {
            readMap((MappingNode) value, map.key() + ".");
        } else if (!isNull(value)) {
            settings.refuse(map, found(value), place(value));
        }
    }

    private void readMapEntry(Option map, String name, Node key, Node value) {
        if (isValue(value)) {
            settings.offerEntry(map, name, ((ScalarNode) value).getValue(), place(key), place(value));
        } else {
            settings.refuseEntry(map, name, found(value), place(value));
        }
    }

    /** A section without a value is one whose options are all commented out. */
    private void readSection(String name, Node value) {
        if (value instanceof MappingNode) {
            readMap((MappingNode) value, name + ".");
        } else if (!isNull(value)) {
            settings.trouble(
                    name + " is " + found(value) + "; it takes a map of options; it is left out", place(value));
        }
    }

    static boolean isValue(Node node) {
        return node instanceof ScalarNode && !isNull(node);
    }

    static boolean isNull(Node node) {
        if (!(node instanceof ScalarNode) || !((ScalarNode) node).isPlain()) return false;
        String value = ((ScalarNode) node).getValue();
        return value.isEmpty() || value.equals("~") || value.equalsIgnoreCase("null");
    }

    static String found(Node node) {
        if (isNull(node)) return "empty";
        if (node instanceof ScalarNode)
            return Excerpt.of(((ScalarNode) node).getValue().trim());
        return node instanceof MappingNode ? "a map" : "a list";
    }

    private String place(Node node) {
        return node.getStartMark().isPresent() ? place(node.getStartMark().get()) : place();
    }

    private String place(Mark mark) {
        return YamlText.place(settings, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** The file as a whole. */
    private String place() {
        return Excerpt.mostOf(settings.text(Option.CONFIG));
    }
}
