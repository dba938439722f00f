package io.joblens.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values found so far, while the sources are read from the highest to the lowest: the first right value of an option
 * stays. What is wrong is kept until the end, for only then is it known which value is used instead.
 */
final class Settings {

    /** Enough to mend a file by, and no flood when the wrong file was named. */
    private static final int MOST_FINDINGS = 50;

    private final Object[] values = new Object[Option.all().length];
    private final String[] texts = new String[values.length];
    private final String[] places = new String[values.length];
    private Map<String, String> labels = Collections.emptyMap();
    private Map<String, String> group = Collections.emptyMap();
    private Map<String, Boolean> presets = Collections.emptyMap();
    private FieldNames fieldNames;
    private List<Finding> findings = Collections.emptyList();
    private int unsaid;
    private boolean isShut;
    private YamlPart rules;
    private YamlPart annotations;

    /** Takes the value that a source has for an option. */
    void offer(Option option, String text, String place) {
        String trimmed = text.trim();
        Object value = option.kind().parse(trimmed);
        if (value == null) {
            refuse(option, option.kind().shown(trimmed), place);
            return;
        }
        int at = option.ordinal();
        if (values[at] != null) return;
        values[at] = value;
        texts[at] =
                value instanceof Long ? trimmed : option.kind().isSecret() ? "the one that is set" : value.toString();
        places[at] = place;
    }

    /** Takes the value that a source has for an entry of a map. */
    void offerEntry(Option map, String name, String text, String namePlace, String valuePlace) {
        if (map == Option.LOG_FIELDS) {
            if (fieldNames == null) fieldNames = new FieldNames();
            fieldNames.offer(name, text.trim(), namePlace, valuePlace, this);
        } else if (map == Option.PRESETS) {
            offerPreset(name, text, namePlace, valuePlace);
        } else {
            offerLabel(map, name, text, namePlace, valuePlace);
        }
    }

    /** Notes that an entry of a map is no text. */
    void refuseEntry(Option map, String name, String found, String place) {
        if (map == Option.LOG_FIELDS) {
            refuse(map, Excerpt.of(name) + ": " + found, place);
        } else if (map == Option.PRESETS) {
            refusePreset(name, found, place);
        } else {
            refuseLabel(map, name, found, place);
        }
    }

    private void offerLabel(Option map, String name, String text, String namePlace, String valuePlace) {
        boolean isGroup = map == Option.PUSH_LABELS;
        if (isGroup ? !LabelName.isFreeInGroup(name) : !LabelName.isFree(name)) {
            String takes = isGroup ? LabelName.GROUP_TAKES : LabelName.TAKES;
            add(new Finding(namePlace, map.key() + " has the name " + Excerpt.of(name) + "; it takes " + takes, map));
            return;
        }
        String trimmed = text.trim();
        if (trimmed.isEmpty()) {
            refuseLabel(map, name, Excerpt.of(trimmed), valuePlace);
            return;
        }
        if (isGroup) {
            if (group.isEmpty()) group = new TreeMap<String, String>();
            if (!group.containsKey(name)) group.put(name, trimmed);
        } else {
            if (labels.isEmpty()) labels = new TreeMap<String, String>();
            if (!labels.containsKey(name)) labels.put(name, trimmed);
        }
    }

    /** Takes what a source says of a preset: whether it is on. */
    private void offerPreset(String name, String text, String namePlace, String valuePlace) {
        String trimmed = text.trim();
        Object value = Kind.FLAG.parse(trimmed);
        if (value == null) {
            refusePreset(name, Excerpt.of(trimmed), valuePlace);
            return;
        }
        List<String> known = PresetIndex.read().names();
        if (!known.contains(name)) {
            String suggestion = Suggestion.of(name, known.toArray(new String[0]));
            add(new Finding(namePlace, "no such preset `" + Excerpt.of(name) + "`; " + suggestion, null));
            return;
        }
        if (presets.isEmpty()) presets = new TreeMap<String, Boolean>();
        if (!presets.containsKey(name)) presets.put(name, (Boolean) value);
    }

    /** Notes a value that is wrong for a preset. */
    private void refusePreset(String name, String found, String place) {
        add(new Finding(
                place,
                "presets." + Excerpt.of(name) + " is " + found + "; it takes " + Kind.FLAG.takes() + "; it is left out",
                null));
    }

    /** Notes a value that is wrong for its option. */
    void refuse(Option option, String found, String place) {
        isShut |= option.kind().isDoor();
        add(new Finding(place, option.key() + " is " + found + "; it takes " + option.takes(), option));
    }

    /** Notes a value that is wrong for a label. */
    private void refuseLabel(Option map, String name, String found, String place) {
        String wrong = map.key() + "." + Excerpt.of(name) + " is " + found + "; it takes a text such as eu";
        add(new Finding(place, wrong, map));
    }

    /** Notes that one source sets the same name again; the option is null where it is a section or unknown. */
    void twice(Option option, String name, String place) {
        String wrong = Excerpt.of(name) + " is set twice; once is enough";
        add(new Finding(place, option == null ? wrong + "; the first is used" : wrong, option));
    }

    /** Notes a name that is no option, in the spelling of its source, and the names that source could have used. */
    void unknown(String name, String[] known, String place) {
        if (isFull()) return;
        add(new Finding(place, "no such option `" + Excerpt.of(name) + "`; " + Suggestion.of(name, known), null));
    }

    /** Notes anything else, in a full sentence. */
    void trouble(String sentence, String place) {
        add(new Finding(place, sentence, null));
    }

    /** What was wrong so far has been said before. */
    void forgetFindings() {
        findings = Collections.emptyList();
        unsaid = 0;
    }

    void rules(YamlPart part) {
        rules = part;
    }

    void annotations(YamlPart part) {
        annotations = part;
    }

    YamlPart rules() {
        return rules;
    }

    YamlPart annotations() {
        return annotations;
    }

    /** Whether somebody meant to close the endpoint, and made a mistake. */
    boolean isShut() {
        return isShut;
    }

    boolean has(Option option) {
        return values[option.ordinal()] != null;
    }

    /** The value of an option as it was written, or null when no source has a right one. */
    String text(Option option) {
        return texts[option.ordinal()];
    }

    /** Where the value of an option was found. */
    String place(Option option) {
        return places[option.ordinal()];
    }

    /** Notes what only all sources together show to be wrong. */
    void finish() {
        if (fieldNames != null) fieldNames.finish(this);
    }

    void report(Problems problems) {
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            problems.report(
                    finding.option() == null ? finding.line() : finding.line() + "; using " + used(finding.option()));
        }
        if (unsaid > 0) problems.report("configuration: " + unsaid + " more problems like these");
    }

    private String used(Option option) {
        if (option == Option.LOG_FIELDS) return fieldNames == null ? FieldNames.UNCHANGED : fieldNames.toString();
        if (option == Option.METRICS_LABELS) return labels.isEmpty() ? "no labels" : Excerpt.of(labels.toString());
        if (option == Option.PUSH_LABELS) return group.isEmpty() ? "no labels" : Excerpt.of(group.toString());
        if (option == Option.PRESETS) return presets.isEmpty() ? "all of them" : Excerpt.of(presets.toString());
        if (option.kind().isDoor()) return "no endpoint, since it would stand open";
        String text = has(option) ? text(option) : option.defaultText();
        if (text == null) return option == Option.CONFIG ? "no file" : "none";
        return Excerpt.of(text);
    }

    /** The values found, by ordinal of their option; null where no source has a right one. */
    Object[] values() {
        return values.clone();
    }

    Map<String, String> labels() {
        return labels.isEmpty() ? labels : Collections.unmodifiableMap(labels);
    }

    Map<String, String> group() {
        return group.isEmpty() ? group : Collections.unmodifiableMap(group);
    }

    Map<String, Boolean> presets() {
        return presets;
    }

    /** Standard field to name, {@code null} leaving it out; often empty. */
    Map<String, String> fieldNames() {
        return fieldNames == null ? Collections.<String, String>emptyMap() : fieldNames.all();
    }

    private boolean isFull() {
        if (findings.size() < MOST_FINDINGS) return false;
        unsaid++;
        return true;
    }

    private void add(Finding finding) {
        if (isFull()) return;
        if (findings.isEmpty()) findings = new ArrayList<Finding>();
        findings.add(finding);
    }
}
