package io.joblens.agent.rule.expression;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;

/** Follows a path through the declared types of a method. */
final class PathCheck {
    private final Mistake mistake;
    private final Declared type;

    private PathCheck(Mistake mistake, Declared type) {
        this.mistake = mistake;
        this.type = type;
    }

    static PathCheck of(ValuePath path, MethodDescription method) {
        String sentence = rootMistake(path.root(), method);
        if (sentence != null) {
            return new PathCheck(new Mistake(path.column(), sentence), null);
        }
        try {
            return followed(path, method);
        } catch (RuntimeException | LinkageError e) {
            // A class file is missing or malformed: whatever would follow from it cannot be known.
            return new PathCheck(null, null);
        }
    }

    /** None or one: where a path goes wrong, the rest of it means nothing. */
    List<Mistake> mistakes() {
        return mistake == null ? Collections.<Mistake>emptyList() : Collections.singletonList(mistake);
    }

    /** What the path is declared to lead to, or {@code null} when that is unknown. */
    Declared type() {
        return type;
    }

    private static String rootMistake(Root root, MethodDescription method) {
        String name = nameOf(method);
        if (root == Root.THIS && method.isStatic()) {
            return "`this` has no value, `" + name + "` is static; use an argument";
        }
        int parameters = method.getParameters().size();
        if (root.argumentIndex() < parameters) {
            return null;
        }
        return "`" + root + "` has no value, `" + name + "` has "
                + (parameters == 0
                        ? "no parameters"
                        : parameters == 1
                                ? "one parameter, `arg0`"
                                : parameters + " parameters, `arg0` to `arg" + (parameters - 1) + "`");
    }

    private static PathCheck followed(ValuePath path, MethodDescription method) {
        if (path.root() == Root.METHOD) {
            return new PathCheck(
                    null,
                    Declared.of(TypeDescription.ForLoadedType.of(String.class).asGenericType()));
        }
        String sentence = path.root() == Root.RETURN ? returnMistake(method) : null;
        if (sentence != null) {
            return new PathCheck(new Mistake(path.column(), sentence), null);
        }
        Declared type = rootType(path.root(), method);
        for (int i = 0; i < path.steps().size() && type != null; i++) {
            Step step = path.steps().get(i);
            sentence = stepMistake(path.before(i), step, type);
            if (sentence != null) {
                return new PathCheck(new Mistake(step.column, sentence), null);
            }
            type = next(step, type);
        }
        return new PathCheck(null, type);
    }

    private static String returnMistake(MethodDescription method) {
        String found =
                method.getReturnType().represents(void.class) ? "`" + nameOf(method) + "` returns nothing" : null;
        if (found == null) {
            Declared type = rootType(Root.RETURN, method);
            found = type != null && type.type.represents(Void.class)
                    ? "`" + nameOf(method) + "` completes with nothing"
                    : null;
        }
        return found == null ? null : "`return` has no value, " + found + "; use `thrown`, `this` or an argument";
    }

    private static String nameOf(MethodDescription method) {
        return Declared.simpleName(method.getDeclaringType().asErasure()) + "." + method.getName();
    }

    private static Declared rootType(Root root, MethodDescription method) {
        if (root == Root.THROWN || root == Root.NOTHING) {
            // Declared nowhere: anything can be thrown.
            return null;
        }
        if (root == Root.THIS) {
            return Declared.of(method.getDeclaringType().asErasure().asGenericType());
        }
        if (root.isArgument()) {
            return Declared.of(method.getParameters().get(root.argumentIndex()).getType());
        }
        Declared returned = Declared.of(method.getReturnType());
        boolean isLater = returned != null
                && (ColdTypes.contains(returned.type)
                        || returned.type.isAssignableTo(CompletionStage.class)
                        || returned.type.isAssignableTo(Future.class));
        return isLater ? returned.lastArgument() : returned;
    }

    private static String stepMistake(ValuePath path, Step step, Declared type) {
        String found = "`" + path + "` is " + type.described();
        if (type.type.isPrimitive()) {
            return found + ", which holds nothing; leave `" + step + "` away";
        }
        switch (step.kind) {
            case PROPERTY:
                boolean isAbsent = type.isArray()
                        ? !step.name.equals("length") && type.property(step.name) == null
                        : type.isConcrete() && !type.isMap() && type.property(step.name) == null;
                return isAbsent
                        ? found + ", which has no property `" + step.name + "`" + proposal(step.name, type)
                        : null;
            case ELEMENT:
                boolean hasElements = type.isArray() || type.type.isAssignableTo(List.class);
                return hasElements || !type.isConcrete()
                        ? null
                        : found + ", which has no elements; `" + step + "` reads arrays and lists";
            default:
                return type.isMap() || !isClosed(type)
                        ? null
                        : found + ", which is no map; write `." + step.name + "` for a property";
        }
    }

    /** The modifiers of an array say abstract, yet nothing can add to what it holds. */
    private static boolean isClosed(Declared type) {
        return type.isArray() || type.isConcrete();
    }

    private static String proposal(String name, Declared type) {
        if (type.isArray()) {
            return "; write `.length` or `[0]`";
        }
        String clause = Nearest.clause(name, type.properties());
        return clause.isEmpty() && !type.properties().isEmpty() ? "; it has " + Listing.of(type.properties()) : clause;
    }

    private static Declared next(Step step, Declared type) {
        switch (step.kind) {
            case PROPERTY:
                if (type.isMap()) {
                    return type.lastArgument();
                }
                if (type.isArray() && step.name.equals("length")) {
                    return Declared.of(
                            TypeDescription.ForLoadedType.of(int.class).asGenericType());
                }
                TypeDescription.Generic property = type.property(step.name);
                return property == null ? null : Declared.of(property);
            case ELEMENT:
                return type.isArray() ? type.component() : type.lastArgument();
            default:
                return type.lastArgument();
        }
    }
}
