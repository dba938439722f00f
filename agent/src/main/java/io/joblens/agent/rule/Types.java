package io.joblens.agent.rule;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Answers questions of hierarchy from class files, as the class's loader finds them; no class is ever loaded for it. What was
 * read is kept as long as the loader lives. Thread-safe.
 */
public final class Types {
    private static final int MOST_KEPT = 20000;
    private static final String DESCRIPTOR_END = ";";

    private final Map<ClassLoader, Map<String, ClassShape>> known =
            new WeakHashMap<ClassLoader, Map<String, ClassShape>>();

    /** Whether a class is, extends or implements a type, however deep; both names with dots only. */
    boolean isSubtype(ClassShape type, String wanted, ClassLoader loader) {
        return isSubtype(type, wanted, loader, new HashSet<String>());
    }

    private boolean isSubtype(ClassShape type, String wanted, ClassLoader loader, Set<String> seen) {
        if (MethodPattern.dotted(type.name()).equals(wanted)) {
            return true;
        }
        for (String parent : type.supertypes()) {
            if (!seen.add(parent)) {
                continue;
            }
            if (MethodPattern.dotted(parent).equals(wanted)) {
                return true;
            }
            ClassShape shape = shape(parent, loader);
            if (shape != null && isSubtype(shape, wanted, loader, seen)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the annotations is the wanted one, or carries it, however deep. */
    boolean isAnnotated(List<String> annotations, String wanted, ClassLoader loader) {
        return isAnnotated(annotations, wanted, loader, new HashSet<String>());
    }

    private boolean isAnnotated(List<String> annotations, String wanted, ClassLoader loader, Set<String> seen) {
        for (String annotation : annotations) {
            if (MethodPattern.dotted(annotation).equals(wanted)) {
                return true;
            }
        }
        for (String annotation : annotations) {
            if (!seen.add(annotation) || annotation.startsWith("Ljava/lang/")) {
                continue;
            }
            ClassShape shape = shape(annotation.substring(1, annotation.length() - DESCRIPTOR_END.length()), loader);
            if (shape != null && isAnnotated(shape.annotations(), wanted, loader, seen)) {
                return true;
            }
        }
        return false;
    }

    private ClassShape shape(String internalName, ClassLoader loader) {
        synchronized (known) {
            Map<String, ClassShape> ofLoader = known.get(loader);
            if (ofLoader != null && ofLoader.containsKey(internalName)) {
                return ofLoader.get(internalName);
            }
        }
        // Outside the lock: the loader may have locks of its own.
        ClassShape shape = read(internalName, loader);
        synchronized (known) {
            Map<String, ClassShape> ofLoader = known.get(loader);
            if (ofLoader == null) {
                ofLoader = new HashMap<String, ClassShape>();
                known.put(loader, ofLoader);
            }
            if (ofLoader.size() < MOST_KEPT) {
                ofLoader.put(internalName, shape);
            }
        }
        return shape;
    }

    private static ClassShape read(String internalName, ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
            return in == null ? null : ClassShape.read(bytes(in), false);
        } catch (IOException unreadable) {
            return null;
        } catch (RuntimeException malformed) {
            return null;
        }
    }

    private static byte[] bytes(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        byte[] buffer = new byte[4096];
        for (int read; (read = in.read(buffer)) > 0; ) {
            out.write(buffer, 0, read);
        }
        return out.toByteArray();
    }
}
