package io.joblens.agent.rule.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Evaluates expressions against the values of one call, with {@code arg0} and {@code arg1} in slots. */
final class CallValues {
    private static final List<Root> SLOTS = Arrays.asList(Root.argument(0), Root.argument(1));

    final List<String> reports = new ArrayList<>();
    private final Binding binding = Binding.to(SLOTS, type -> false, reports::add);

    private final Object returned;
    private final Object[] arguments;

    private CallValues(Object returned, Object... arguments) {
        this.returned = returned;
        this.arguments = Arrays.copyOf(arguments, 2);
    }

    static CallValues returning(Object returned, Object... arguments) {
        return new CallValues(returned, arguments);
    }

    Object read(String path) throws Throwable {
        return ValuePath.parse(path).compile(binding).read(returned, null, arguments[0], arguments[1], null, null);
    }

    boolean holds(String condition) throws Throwable {
        return ConditionExpression.parse(condition)
                .compile(binding)
                .holds(returned, null, arguments[0], arguments[1], null, null);
    }
}
