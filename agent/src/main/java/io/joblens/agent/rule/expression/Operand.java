package io.joblens.agent.rule.expression;

/** What can stand beside an operator: a {@link ValuePath} or a {@link Literal}. */
interface Operand {
    /** Where it stands in the text, counted from 1. */
    int column();
}
