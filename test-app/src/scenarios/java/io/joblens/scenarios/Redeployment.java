package io.joblens.scenarios;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Deploys {@link Redeployed}, has it work, and on the first byte of stdin undeploys it and tells whether it can be collected. */
public final class Redeployment {
    private static final int MOST_COLLECTIONS = 100;
    private static final int PATIENCE_MILLIS = 100;

    private Redeployment() {}

    public static void main(String[] args) throws Exception {
        // As servers do: a thread that the library started within a deployment would hold that by its inherited rights.
        LoggerFactory.getLogger("server");
        ReferenceQueue<ClassLoader> collected = new ReferenceQueue<ClassLoader>();
        List<Runnable> deployed = new ArrayList<Runnable>();
        deployed.add(deploy());
        WeakReference<ClassLoader> undeployed = new WeakReference<ClassLoader>(deployed.get(0).getClass().getClassLoader(), collected);
        System.out.println("deployed");
        System.in.read();
        deployed.clear();
        boolean gone = false;
        for (int i = 0; i < MOST_COLLECTIONS && !gone; i++) {
            System.gc();
            gone = collected.remove(PATIENCE_MILLIS) == undeployed;
        }
        System.out.println(gone ? "collected" : "still there");
        Stdin.awaitEnd();
    }

    private static Runnable deploy() throws Exception {
        Runnable deployment = (Runnable) new Deployment()
                .loadClass("io.joblens.scenarios.Redeployed")
                .getConstructor()
                .newInstance();
        deployment.run();
        return deployment;
    }

    /** Brings its own copy of the deployment's classes, and has the rest from the application. */
    private static final class Deployment extends URLClassLoader {
        Deployment() {
            super(
                    new URL[] {Redeployment.class.getProtectionDomain().getCodeSource().getLocation()},
                    Redeployment.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.joblens.scenarios.Redeployed")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }
    }
}
