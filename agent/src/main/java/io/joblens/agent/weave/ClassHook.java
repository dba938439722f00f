package io.joblens.agent.weave;

import io.joblens.agent.rule.MethodKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A class of a library that is woven by its name, or the direct subclasses of one, and the advice for some of their methods and
 * constructors. Immutable.
 */
public final class ClassHook {
    private final String internalName;
    private final List<Advised> advised;

    private final boolean isOfSubclasses;

    private ClassHook(String internalName, boolean isOfSubclasses, List<Advised> advised) {
        this.internalName = internalName;
        this.isOfSubclasses = isOfSubclasses;
        this.advised = Collections.unmodifiableList(advised);
    }

    /** @param internalName the class, with slashes */
    public static ClassHook of(String internalName) {
        return new ClassHook(internalName, false, new ArrayList<Advised>());
    }

    /**
     * The classes outside of the JDK that extend this one directly; those that are woven by name are not among them.
     *
     * @param internalName the superclass, with slashes
     */
    public static ClassHook ofSubclasses(String internalName) {
        return new ClassHook(internalName, true, new ArrayList<Advised>());
    }

    /** Also this advice, which runs inside of the advice that was added before. */
    public ClassHook with(MethodKey method, String advice) {
        return with(new Advised(method, advice, null, null));
    }

    /**
     * Also this advice, where the class's loader finds a type and, unless {@code member} is {@code null}, that type declares a
     * method of this name: a sign of the library's version.
     *
     * @param type with dots
     */
    public ClassHook withWhere(String type, String member, MethodKey method, String advice) {
        return with(new Advised(method, advice, type, member));
    }

    /** Also all advice of another hook of the same class. */
    ClassHook and(ClassHook other) {
        List<Advised> all = new ArrayList<Advised>(advised);
        all.addAll(other.advised);
        return new ClassHook(internalName, isOfSubclasses, all);
    }

    String internalName() {
        return internalName;
    }

    boolean isOfSubclasses() {
        return isOfSubclasses;
    }

    List<Advised> advised() {
        return advised;
    }

    private ClassHook with(Advised one) {
        return and(new ClassHook(internalName, isOfSubclasses, Collections.singletonList(one)));
    }

    /** A method and the advice for it. */
    static final class Advised {
        final MethodKey method;
        /** The name of an advice class of the agent. */
        final String advice;
        /** What the loader has to find, or {@code null}. */
        final String type;
        /** What the type has to declare, or {@code null}. */
        final String member;

        Advised(MethodKey method, String advice, String type, String member) {
            this.method = method;
            this.advice = advice;
            this.type = type;
            this.member = member;
        }
    }
}
