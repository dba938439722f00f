package io.joblens.agent.rule.yaml;

import io.joblens.agent.config.YamlPart;
import io.joblens.agent.rule.MethodPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Reads which methods a rule is for. Whatever is wrong there switches the rule off, which could mean others than was meant. */
final class PatternReader {
    static final String[] KEYS = {"class", "method", "subtypes-of", "annotated-with", "parameters", "except"};

    private final YamlPart item;
    private final Map<String, YamlPart> parts;
    private final Complaints complaints;
    private boolean sound = true;

    PatternReader(YamlPart item, Map<String, YamlPart> parts, Complaints complaints) {
        this.item = item;
        this.parts = parts;
        this.complaints = complaints;
    }

    /** The pattern, or {@code null} once it was told what is wrong. */
    MethodPattern pattern() {
        boolean field = parts.containsKey("field");
        String className = name("class");
        String member = name(field ? "field" : "method");
        List<String> subtypesOf = names("subtypes-of");
        List<String> annotatedWith = names("annotated-with");
        List<String> parameters = parameters();
        List<String> except = except();
        if (field && parts.containsKey("method")) {
            wrong(parts.get("field"), "field stands beside method; a gauge takes one of them");
        }
        int dot = member == null ? -1 : member.lastIndexOf('.');
        if (dot >= 0 && className != null) {
            wrong(
                    parts.get(field ? "field" : "method"),
                    (field ? "field" : "method") + " is " + member + ", but class says the class; it takes `"
                            + member.substring(dot + 1) + "`");
        }
        if (!sound) {
            return null;
        }
        if (dot >= 0) {
            className = member.substring(0, dot);
            member = member.substring(dot + 1);
        }
        MethodPattern pattern = MethodPattern.of(field, className, member, subtypesOf, annotatedWith, parameters)
                .except(except);
        return isBounded(pattern, className, member, subtypesOf, annotatedWith) ? pattern : null;
    }

    /** Without something to find a class by, every class would have to be read. */
    private boolean isBounded(
            MethodPattern pattern,
            String className,
            String member,
            List<String> subtypesOf,
            List<String> annotatedWith) {
        if (member == null && annotatedWith == null) {
            return wrong(
                    item,
                    parts.containsKey("method")
                            ? "method is empty"
                            : "the rule has no method; it takes one such as" + " `method: com.acme.Encoder.encode`");
        }
        if (className == null && subtypesOf == null && annotatedWith == null) {
            return wrong(
                    parts.get(parts.containsKey("field") ? "field" : "method"),
                    "`" + member + "` has no class; it takes one such as `com.acme.Encoder." + member
                            + "`, or beside it class, subtypes-of or annotated-with");
        }
        if (pattern.exactClass() == null
                && pattern.leadingPackage() == null
                && pattern.needles().isEmpty()) {
            return wrong(
                    item,
                    "`" + pattern + "` could be in any class; it takes a class that begins with a package such as"
                            + " `com.acme.**`, or a method without a star");
        }
        return true;
    }

    private String name(String key) {
        YamlPart part = parts.get(key);
        if (part == null) {
            return null;
        }
        if (!part.isText()) {
            wrong(
                    part,
                    key + " is " + part.found() + "; it takes a name such as "
                            + (key.equals("class") ? "com.acme.Encoder" : "com.acme.Encoder.encode"));
            return null;
        }
        String text = part.text().trim();
        if (text.endsWith("<init>")) {
            wrong(part, key + " is a constructor, which cannot be a job; it takes a method");
            return null;
        }
        if (text.endsWith("()")) {
            wrong(part, key + " is " + text + "; it takes the name without `()`");
            return null;
        }
        String wrong = JavaNames.wrong(text);
        if (wrong != null) {
            wrong(
                    part,
                    key + " is " + part.found() + ", which " + wrong + "; it takes a name such as "
                            + (key.equals("class") ? "com.acme.Encoder" : "com.acme.Encoder.encode")
                            + ", in which `*` and `**`"
                            + " stand for the rest of a name and for packages");
        }
        return text;
    }

    private List<String> names(String key) {
        YamlPart part = parts.get(key);
        if (part == null) {
            return null;
        }
        List<String> names = new ArrayList<String>();
        for (YamlPart each : part.isList() ? part.items() : Collections.singletonList(part)) {
            if (each.isText() && JavaNames.isQualified(each.text())) {
                names.add(each.text());
            } else {
                wrong(
                        each,
                        key + " is " + each.found() + "; it takes the full name of "
                                + (key.equals("subtypes-of") ? "a class or interface" : "an annotation")
                                + " such as com.acme." + (key.equals("subtypes-of") ? "Handler" : "Begin"));
            }
        }
        if (names.isEmpty() && sound) {
            wrong(part, key + " is an empty list; it takes a name");
        }
        return names;
    }

    /** Names of classes, with stars or without. */
    private List<String> except() {
        YamlPart part = parts.get("except");
        List<String> names = new ArrayList<String>();
        if (part == null) {
            return names;
        }
        for (YamlPart each : part.isList() ? part.items() : Collections.singletonList(part)) {
            String wrong = each.isText() ? JavaNames.wrong(each.text().trim()) : "";
            if (wrong == null) {
                names.add(each.text().trim());
            } else {
                wrong(
                        each,
                        "except is " + each.found() + "; it takes classes such as com.acme.Base or com.acme.old.**");
            }
        }
        return names;
    }

    private List<String> parameters() {
        YamlPart part = parts.get("parameters");
        if (part == null) {
            return null;
        }
        if (!part.isList()) {
            wrong(part, "parameters is " + part.found() + "; it takes a list of types such as [java.lang.String, int]");
            return null;
        }
        List<String> types = new ArrayList<String>();
        for (YamlPart each : part.items()) {
            String type = each.isText() ? each.text() : "";
            if (JavaNames.isQualified(type.replace("[]", "").replace("...", ""))) {
                types.add(type);
            } else {
                wrong(
                        each,
                        "a parameter is " + each.found() + "; it takes a type such as java.lang.String, int or"
                                + " byte[]");
            }
        }
        return types;
    }

    private boolean wrong(YamlPart part, String sentence) {
        sound = false;
        complaints.add(part == null ? item : part, sentence + "; the rule is left out");
        return false;
    }
}
