package io.joblens.agent.rule.expression;

import java.util.Collection;
import java.util.TreeSet;
import net.bytebuddy.description.ModifierReviewable;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;

/**
 * Finds properties of described classes, as their declared types. Throws what the type pool throws for a missing
 * class.
 */
final class DescribedMembers implements Members<TypeDescription, TypeDescription.Generic> {
    static final PropertySearch<TypeDescription, TypeDescription.Generic> SEARCH =
            new PropertySearch<>(new DescribedMembers());

    @Override
    public TypeDescription superclass(TypeDescription type) {
        TypeDescription.Generic superclass = type.getSuperClass();
        return superclass == null ? null : superclass.asErasure();
    }

    @Override
    public Collection<TypeDescription> interfaces(TypeDescription type) {
        return type.getInterfaces().asErasures();
    }

    @Override
    public TypeDescription.Generic method(TypeDescription type, String name, boolean ofTruth) {
        for (MethodDescription method : type.getDeclaredMethods()) {
            if (method.getName().equals(name) && reads(type, method) && (!ofTruth || isTruth(method))) {
                return method.getReturnType();
            }
        }
        return null;
    }

    @Override
    public TypeDescription.Generic field(TypeDescription type, String name) {
        for (FieldDescription field : type.getDeclaredFields()) {
            if (field.getName().equals(name) && reads(type, field)) {
                return field.getType();
            }
        }
        return null;
    }

    @Override
    public Collection<String> names(TypeDescription type) {
        Collection<String> names = new TreeSet<>();
        for (MethodDescription method : type.getDeclaredMethods()) {
            if (reads(type, method)) {
                names.add(method.getName());
            }
        }
        for (FieldDescription field : type.getDeclaredFields()) {
            if (reads(type, field) && !field.isSynthetic()) {
                names.add(field.getName());
            }
        }
        return names;
    }

    /** A bridge only repeats, with a wider type, what another method says. */
    private static boolean reads(TypeDescription owner, MethodDescription method) {
        return method.isMethod()
                && isReachable(owner, method)
                && !method.isStatic()
                && !method.isBridge()
                && method.getParameters().isEmpty()
                && !method.getReturnType().represents(void.class);
    }

    private static boolean reads(TypeDescription owner, FieldDescription field) {
        return !field.isStatic() && isReachable(owner, field);
    }

    /** The JDK is never forced open. */
    private static boolean isReachable(TypeDescription owner, ModifierReviewable.OfByteCodeElement member) {
        return member.isPublic() || !owner.getName().startsWith("java.");
    }

    private static boolean isTruth(MethodDescription method) {
        return method.getReturnType().represents(boolean.class)
                || method.getReturnType().represents(Boolean.class);
    }
}
