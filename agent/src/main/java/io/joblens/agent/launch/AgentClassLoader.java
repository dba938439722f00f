package io.joblens.agent.launch;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Reads the agent's classes from its JAR, where they stand under {@value #PREFIX} with the ending {@value #ENDING}, so that no
 * other class loader takes them for classes. Its own classes come before those of its parent, the platform loader, in
 * case another agent has put a library of ours on the bootstrap path.
 */
final class AgentClassLoader extends ClassLoader {
    static final String PREFIX = "joblens/";
    static final String ENDING = ".classdata";

    private static final String CLASS = ".class";

    static {
        registerAsParallelCapable();
    }

    private final JarFile jar;

    AgentClassLoader(JarFile jar, ClassLoader parent) {
        super(parent);
        this.jar = jar;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        ZipEntry entry = name.startsWith("java.") ? null : jar.getEntry(entryName(name.replace('.', '/')));
        if (entry == null) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name, entry);
        }
    }

    /** The bytes of a class of the agent; other resources there are none. */
    @Override
    public InputStream getResourceAsStream(String name) {
        if (!name.endsWith(CLASS)) {
            return null;
        }
        ZipEntry entry = jar.getEntry(entryName(name.substring(0, name.length() - CLASS.length())));
        if (entry == null) {
            return super.getResourceAsStream(name);
        }
        try {
            return new ByteArrayInputStream(bytes(entry));
        } catch (IOException e) {
            return null;
        }
    }

    private Class<?> define(String name, ZipEntry entry) throws ClassNotFoundException {
        try {
            byte[] bytes = bytes(entry);
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private byte[] bytes(ZipEntry entry) throws IOException {
        byte[] bytes = new byte[(int) entry.getSize()];
        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            in.readFully(bytes);
        }
        return bytes;
    }

    private static String entryName(String internalName) {
        return PREFIX + internalName + ENDING;
    }
}
