package io.joblens.agent.rule.yaml;

import io.joblens.agent.config.Problems;
import io.joblens.agent.config.YamlPart;
import io.joblens.agent.rule.PatternRule;
import io.joblens.agent.rule.RejectedRule;
import io.joblens.agent.rule.RuleSet;
import io.joblens.agent.rule.Vocabulary;
import io.joblens.agent.rule.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code rules} and {@code annotations} of the configuration file. */
public final class RuleFile {
    private final Complaints complaints;
    private final List<RejectedRule> rejected = new ArrayList<RejectedRule>();

    private RuleFile(Complaints complaints) {
        this.complaints = complaints;
    }

    /**
     * Compiles what the file says. What is wrong is reported, with its line and column, and switches off only itself.
     *
     * @param rules what stands under {@code rules}, or {@code null}
     * @param annotations what stands under {@code annotations}, or {@code null}
     */
    public static RuleSet read(YamlPart rules, YamlPart annotations, Problems problems) {
        Complaints complaints = new Complaints(problems);
        RuleFile file = new RuleFile(complaints);
        RuleSet set =
                new RuleSet(file.rules(rules, false), file.rejected, Vocabulary.with(file.annotations(annotations)));
        complaints.end();
        return set;
    }

    /** Compiles the rules of a preset, which stand under {@code rules} like those of users. */
    public static List<PatternRule> preset(YamlPart rules, Problems problems) {
        Complaints complaints = new Complaints(problems);
        List<PatternRule> read = new RuleFile(complaints).rules(rules, true);
        complaints.end();
        return read;
    }

    private List<PatternRule> rules(YamlPart part, boolean preset) {
        if (part == null || part.isEmpty()) {
            return Collections.emptyList();
        }
        if (!part.isList()) {
            complaints.add(
                    part,
                    "rules is " + part.found() + "; it takes a list, in which each rule begins with `-`; there are no"
                            + " rules");
            return Collections.emptyList();
        }
        List<PatternRule> rules = new ArrayList<PatternRule>();
        for (YamlPart item : part.items()) {
            complaints.nextRule();
            RuleReader reader = new RuleReader(item, preset, complaints);
            PatternRule rule = reader.rule();
            if (rule != null) {
                rules.add(rule);
            } else {
                rejected.add(reader.rejected());
            }
        }
        return rules;
    }

    private Map<String, Word> annotations(YamlPart part) {
        Map<String, Word> names = new HashMap<String, Word>();
        if (part == null || part.isEmpty()) {
            return names;
        }
        if (!part.isMap()) {
            complaints.add(
                    part,
                    "annotations is " + part.found() + "; it takes a map such as {job-start: [com.acme.Begin]}; it is"
                            + " left out");
            return names;
        }
        for (YamlPart[] entry : part.entries()) {
            String key = entry[0].isText() ? entry[0].text() : entry[0].found();
            Word word = word(key);
            if (word == null) {
                complaints.add(
                        entry[0],
                        "no such annotation `" + key + "`; " + YamlPart.suggestion(key, keys()) + "; it is left out");
            } else {
                addNames(entry[1], word, names);
            }
        }
        return names;
    }

    private void addNames(YamlPart part, Word word, Map<String, Word> names) {
        List<YamlPart> items = part.isList() ? part.items() : Collections.singletonList(part);
        for (YamlPart item : items) {
            if (item.isText() && JavaNames.isQualified(item.text())) {
                names.put(item.text(), word);
            } else {
                complaints.add(
                        item,
                        word.key() + " is " + item.found()
                                + "; it takes the names of annotations such as com.acme.Begin; it is left out");
            }
        }
    }

    private static Word word(String key) {
        for (Word word : Word.values()) {
            if (word.key().equals(key) && word != Word.JOB_FIELDS) {
                return word;
            }
        }
        return null;
    }

    private static String[] keys() {
        List<String> keys = new ArrayList<String>();
        for (Word word : Word.values()) {
            if (word != Word.JOB_FIELDS) {
                keys.add(word.key());
            }
        }
        return keys.toArray(new String[0]);
    }
}
