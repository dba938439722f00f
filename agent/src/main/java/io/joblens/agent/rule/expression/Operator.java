package io.joblens.agent.rule.expression;

/** Compares two values. */
enum Operator {
    EQUAL("=="),
    UNEQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** The operator which {@code token} is, or {@code null} when it is none. */
    static Operator of(Token token) {
        for (Operator operator : values()) {
            if (token.isSign(operator.sign)) {
                return operator;
            }
        }
        return null;
    }

    /** Whether this asks for an order, not only for equality. */
    boolean orders() {
        return this != EQUAL && this != UNEQUAL;
    }

    /** Whether this accepts the outcome of an ordering comparison, as {@link Comparable} tells it. */
    boolean accepts(int order) {
        switch (this) {
            case EQUAL:
                return order == 0;
            case UNEQUAL:
                return order != 0;
            case LESS:
                return order < 0;
            case AT_MOST:
                return order <= 0;
            case GREATER:
                return order > 0;
            default:
                return order >= 0;
        }
    }

    /** The operator that says the same with its sides exchanged. */
    Operator mirrored() {
        switch (this) {
            case LESS:
                return GREATER;
            case AT_MOST:
                return AT_LEAST;
            case GREATER:
                return LESS;
            case AT_LEAST:
                return AT_MOST;
            default:
                return this;
        }
    }
}
