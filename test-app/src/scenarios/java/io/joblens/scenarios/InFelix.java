package io.joblens.scenarios;

import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;

/** Runs the main class of a bundle inside of Apache Felix, which is known here by name only. */
public final class InFelix {
    private InFelix() {}

    /** Arguments: the folder of the framework's cache, the bundle's URL, the main class. */
    public static void main(String[] args) throws Exception {
        Map<String, String> settings = new HashMap<String, String>();
        settings.put("org.osgi.framework.storage", args[0]);
        Class<?> factoryType = Class.forName("org.osgi.framework.launch.FrameworkFactory");
        Object factory = ServiceLoader.load(factoryType).iterator().next();
        Object framework = factoryType.getMethod("newFramework", Map.class).invoke(factory, settings);
        Class<?> frameworkType = Class.forName("org.osgi.framework.launch.Framework");
        frameworkType.getMethod("start").invoke(framework);
        Class<?> bundleType = Class.forName("org.osgi.framework.Bundle");
        Object context = bundleType.getMethod("getBundleContext").invoke(framework);
        Object bundle = Class.forName("org.osgi.framework.BundleContext")
                .getMethod("installBundle", String.class)
                .invoke(context, args[1]);
        Class<?> main = (Class<?>)
                bundleType.getMethod("loadClass", String.class).invoke(bundle, args[2]);
        main.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        frameworkType.getMethod("stop").invoke(framework);
        frameworkType.getMethod("waitForStop", long.class).invoke(framework, 0L);
    }
}
