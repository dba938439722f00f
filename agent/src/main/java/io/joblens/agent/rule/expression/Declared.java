package io.joblens.agent.rule.expression;

import java.util.Collection;
import java.util.Map;
import net.bytebuddy.description.type.TypeDescription;

/** The type a path is declared to have: what every value of it can and cannot be. Throws as its type pool does. */
final class Declared {
    /** What decides which constants a value can equal. */
    enum Kind {
        TRUTH,
        NUMBER,
        CHARACTER,
        TEXT,
        ENUM,
        /** A class whose values equal no constant of the language. */
        OBJECT,
        /** A type whose values can be anything. */
        ANY
    }

    final Kind kind;
    final TypeDescription type;
    private final TypeDescription.Generic generic;

    private Declared(TypeDescription.Generic generic) {
        this.generic = generic;
        this.type = generic.asErasure();
        this.kind = kind(type);
    }

    /** Of a declaration, or {@code null} where it leaves the type open. */
    static Declared of(TypeDescription.Generic declaration) {
        if (declaration.getSort().isWildcard()) {
            return of(declaration.getUpperBounds().getOnly());
        }
        return declaration.getSort().isTypeVariable() ? null : new Declared(declaration);
    }

    private static Kind kind(TypeDescription type) {
        String name = type.isPrimitive() ? type.asBoxed().getName() : type.getName();
        if (name.equals("java.lang.Boolean") || name.equals("java.util.concurrent.atomic.AtomicBoolean")) {
            return Kind.TRUTH;
        }
        if (name.equals("java.lang.Character")) {
            return Kind.CHARACTER;
        }
        if (type.isPrimitive()) {
            return Kind.NUMBER;
        }
        if (type.isInterface() || name.equals("java.lang.Object") || name.equals("java.lang.Enum")) {
            return Kind.ANY;
        }
        if (type.isEnum()) {
            return Kind.ENUM;
        }
        if (type.isAssignableTo(Number.class)) {
            return Kind.NUMBER;
        }
        return type.isAssignableTo(CharSequence.class) ? Kind.TEXT : Kind.OBJECT;
    }

    boolean isMap() {
        return type.isAssignableTo(Map.class);
    }

    /** Whether there can be something in it: a text, bytes, a collection or an array. */
    boolean holdsParts() {
        boolean open = kind == Kind.ANY || kind == Kind.TEXT || !type.isFinal() && kind == Kind.OBJECT;
        return open || isArray() || type.isAssignableTo(Collection.class);
    }

    boolean isArray() {
        return type.isArray();
    }

    /**
     * Whether values are likely of this very class. A property it does not have is then a mistake, although a subclass
     * might have it; exceptions are subclassed too often for that.
     */
    boolean isConcrete() {
        return !type.isAbstract() && !type.represents(Object.class) && !type.isAssignableTo(Throwable.class);
    }

    /**
     * The only type argument or the last of two, of a collection, map or future of the JDK; {@code null} when unknown.
     */
    Declared lastArgument() {
        if (!generic.getSort().isParameterized() || !type.getName().startsWith("java.util.")) {
            return null;
        }
        return of(generic.getTypeArguments().get(generic.getTypeArguments().size() - 1));
    }

    Declared component() {
        TypeDescription.Generic component = generic.getComponentType();
        return component == null ? null : of(component);
    }

    /** The name without its package, with an article: {@code an Outer.Inner}. */
    String described() {
        String name = simpleName(type);
        return ("aeiouAEIOU".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
    }

    static String simpleName(TypeDescription type) {
        String name = type.getActualName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }

    Collection<String> properties() {
        return DescribedMembers.SEARCH.names(type);
    }

    /** The type of a property; {@code null} when it is open or there is no such property. */
    TypeDescription.Generic property(String name) {
        return DescribedMembers.SEARCH.find(type, name);
    }
}
