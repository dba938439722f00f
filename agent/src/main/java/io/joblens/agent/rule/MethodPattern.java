package io.joblens.agent.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Which methods, or fields, a rule means. Immutable. */
public final class MethodPattern {
    private final String text;
    private final boolean field;
    private final Glob className;
    private final Glob member;
    private final List<String> subtypesOf;
    private final List<String> annotatedWith;
    private final List<String> parameters;
    private final List<Glob> except;

    private MethodPattern(
            String text,
            boolean field,
            Glob className,
            Glob member,
            List<String> subtypesOf,
            List<String> annotatedWith,
            List<String> parameters,
            List<Glob> except) {
        this.text = text;
        this.field = field;
        this.className = className;
        this.member = member;
        this.subtypesOf = subtypesOf;
        this.annotatedWith = annotatedWith;
        this.parameters = parameters;
        this.except = except;
    }

    /**
     * A pattern of which each part may be {@code null}.
     *
     * @param className names of nested classes have a {@code .} or a {@code $}
     * @param subtypesOf types of which one is the class or a supertype of it
     * @param annotatedWith annotations of which one is on the method or its class
     * @param parameters their types, as in source
     */
    public static MethodPattern of(
            boolean field,
            String className,
            String member,
            List<String> subtypesOf,
            List<String> annotatedWith,
            List<String> parameters) {
        List<String> dottedTypes = new ArrayList<String>();
        for (String type : subtypesOf == null ? Collections.<String>emptyList() : subtypesOf) {
            dottedTypes.add(dotted(type));
        }
        String text = (className == null ? "**" : className) + "." + (member == null ? "*" : member);
        return new MethodPattern(
                text,
                field,
                className == null ? null : new Glob(dotted(className)),
                new Glob(member == null ? "*" : member),
                dottedTypes,
                annotatedWith == null ? Collections.<String>emptyList() : annotatedWith,
                parameters,
                Collections.<Glob>emptyList());
    }

    /** The same without these classes, whose names may have stars. */
    public MethodPattern except(List<String> classNames) {
        List<Glob> globs = new ArrayList<Glob>();
        for (String name : classNames) {
            globs.add(new Glob(dotted(name)));
        }
        return new MethodPattern(text, field, className, member, subtypesOf, annotatedWith, parameters, globs);
    }

    /** The one class it means, with dots only, or {@code null}. */
    public String exactClass() {
        return className != null && className.isExact() ? className.toString() : null;
    }

    /** The package, or a package above it, in which all its classes are, or {@code null} when they may be anywhere. */
    public String leadingPackage() {
        return className == null || className.leadingSegments().isEmpty() ? null : className.leadingSegments();
    }

    /** Strings of which one stands in the constant pool of every class it could mean; empty when there are none. */
    public List<String> needles() {
        if (member.isExact()) {
            return Collections.singletonList(member.toString());
        }
        List<String> needles = new ArrayList<String>();
        for (String annotation : annotatedWith) {
            needles.add(Vocabulary.descriptor(annotation));
        }
        return needles;
    }

    /** The member's name when it means only one, or {@code null}. */
    public String exactMember() {
        return member.isExact() ? member.toString() : null;
    }

    /** Whether it means fields. */
    public boolean isOfFields() {
        return field;
    }

    /** Whether a class of this name, with dots only, may be meant; looks at nothing else, so it is cheap. */
    public boolean mayMean(String dottedName) {
        if (className != null && !className.matches(dottedName)) {
            return false;
        }
        for (Glob exception : except) {
            if (exception.matches(dottedName)) {
                return false;
            }
        }
        return true;
    }

    /** The members it means; questions of hierarchy come last, since they read other class files. */
    List<ClassShape.Member> members(ClassShape type, ClassLoader loader, Types types) {
        List<ClassShape.Member> meant = new ArrayList<ClassShape.Member>();
        if (!mayMean(dotted(type.name()))) {
            return meant;
        }
        for (ClassShape.Member each : field ? type.fields() : type.methods()) {
            if (isNamed(each) && hasParameters(each)) {
                meant.add(each);
            }
        }
        if (meant.isEmpty() || !isSubtype(type, loader, types)) {
            return Collections.emptyList();
        }
        if (annotatedWith.isEmpty() || isAnnotated(type.annotations(), loader, types)) {
            return meant;
        }
        List<ClassShape.Member> annotated = new ArrayList<ClassShape.Member>();
        for (ClassShape.Member each : meant) {
            if (isAnnotated(each.annotations, loader, types)) {
                annotated.add(each);
            }
        }
        return annotated;
    }

    /** Compilers make bridges, accessors and bodies of lambdas; a pattern means those only by a {@code $} of its own. */
    private boolean isNamed(ClassShape.Member each) {
        if (each.name.startsWith("<") || each.has(Opcodes.ACC_BRIDGE) || !member.matches(each.name)) {
            return false;
        }
        return !each.has(Opcodes.ACC_SYNTHETIC) || member.toString().indexOf('$') >= 0;
    }

    private boolean hasParameters(ClassShape.Member each) {
        if (parameters == null || field) {
            return true;
        }
        Type[] types = Type.getArgumentTypes(each.descriptor);
        if (types.length != parameters.size()) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!isType(types[i].getClassName(), parameters.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A type may be written with its package or without, and variable arguments as in source. */
    private static boolean isType(String found, String written) {
        String name = dotted(found);
        String wanted = dotted(written.replace("...", "[]").replace(" ", ""));
        return name.equals(wanted) || (wanted.indexOf('.') < 0 && name.endsWith("." + wanted));
    }

    private boolean isAnnotated(List<String> annotations, ClassLoader loader, Types types) {
        for (String wanted : annotatedWith) {
            if (types.isAnnotated(annotations, dotted(wanted), loader)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSubtype(ClassShape type, ClassLoader loader, Types types) {
        for (String wanted : subtypesOf) {
            if (types.isSubtype(type, wanted, loader)) {
                return true;
            }
        }
        return subtypesOf.isEmpty();
    }

    /** A class's name, in whatever form, with dots only. */
    public static String dotted(String name) {
        String dots = name.replace('/', '.').replace('$', '.');
        return dots.endsWith(";") ? dots.substring(1, dots.length() - 1) : dots;
    }

    /** Everything it says. */
    String says() {
        return (field ? "field " : "method ") + className + " " + member + " " + subtypesOf + " " + annotatedWith + " "
                + parameters + " " + except;
    }

    /** The class and the member, as they would be written. */
    @Override
    public String toString() {
        return text;
    }
}
