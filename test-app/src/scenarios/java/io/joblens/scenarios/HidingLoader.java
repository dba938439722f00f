package io.joblens.scenarios;

import java.net.URL;
import java.net.URLClassLoader;

/** A worker in a class loader of its own that shares nothing with the rest of the JVM but the JDK, by refusing names. */
public final class HidingLoader extends URLClassLoader {
    private HidingLoader(URL[] urls) {
        super(urls, null);
    }

    public static void main(String[] args) throws Exception {
        URL own = HidingLoader.class.getProtectionDomain().getCodeSource().getLocation();
        HidingLoader loader = new HidingLoader(new URL[] {own});
        loader.loadClass("io.joblens.scenarios.FirstJob")
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("io.joblens.") && !name.startsWith("io.joblens.scenarios.")) {
            throw new ClassNotFoundException(name + " is none of yours");
        }
        return super.loadClass(name, resolve);
    }
}
