package io.joblens.agent.weave;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.utility.OpenedClassReader;

/** The hooks of libraries, found by a class's name or by its superclass. Immutable. */
final class Hooks {
    private final Map<String, ClassHook> byName = new HashMap<String, ClassHook>();
    private final Map<String, ClassHook> bySuperclass = new HashMap<String, ClassHook>();
    /** Tells which classes name such a superclass at all; {@code null} where none is hooked. */
    private final ConstantPool superclasses;

    Hooks(List<ClassHook> hooks) {
        for (ClassHook hook : hooks) {
            Map<String, ClassHook> map = hook.isOfSubclasses() ? bySuperclass : byName;
            ClassHook known = map.get(hook.internalName());
            map.put(hook.internalName(), known == null ? hook : known.and(hook));
        }
        superclasses = bySuperclass.isEmpty() ? null : new ConstantPool(bySuperclass.keySet());
    }

    /** Whether the class is woven for its name alone. */
    boolean names(String internalName) {
        return byName.containsKey(internalName);
    }

    /** The hook of a class, or {@code null}. */
    ClassHook of(String internalName, byte[] file) {
        ClassHook named = byName.get(internalName);
        if (named != null || superclasses == null || !superclasses.holdsNeedle(file)) {
            return named;
        }
        return bySuperclass.get(OpenedClassReader.of(file).getSuperName());
    }
}
