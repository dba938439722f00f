package io.joblens.agent.weave;

import io.joblens.agent.config.Announcement;
import io.joblens.bootstrap.report.Reports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;

/**
 * The classes that were there before the agent was attached: those that would have been woven are transformed again. Their
 * class files are looked at first, because to transform a class again costs the JVM much more than to read its file.
 */
public final class LoadedClasses implements Runnable {
    private static final int CHUNK = 8192;

    private final Instrumentation instrumentation;
    private final Weaver weaver;

    private LoadedClasses(Instrumentation instrumentation, Weaver weaver) {
        this.instrumentation = instrumentation;
        this.weaver = weaver;
    }

    /** Has them transformed again, on a thread of its own; the weaver must be among the transformers already. */
    public static void transformAgain(Instrumentation instrumentation, Weaver weaver) {
        Thread thread = new Thread(new LoadedClasses(instrumentation, weaver), "joblens-loaded-classes");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
    }

    /** Transforms again the classes of the JDK that are woven by name and are loaded already, by another agent say. */
    public static void transformHooked(Instrumentation instrumentation, Weaver weaver) {
        LoadedClasses loaded = new LoadedClasses(instrumentation, weaver);
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (type.getClassLoader() == null && loaded.isToBeWoven(type, null)) {
                loaded.transformAgain(type);
            }
        }
    }

    @Override
    public void run() {
        StringBuilder woven = new StringBuilder();
        ClassLoader platform = ClassLoader.getSystemClassLoader().getParent();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            ClassLoader loader = type.getClassLoader();
            if (loader != platform && isToBeWoven(type, loader) && transformAgain(type)) {
                woven.append(woven.length() == 0 ? "" : ",").append(type.getName());
            }
        }
        Announcement.WOVEN.say(woven.toString());
    }

    private boolean isToBeWoven(Class<?> type, ClassLoader loader) {
        if (type.isArray() || !instrumentation.isModifiableClass(type)) {
            return false;
        }
        String internalName = type.getName().replace('.', '/');
        weaver.sighted(internalName, loader);
        if (loader == null) {
            return weaver.isHooked(internalName);
        }
        try {
            byte[] file = fileOf(loader, internalName);
            return file != null && weaver.plansLoaded(loader, internalName, file);
        } catch (Throwable ofTheLoader) {
            return false;
        }
    }

    /** The class file as its loader finds it, or {@code null}: a loader that was closed, say, has none any more. */
    static byte[] fileOf(ClassLoader loader, String internalName) {
        try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
            return in == null ? null : bytes(in);
        } catch (Throwable ofTheLoader) {
            return null;
        }
    }

    private boolean transformAgain(Class<?> type) {
        try {
            instrumentation.retransformClasses(type);
            return true;
        } catch (Throwable thrown) {
            Reports.say(type.getName() + " could not be woven after it was loaded and is not measured: " + thrown);
            return false;
        }
    }

    private static byte[] bytes(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            bytes.write(chunk, 0, read);
        }
        return bytes.toByteArray();
    }
}
