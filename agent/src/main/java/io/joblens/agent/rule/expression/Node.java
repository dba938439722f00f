package io.joblens.agent.rule.expression;

import java.util.List;

/** A condition as a tree. Immutable; what is done with it stands in its visitors. */
abstract class Node {
    interface Visitor<R> {
        R comparison(Comparison node);

        R membership(Membership node);

        R containment(Containment node);

        R typeTest(TypeTest node);

        R truth(Truth node);

        R junction(Junction node);

        R negation(Negation node);
    }

    abstract <R> R accept(Visitor<R> visitor);

    /** {@code left == right}; at least the left side is a path. */
    static final class Comparison extends Node {
        final ValuePath left;
        final Operator operator;
        final Operand right;

        Comparison(ValuePath left, Operator operator, Operand right) {
            this.left = left;
            this.operator = operator;
            this.right = right;
        }

        @Override
        <R> R accept(Visitor<R> visitor) {
            return visitor.comparison(this);
        }

        @Override
        public String toString() {
            return "(" + left + " " + operator.sign + " " + right + ")";
        }
    }

    /** {@code path in [a, b]}. */
    static final class Membership extends Node {
        final ValuePath path;
        final List<Operand> choices;

        Membership(ValuePath path, List<Operand> choices) {
            this.path = path;
            this.choices = choices;
        }

        @Override
        <R> R accept(Visitor<R> visitor) {
            return visitor.membership(this);
        }

        @Override
        public String toString() {
            return "(" + path + " in " + choices + ")";
        }
    }

    /** {@code path contains part}. */
    static final class Containment extends Node {
        final ValuePath path;
        final Operand part;

        Containment(ValuePath path, Operand part) {
            this.path = path;
            this.part = part;
        }

        @Override
        <R> R accept(Visitor<R> visitor) {
            return visitor.containment(this);
        }

        @Override
        public String toString() {
            return "(" + path + " contains " + part + ")";
        }
    }

    /** {@code path is Type}. */
    static final class TypeTest extends Node {
        final ValuePath path;
        final TypeName type;

        TypeTest(ValuePath path, TypeName type) {
            this.path = path;
            this.type = type;
        }

        @Override
        <R> R accept(Visitor<R> visitor) {
            return visitor.typeTest(this);
        }

        @Override
        public String toString() {
            return "(" + path + " is " + type + ")";
        }
    }

    /** A path that stands alone and is true or false. */
    static final class Truth extends Node {
        final ValuePath path;

        Truth(ValuePath path) {
            this.path = path;
        }

        @Override
        <R> R accept(Visitor<R> visitor) {
            return visitor.truth(this);
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** {@code left and right}, or {@code left or right}. */
    static final class Junction extends Node {
        final Node left;
        final Node right;
        /** Whether both sides have to hold, and not just either. */
        final boolean both;

        private Junction(Node left, Node right, boolean both) {
            this.left = left;
            this.right = right;
            this.both = both;
        }

        static Junction both(Node left, Node right) {
            return new Junction(left, right, true);
        }

        static Junction either(Node left, Node right) {
            return new Junction(left, right, false);
        }

        @Override
        <R> R accept(Visitor<R> visitor) {
            return visitor.junction(this);
        }

        @Override
        public String toString() {
            return "(" + left + (both ? " and " : " or ") + right + ")";
        }
    }

    static final class Negation extends Node {
        final Node node;

        Negation(Node node) {
            this.node = node;
        }

        @Override
        <R> R accept(Visitor<R> visitor) {
            return visitor.negation(this);
        }

        @Override
        public String toString() {
            return "(not " + node + ")";
        }
    }
}
