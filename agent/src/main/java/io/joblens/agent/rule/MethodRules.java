package io.joblens.agent.rule;

import io.joblens.agent.rule.Rule.Kind;
import io.joblens.agent.rule.expression.ConditionExpression;
import io.joblens.agent.rule.expression.InvalidExpression;
import io.joblens.agent.rule.expression.Root;
import io.joblens.agent.rule.expression.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compiles the annotations of one method to rules. */
final class MethodRules {
    private final String className;
    private final Annotated method;
    private final List<String> problems;
    private final List<Rule> rules = new ArrayList<Rule>();

    MethodRules(String className, Annotated method, List<String> problems) {
        this.className = className;
        this.method = method;
        this.problems = problems;
    }

    /** The rules, the outermost first: what starts and ends a run encloses what happens inside it. */
    List<Rule> rules() {
        addCreated();
        addRuns();
        addScan();
        addOperation();
        return rules;
    }

    private void addCreated() {
        Annotated.Annotation created = method.annotation(Word.JOB_CREATED);
        if (created != null) {
            rules.add(rule(Kind.CREATED, created).build());
        }
    }

    private void addRuns() {
        Annotated.Annotation start = method.annotation(Word.JOB_START);
        Annotated.Annotation end = end();
        boolean whole = start != null && end != null && end.word == Word.JOB_COMPLETE && sameType(start, end);
        if (whole) {
            rules.add(outcome(rule(Kind.JOB, start), end).build());
            return;
        }
        if (start != null) {
            rules.add(rule(Kind.START, start).build());
        }
        if (end == null) {
            return;
        }
        if (end.word == Word.JOB_COMPLETE) {
            rules.add(outcome(rule(Kind.COMPLETE, end), end).build());
        } else {
            rules.add(rule(end.word == Word.JOB_FAILED ? Kind.FAILED : Kind.SKIPPED, end)
                    .build());
        }
    }

    private static boolean sameType(Annotated.Annotation start, Annotated.Annotation end) {
        return end.value("value").isEmpty() || end.value("value").equals(start.value("value"));
    }

    private Annotated.Annotation end() {
        Annotated.Annotation end = null;
        for (Word word : new Word[] {Word.JOB_COMPLETE, Word.JOB_FAILED, Word.JOB_SKIPPED}) {
            Annotated.Annotation found = method.annotation(word);
            if (found != null && end != null) {
                problem(word + " stands beside " + end.word + ", but a run ends only once; " + end.word + " is used");
            } else if (found != null) {
                end = found;
            }
        }
        return end;
    }

    private void addScan() {
        Annotated.Annotation scan = method.annotation(Word.SCAN);
        if (scan == null) {
            return;
        }
        ConditionExpression infectedWhen = condition(scan, "infectedWhen");
        if (infectedWhen == null) {
            if (scan.value("infectedWhen").isEmpty()) {
                problem("@Scan says nothing of when a file is infected; infectedWhen = \"return == INFECTED\", for"
                        + " example, would; the scan is not counted");
            }
            return;
        }
        rules.add(rule(Kind.SCAN, scan)
                .infectedWhen(infectedWhen)
                .failedWhen(condition(scan, "failedWhen"))
                .build());
    }

    private void addOperation() {
        Annotated.Annotation operation = method.annotation(Word.OPERATION);
        if (operation == null) {
            return;
        }
        String name = operation.value("value").isEmpty() ? method.name : operation.value("value");
        rules.add(parameters(Rule.of(Kind.OPERATION, name, source(operation)))
                .failedWhen(condition(operation, "failedWhen"))
                .build());
    }

    private Rule.Builder rule(Kind kind, Annotated.Annotation annotation) {
        return parameters(Rule.of(kind, annotation.value("value"), source(annotation)));
    }

    private Rule.Builder outcome(Rule.Builder rule, Annotated.Annotation complete) {
        return rule.failedWhen(condition(complete, "failedWhen")).skippedWhen(condition(complete, "skippedWhen"));
    }

    private String source(Annotated.Annotation annotation) {
        return annotation.word + " on " + className + "." + method.name;
    }

    private ConditionExpression condition(Annotated.Annotation annotation, String element) {
        String text = annotation.value(element);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return ConditionExpression.parse(text);
        } catch (InvalidExpression e) {
            problem(annotation.word + " " + element + ", " + e.getMessage() + "; "
                    + (element.equals("infectedWhen") ? "the scan is not counted" : "the condition is not used"));
            return null;
        }
    }

    private Rule.Builder parameters(Rule.Builder rule) {
        // The same parameters serve all rules of a method: what is wrong with them is said for the first.
        boolean silent = !rules.isEmpty();
        boolean[] taken = new boolean[Word.values().length];
        List<String> fields = new ArrayList<String>();
        for (Map.Entry<Integer, List<Annotated.Annotation>> parameter : method.ofParameters.entrySet()) {
            for (Annotated.Annotation annotation : parameter.getValue()) {
                boolean isField = annotation.word == Word.JOB_FIELD;
                String name = annotation.value("value");
                if (isField && name.isEmpty()) {
                    tell(silent, "@JobField has an empty name; the value is left out");
                    continue;
                }
                if (isField ? fields.contains(name) : taken[annotation.word.ordinal()]) {
                    tell(
                            silent,
                            (isField ? "@JobField " + name : annotation.word.toString())
                                    + " stands on two parameters; the first is used");
                    continue;
                }
                ValuePath path = path(annotation, Root.argument(parameter.getKey()), silent);
                if (path == null) {
                    continue;
                }
                taken[annotation.word.ordinal()] = true;
                if (isField) {
                    fields.add(name);
                }
                put(rule, annotation.word, name, path);
            }
        }
        return rule;
    }

    private static void put(Rule.Builder rule, Word word, String field, ValuePath path) {
        switch (word) {
            case JOB_ID:
                rule.id(path);
                break;
            case USER_ID:
                rule.user(path);
                break;
            case ATTEMPT:
                rule.attempt(path);
                break;
            case JOB_ERROR:
                rule.error(path);
                break;
            default:
                rule.field(field, path);
        }
    }

    private ValuePath path(Annotated.Annotation annotation, Root argument, boolean silent) {
        String text = annotation.value("path");
        if (text.isEmpty()) {
            return ValuePath.of(argument);
        }
        try {
            return ValuePath.parseWithin(argument, text);
        } catch (InvalidExpression e) {
            tell(silent, annotation.word + " path, " + e.getMessage() + "; the value is left out");
            return null;
        }
    }

    private void tell(boolean silent, String sentence) {
        if (!silent) {
            problem(sentence);
        }
    }

    private void problem(String sentence) {
        problems.add(className + "." + method.name + ": " + sentence);
    }
}
