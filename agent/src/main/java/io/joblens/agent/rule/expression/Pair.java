package io.joblens.agent.rule.expression;

/** Compares two values that both come from paths. */
final class Pair {
    private Pair() {}

    static boolean compare(Object left, Operator operator, Object right) {
        if (operator.orders()) {
            int order = order(left, right);
            return order != NumberOrder.NONE && operator.accepts(order);
        }
        return areEqual(left, right) == (operator == Operator.EQUAL);
    }

    private static boolean areEqual(Object left, Object right) {
        if (left instanceof Number && right instanceof Number) {
            int order = NumberOrder.of(left, right);
            // NaN equals nothing, itself included, as in Java.
            return order == 0;
        }
        return left == null ? right == null : left.equals(right);
    }

    private static int order(Object left, Object right) {
        if (left instanceof Number && right instanceof Number) {
            return NumberOrder.of(left, right);
        }
        if (!(left instanceof Comparable) || right == null || !haveOneClass(left, right)) {
            return NumberOrder.NONE;
        }
        @SuppressWarnings("unchecked")
        Comparable<Object> comparable = (Comparable<Object>) left;
        // NONE is an answer of compareTo too.
        return Integer.signum(comparable.compareTo(right));
    }

    private static boolean haveOneClass(Object left, Object right) {
        if (left instanceof Enum && right instanceof Enum) {
            return ((Enum<?>) left).getDeclaringClass() == ((Enum<?>) right).getDeclaringClass();
        }
        return left.getClass() == right.getClass();
    }
}
