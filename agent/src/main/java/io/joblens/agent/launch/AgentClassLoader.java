package io.joblens.agent.launch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;

/**
 * Reads the agent's classes from its JAR, where they stand in {@linkplain Pack packs}, so that no other class loader takes
 * them for classes. Its own classes come before those of its parent, the platform loader, in case another agent has put a
 * library of ours on the bootstrap path.
 */
final class AgentClassLoader extends ClassLoader {
    private static final String[][] PACKS = {
        {"io/joblens/agent/DoorWatch", "joblens/agent-later.pack"},
        {"io/joblens/agent/config/YamlFile", "joblens/agent-later.pack"},
        {"io/joblens/agent/cli/", "joblens/agent-later.pack"},
        {"io/joblens/agent/context/", "joblens/agent-later.pack"},
        {"io/joblens/agent/door/", "joblens/agent-later.pack"},
        {"io/joblens/agent/http/", "joblens/agent-later.pack"},
        {"io/joblens/agent/jvm/", "joblens/agent-later.pack"},
        {"io/joblens/agent/later/", "joblens/agent-later.pack"},
        {"io/joblens/agent/push/", "joblens/agent-later.pack"},
        {"io/joblens/agent/rule/expression/", "joblens/agent-later.pack"},
        {"io/joblens/agent/rule/yaml/", "joblens/agent-later.pack"},
        {"io/joblens/agent/runs/", "joblens/agent-later.pack"},
        {"io/joblens/agent/trace/", "joblens/agent-later.pack"},
        {"io/joblens/page/", "joblens/page.pack"},
        {"io/joblens/", "joblens/agent.pack"},
        {"net/bytebuddy/", "joblens/byte-buddy.pack"},
        {"com/fasterxml/", "joblens/jackson-core.pack"},
        {"org/snakeyaml/", "joblens/snakeyaml-engine.pack"},
        {"org/bouncycastle/", "joblens/bcrypt.pack"},
        {"picocli/", "joblens/picocli.pack"},
    };
    private static final String CLASS = ".class";

    static {
        registerAsParallelCapable();
    }

    private final JarFile jar;
    private final Map<String, Pack> packs = new HashMap<String, Pack>();

    AgentClassLoader(JarFile jar, ClassLoader parent) {
        super(parent);
        this.jar = jar;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        String file = name.replace('.', '/').concat(CLASS);
        if (packOf(file) == null) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] bytes = bytes(file);
            return bytes == null ? super.loadClass(name, resolve) : defineClass(name, bytes, 0, bytes.length);
        }
    }

    /** The bytes of a class or file of the agent; other resources there are none. */
    @Override
    public InputStream getResourceAsStream(String name) {
        boolean isClass = name.endsWith(CLASS);
        try {
            byte[] bytes = bytes(name);
            return bytes == null && !isClass
                    ? null
                    : bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
        } catch (ClassNotFoundException damaged) {
            return null;
        }
    }

    /** The class file, or {@code null} when it is none of the agent. */
    private byte[] bytes(String file) throws ClassNotFoundException {
        String pack = packOf(file);
        if (pack == null) {
            return null;
        }
        try {
            return pack(pack).bytes(file);
        } catch (IOException e) {
            throw new ClassNotFoundException(file, e);
        }
    }

    private static String packOf(String file) {
        for (String[] pack : PACKS) {
            if (file.startsWith(pack[0])) {
                return pack[1];
            }
        }
        return null;
    }

    private Pack pack(String name) throws IOException {
        synchronized (packs) {
            Pack pack = packs.get(name);
            if (pack == null) {
                pack = Pack.read(jar, name);
                packs.put(name, pack);
            }
            return pack;
        }
    }
}
