package io.joblens.agent.weave;

import io.joblens.agent.rule.Rule;
import io.joblens.agent.rule.expression.Binding;
import io.joblens.agent.rule.expression.ConditionExpression;
import io.joblens.agent.rule.expression.Mistake;
import io.joblens.agent.rule.expression.ModuleAccess;
import io.joblens.agent.rule.expression.Reports;
import io.joblens.agent.rule.expression.Root;
import io.joblens.agent.rule.expression.ValuePath;
import io.joblens.bootstrap.metrics.Registry;
import io.joblens.bootstrap.probe.Condition;
import io.joblens.bootstrap.probe.RunValues;
import io.joblens.bootstrap.probe.Tally;
import io.joblens.bootstrap.probe.ValueReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.description.method.MethodDescription;

/**
 * What a rule reads from calls of one method: its paths and conditions, checked against the method, without those that
 * make no sense there. Not thread-safe.
 */
final class Reading {
    private final Rule rule;
    private final MethodDescription method;
    private final List<String> problems;
    private final ValuePath name;
    private final ValuePath id;
    private final ValuePath user;
    private final ValuePath attempt;
    private final ValuePath error;
    private final Map<String, ValuePath> fields = new LinkedHashMap<String, ValuePath>();
    private final ConditionExpression failedWhen;
    private final ConditionExpression skippedWhen;
    private final ConditionExpression infectedWhen;
    private final List<Root> slots;
    private final Binding binding;
    private final Tally tally = new Tally();

    Reading(Rule rule, MethodDescription method, ModuleAccess modules, Reports reports, List<String> problems) {
        this.rule = rule;
        this.method = method;
        this.problems = problems;
        this.name = checked("name", rule.namePath());
        this.id = checked("id", rule.id());
        this.user = checked("user", rule.user());
        this.attempt = checked("attempt", rule.attempt());
        this.error = checked("error", rule.error() != null ? rule.error() : firstThrowable());
        for (Map.Entry<String, ValuePath> field : rule.fields().entrySet()) {
            ValuePath path = checked("field " + field.getKey(), field.getValue());
            if (path != null) {
                fields.put(field.getKey(), path);
            }
        }
        this.failedWhen = checked("failedWhen", rule.failedWhen(), "the condition is not used");
        this.skippedWhen = checked("skippedWhen", rule.skippedWhen(), "the condition is not used");
        this.infectedWhen = checked("infectedWhen", rule.infectedWhen(), "the scan is not counted");
        this.slots = new ArrayList<Root>(slotted(entryRoots(), exitRoots()));
        this.binding = Binding.to(slots, modules, reports)
                .at(method.getDeclaringType().asErasure().getName(), method.getInternalName());
    }

    Rule rule() {
        return rule;
    }

    /** What becomes of the probe that reads this. */
    Tally tally() {
        return tally;
    }

    /** Whether the rule means anything here: a scan without a verdict does not. */
    boolean isUsable() {
        return rule.kind() != Rule.Kind.SCAN || infectedWhen != null;
    }

    /** The reader of the name, or {@code null} when every call of the method has the same. */
    ValueReader name() {
        return name == null || name.isFixed() ? null : reader(name);
    }

    /** The name that every call of the method has, which may be none. */
    String fixedName() {
        if (rule.namePath() == null) {
            return rule.name();
        }
        Object value = name == null ? rule.namePath().fallback() : name.fixedValue(binding);
        return value == null ? Registry.OTHER : value.toString();
    }

    List<Root> slots() {
        return slots;
    }

    /** Whether what the method was called with is asked for when it is left. */
    boolean slotsAtExit() {
        return !slotted(exitRoots()).isEmpty();
    }

    /** Whether what the method returned is asked for. */
    boolean result() {
        return exitRoots().contains(Root.RETURN);
    }

    /** What is read at the entry of a job's method: everything but the error. */
    RunValues entryValues() {
        return new RunValues(
                reader(id), reader(user), reader(attempt), null, fieldNames(fields), readers(fields), tally);
    }

    /** What is read at the exit of a method that ends a run which another method started. */
    RunValues exitValues() {
        return new RunValues(reader(id), null, null, reader(error), fieldNames(fields), readers(fields), tally);
    }

    /** What is read at the exit of a scan or an operation: id and user are fields of its line outside a job. */
    RunValues timedValues() {
        Map<String, ValuePath> all = new LinkedHashMap<String, ValuePath>();
        if (id != null) {
            all.put("job_id", id);
        }
        if (user != null) {
            all.put("user_id", user);
        }
        all.putAll(fields);
        return new RunValues(null, null, null, null, fieldNames(all), readers(all), tally);
    }

    Condition failedWhen() {
        return failedWhen == null ? null : failedWhen.compile(binding);
    }

    Condition skippedWhen() {
        return skippedWhen == null ? null : skippedWhen.compile(binding);
    }

    Condition infectedWhen() {
        return infectedWhen == null ? null : infectedWhen.compile(binding);
    }

    private Set<Root> entryRoots() {
        Set<Root> roots = new LinkedHashSet<Root>();
        if (rule.kind().readsAtEntry()) {
            add(roots, name, id, user, attempt);
            addFields(roots);
        }
        return roots;
    }

    private Set<Root> exitRoots() {
        Set<Root> roots = new LinkedHashSet<Root>();
        if (rule.kind().readsAtExit()) {
            add(roots, name, id, user, error);
            addFields(roots);
        }
        for (ConditionExpression condition : new ConditionExpression[] {skippedWhen, failedWhen, infectedWhen}) {
            if (condition != null) {
                roots.addAll(condition.roots());
            }
        }
        return roots;
    }

    private void addFields(Set<Root> roots) {
        for (ValuePath path : fields.values()) {
            roots.add(path.root());
        }
    }

    private static void add(Set<Root> roots, ValuePath... paths) {
        for (ValuePath path : paths) {
            if (path != null) {
                roots.add(path.root());
            }
        }
    }

    @SafeVarargs
    private static Set<Root> slotted(Set<Root>... all) {
        Set<Root> slotted = new LinkedHashSet<Root>();
        for (Set<Root> roots : all) {
            for (Root root : roots) {
                if (root.needsSlot()) {
                    slotted.add(root);
                }
            }
        }
        return slotted;
    }

    private ValueReader reader(ValuePath path) {
        return path == null ? null : path.compile(binding);
    }

    private ValueReader[] readers(Map<String, ValuePath> paths) {
        ValueReader[] readers = new ValueReader[paths.size()];
        int i = 0;
        for (ValuePath path : paths.values()) {
            readers[i++] = reader(path);
        }
        return readers;
    }

    private static String[] fieldNames(Map<String, ValuePath> paths) {
        return paths.keySet().toArray(new String[0]);
    }

    /** Where nobody says why a run failed, the first argument that can be thrown does. */
    private ValuePath firstThrowable() {
        if (!rule.kind().hasError()) {
            return null;
        }
        for (int i = 0; i < method.getParameters().size(); i++) {
            if (isThrowable(i)) {
                return ValuePath.of(Root.argument(i));
            }
        }
        return null;
    }

    private boolean isThrowable(int parameter) {
        try {
            return method.getParameters().get(parameter).getType().asErasure().isAssignableTo(Throwable.class);
        } catch (RuntimeException classFileMissing) {
            return false;
        }
    }

    private ValuePath checked(String what, ValuePath path) {
        if (path == null) {
            return null;
        }
        return tell(what, path.check(method), "the value is left out") ? null : path;
    }

    private ConditionExpression checked(String what, ConditionExpression condition, String consequence) {
        if (condition == null) {
            return null;
        }
        return tell(what, condition.check(method), consequence) ? null : condition;
    }

    private boolean tell(String what, List<Mistake> mistakes, String consequence) {
        for (Mistake mistake : mistakes) {
            problems.add(rule.line(what, mistake) + "; " + consequence);
        }
        return !mistakes.isEmpty();
    }
}
