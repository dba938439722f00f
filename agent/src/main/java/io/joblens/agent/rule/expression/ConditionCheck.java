package io.joblens.agent.rule.expression;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;

/** Holds a condition against the declared types of a method. */
final class ConditionCheck implements Node.Visitor<Void> {
    private final MethodDescription method;
    private final List<Mistake> mistakes = new ArrayList<>();

    private ConditionCheck(MethodDescription method) {
        this.method = method;
    }

    static List<Mistake> of(Node node, MethodDescription method) {
        ConditionCheck check = new ConditionCheck(method);
        node.accept(check);
        return check.mistakes;
    }

    @Override
    public Void comparison(Node.Comparison node) {
        return compare(node.left, typeOf(node.left), node.right);
    }

    @Override
    public Void membership(Node.Membership node) {
        Declared type = typeOf(node.path);
        for (Operand choice : node.choices) {
            compare(node.path, type, choice);
        }
        return null;
    }

    @Override
    public Void containment(Node.Containment node) {
        Declared type = typeOf(node.path);
        if (node.part instanceof ValuePath) {
            typeOf((ValuePath) node.part);
        }
        if (type == null || type.holdsParts()) {
            return null;
        }
        return note(
                node.path.column(),
                () -> "`" + node.path + "` is " + type.described()
                        + ", which contains nothing; `contains` asks texts, bytes, collections and arrays");
    }

    @Override
    public Void typeTest(Node.TypeTest node) {
        Declared type = typeOf(node.path);
        if (type == null) {
            return null;
        }
        return note(
                node.path.column(),
                () -> isNever(type, node.type)
                        ? "`" + node.path + "` is " + type.described() + ", which never is a `" + node.type + "`"
                        : null);
    }

    @Override
    public Void truth(Node.Truth node) {
        Declared type = typeOf(node.path);
        if (type == null || type.kind == Declared.Kind.TRUTH || type.kind == Declared.Kind.ANY) {
            return null;
        }
        return note(
                node.path.column(),
                () -> "`" + node.path + "` is " + type.described()
                        + ", which is neither true nor false; compare it, as in `" + node.path + " == …`");
    }

    @Override
    public Void junction(Node.Junction node) {
        node.left.accept(this);
        return node.right.accept(this);
    }

    @Override
    public Void negation(Node.Negation node) {
        return node.node.accept(this);
    }

    private Void compare(ValuePath path, Declared type, Operand operand) {
        if (operand instanceof ValuePath) {
            Declared other = typeOf((ValuePath) operand);
            return type == null || other == null
                    ? null
                    : note(path.column(), () -> unlike(path, type, (ValuePath) operand, other));
        }
        return type == null
                ? null
                : note(operand.column(), () -> new LiteralCheck(path, type).against((Literal) operand));
    }

    private Declared typeOf(ValuePath path) {
        PathCheck check = PathCheck.of(path, method);
        mistakes.addAll(check.mistakes());
        return check.type();
    }

    /** Values of these kinds equal only their like; of all others the class itself decides. */
    private static String unlike(ValuePath path, Declared type, ValuePath otherPath, Declared other) {
        boolean isClear = isBasic(type.kind) && other.kind != Declared.Kind.ANY
                || isBasic(other.kind) && type.kind != Declared.Kind.ANY;
        return isClear && type.kind != other.kind
                ? "`" + path + "` is " + type.described() + " and `" + otherPath + "` is " + other.described()
                        + ", which never compare; compare values of one kind"
                : null;
    }

    private static boolean isBasic(Declared.Kind kind) {
        return kind == Declared.Kind.TRUTH || kind == Declared.Kind.NUMBER || kind == Declared.Kind.CHARACTER;
    }

    /** Whether no value can be of the named type: only a final class has no subclasses to hope for. */
    private static boolean isNever(Declared declared, TypeName name) {
        TypeDescription type = declared.type;
        return type.isFinal() && !type.isPrimitive() && !type.isArray() && !isOf(type, name);
    }

    private static boolean isOf(TypeDescription type, TypeName name) {
        if (name.matches(type.getName())) {
            return true;
        }
        TypeDescription.Generic superclass = type.getSuperClass();
        if (superclass != null && isOf(superclass.asErasure(), name)) {
            return true;
        }
        for (TypeDescription each : type.getInterfaces().asErasures()) {
            if (isOf(each, name)) {
                return true;
            }
        }
        return false;
    }

    private Void note(int column, Finding finding) {
        try {
            String sentence = finding.sentence();
            if (sentence != null) {
                mistakes.add(new Mistake(column, sentence));
            }
        } catch (RuntimeException | LinkageError e) {
            // A class file is missing or malformed: nothing can be held against the condition.
            return null;
        }
        return null;
    }

    private interface Finding {
        /** {@code null} when all is well. */
        String sentence();
    }
}
