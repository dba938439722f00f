package io.joblens.agent.rule.yaml;

import io.joblens.agent.config.YamlPart;
import io.joblens.agent.rule.MethodPattern;
import io.joblens.agent.rule.PatternRule;
import io.joblens.agent.rule.RejectedRule;
import io.joblens.agent.rule.Rule;
import io.joblens.agent.rule.expression.ConditionExpression;
import io.joblens.agent.rule.expression.InvalidExpression;
import io.joblens.agent.rule.expression.Root;
import io.joblens.agent.rule.expression.ValuePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one rule of the list. */
final class RuleReader {
    private static final String[] KINDS = kinds();
    private static final String LEFT_OUT = "; the rule is left out";

    private final YamlPart item;
    private final Complaints complaints;
    private final boolean preset;
    private final Map<String, YamlPart> parts = new LinkedHashMap<String, YamlPart>();
    private RuleKind kind;
    private YamlPart kindKey;

    RuleReader(YamlPart item, boolean preset, Complaints complaints) {
        this.preset = preset;
        this.item = item;
        this.complaints = complaints;
    }

    /** The rule, or {@code null} once it was told what is wrong with it. */
    PatternRule rule() {
        if (!item.isMap()) {
            complaints.add(
                    item,
                    "a rule is " + item.found() + "; it takes a map such as {job: video, method:"
                            + " com.acme.Encoder.encode}" + LEFT_OUT);
            return null;
        }
        if (!findKind() || !takeParts()) {
            return null;
        }
        MethodPattern pattern = new PatternReader(item, parts, complaints).pattern();
        if (pattern == null) {
            return null;
        }
        return kind == RuleKind.GAUGE ? gauge(pattern) : run(pattern);
    }

    /** The rule as one that is switched off, once it is known to be wrong. */
    RejectedRule rejected() {
        YamlPart name = kind == null ? null : parts.get(kind.key());
        return new RejectedRule(
                kindKey == null ? item.place() : kindKey.place(),
                kind == null ? null : kind.key(),
                name != null && name.isText() ? name.text().trim() : null,
                complaints.ofRule());
    }

    private boolean findKind() {
        for (YamlPart[] entry : item.entries()) {
            RuleKind found = RuleKind.named(key(entry[0]));
            if (found != null && kind != null) {
                complaints.add(
                        entry[0],
                        "the rule is a " + kind.key() + " already; " + found.key() + " takes a rule of its own"
                                + LEFT_OUT);
                return false;
            }
            if (found != null) {
                kind = found;
                kindKey = entry[0];
            }
        }
        if (kind != null) {
            return true;
        }
        for (YamlPart[] entry : item.entries()) {
            if (!isKnown(key(entry[0]))) {
                return unknown(entry[0]);
            }
        }
        complaints.add(item, "the rule says not what it is; it takes one of " + String.join(", ", KINDS) + LEFT_OUT);
        return false;
    }

    private boolean takeParts() {
        List<String> patternKeys = Arrays.asList(PatternReader.KEYS);
        boolean sound = true;
        for (YamlPart[] entry : item.entries()) {
            String key = key(entry[0]);
            if (parts.containsKey(key)) {
                complaints.add(entry[0], key + " is set twice; once is enough; the first is used");
            } else if (key.equals(kind.key())
                    || patternKeys.contains(key)
                    || kind.takes().contains(key)) {
                parts.put(key, entry[1]);
            } else if (isKnown(key)) {
                complaints.add(
                        entry[0],
                        key + " means nothing to a " + kind.key() + ", which takes " + String.join(", ", kind.takes())
                                + "; it is left out");
            } else {
                sound = unknown(entry[0]);
            }
        }
        return sound;
    }

    private boolean unknown(YamlPart key) {
        List<String> known = new ArrayList<String>(Arrays.asList(PatternReader.KEYS));
        known.addAll(kind == null ? Arrays.asList(KINDS) : kind.takes());
        String suggestion = YamlPart.suggestion(key(key), known.toArray(new String[0]));
        complaints.add(
                key,
                "no such key `" + key(key) + "`; " + suggestion + (suggestion.endsWith("?") ? "" : ";")
                        + " the rule is left out");
        return false;
    }

    private PatternRule gauge(MethodPattern pattern) {
        YamlPart part = parts.get(kind.key());
        String metric = part.isText() ? part.text().trim() : "";
        String wrong = MetricNames.wrong(metric);
        if (wrong != null) {
            complaints.add(part, "gauge is " + part.found() + wrong + LEFT_OUT);
            return null;
        }
        YamlPart help = parts.get("help");
        if (help != null && !help.isText()) {
            complaints.add(help, "help is " + help.found() + "; it takes a sentence; it is left out");
            help = null;
        }
        String text = help == null ? MetricNames.help(metric, pattern.toString()) : help.text();
        return PatternRule.gauge(pattern, metric, text, kindKey.place());
    }

    private PatternRule run(MethodPattern pattern) {
        PartPlaces places = new PartPlaces(kindKey.place());
        ValueParts values = new ValueParts(complaints, places);
        Rule.Builder rule = name(values);
        if (rule == null) {
            return null;
        }
        rule.places(places)
                .preset(preset)
                .id(values.value("id", "id", parts.get("id")))
                .user(values.value("user", "user", parts.get("user")))
                .attempt(values.value("attempt", "attempt", parts.get("attempt")))
                .error(values.value("error", "error", parts.get("error")));
        addFields(rule, values);
        rule.failedWhen(values.condition("failedWhen", "failed-when", parts.get("failed-when")))
                .skippedWhen(values.condition("skippedWhen", "skipped-when", parts.get("skipped-when")));
        if (kind == RuleKind.SCAN) {
            ConditionExpression infectedWhen =
                    values.condition("infectedWhen", "infected-when", parts.get("infected-when"));
            if (infectedWhen == null) {
                if (parts.get("infected-when") == null) {
                    complaints.add(
                            kindKey,
                            "the scan says nothing of when a file is infected; infected-when: return == INFECTED, for"
                                    + " example, would" + LEFT_OUT);
                }
                return null;
            }
            rule.infectedWhen(infectedWhen);
        }
        return PatternRule.of(pattern, rule.build());
    }

    private Rule.Builder name(ValueParts values) {
        YamlPart part = parts.get(kind.key());
        String source = kindKey.place();
        if (part.isText()) {
            return Rule.of(kind.kind(), part.text().trim(), source);
        }
        if (part.isEmpty()) {
            return kind == RuleKind.OPERATION ? byMethod(source) : Rule.of(kind.kind(), null, source);
        }
        if (part.isList()) {
            complaints.add(part, kind.key() + " is " + part.found() + "; it takes a name such as video" + LEFT_OUT);
            return null;
        }
        ValuePath path = values.value("name", kind.key(), part);
        if (path == null) {
            return null;
        }
        boolean timed = kind == RuleKind.OPERATION || kind == RuleKind.SCAN;
        boolean tooEarly = !timed && (path.root() == Root.RETURN || path.root() == Root.THROWN);
        if (tooEarly) {
            complaints.add(
                    part,
                    kind.key() + " is read when the method is entered, where `" + path.root()
                            + "` has no value yet; use `this` or an argument" + LEFT_OUT);
            return null;
        }
        return path.isConstant()
                ? Rule.of(kind.kind(), String.valueOf(path.fallback()), source)
                : Rule.of(kind.kind(), null, source).namePath(path);
    }

    /** An operation nobody names is named by its method, as it is with an annotation. */
    private Rule.Builder byMethod(String source) {
        try {
            return Rule.of(kind.kind(), null, source).namePath(ValuePath.parse("method.name"));
        } catch (InvalidExpression impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void addFields(Rule.Builder rule, ValueParts values) {
        YamlPart fields = parts.get("fields");
        if (fields == null || fields.isEmpty()) {
            return;
        }
        if (!fields.isMap()) {
            complaints.add(
                    fields,
                    "fields is " + fields.found() + "; it takes a map such as {object_key: arg0.key}; it is left out");
            return;
        }
        for (YamlPart[] field : fields.entries()) {
            String name = key(field[0]).trim();
            ValuePath path = values.value("field " + name, "field " + name, field[1]);
            if (path != null) {
                rule.field(name, path);
            }
        }
    }

    private static boolean isKnown(String key) {
        if (RuleKind.named(key) != null || Arrays.asList(PatternReader.KEYS).contains(key)) {
            return true;
        }
        for (RuleKind each : RuleKind.values()) {
            if (each.takes().contains(key)) {
                return true;
            }
        }
        return false;
    }

    private static String key(YamlPart key) {
        return key.isText() ? key.text() : key.found();
    }

    private static String[] kinds() {
        String[] kinds = new String[RuleKind.values().length];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = RuleKind.values()[i].key();
        }
        return kinds;
    }
}
