package io.joblens.scenarios;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fifty classes with jobs, loaded and run by sixteen threads at once: through a loader that is parallel capable, and through
 * one that is not and whose look-up of resources takes the same lock as its loading.
 */
public final class ManyClasses {
    private static final int CLASSES = 50;
    private static final int THREADS = 16;

    private ManyClasses() {}

    public static void main(String[] args) throws Exception {
        byte[] template = template();
        List<ClassLoader> loaders = new ArrayList<ClassLoader>();
        loaders.add(new ParallelLoader(template));
        loaders.add(new SerialLoader(template, ManyClasses.class.getClassLoader()));
        loaders.add(new SerialLoader(template, loaders.get(1)));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> ends = new ArrayList<Future<?>>();
        for (int i = 0; i < THREADS; i++) {
            int first = i;
            ends.add(threads.submit(() -> {
                start.await();
                for (int j = 0; j < CLASSES; j++) {
                    String name = name((first * 3 + j) % CLASSES + 1);
                    for (ClassLoader loader : loaders) {
                        ((Runnable) loader.loadClass(name).getConstructor().newInstance()).run();
                    }
                }
                return null;
            }));
        }
        start.countDown();
        for (Future<?> end : ends) {
            end.get();
        }
        threads.shutdown();
        System.out.println("ready");
        Stdin.awaitEnd();
    }

    private static String name(int number) {
        return "io.joblens.scenarios.Job" + (number < 10 ? "0" : "") + number;
    }

    private static byte[] template() throws IOException {
        try (InputStream in = ManyClasses.class.getResourceAsStream("Job00.class")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                bytes.write(b);
            }
            return bytes.toByteArray();
        }
    }

    /** The template with another number, wherever its name stands; the length stays the same. */
    private static byte[] numbered(byte[] template, String name) {
        String text = new String(template, StandardCharsets.ISO_8859_1);
        String number = name.substring(name.length() - 2);
        return text.replace("Job00", "Job" + number).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static final class ParallelLoader extends ClassLoader {
        static {
            registerAsParallelCapable();
        }

        private final byte[] template;

        ParallelLoader(byte[] template) {
            super(ManyClasses.class.getClassLoader());
            this.template = template;
        }

        @Override
        protected Class<?> findClass(String name) {
            byte[] file = numbered(template, name);
            return defineClass(name, file, 0, file.length);
        }
    }

    private static final class SerialLoader extends ClassLoader {
        private final byte[] template;

        SerialLoader(byte[] template, ClassLoader parent) {
            super(parent);
            this.template = template;
        }

        @Override
        protected synchronized Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.joblens.scenarios.Job")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] file = numbered(template, name);
            return defineClass(name, file, 0, file.length);
        }

        @Override
        public synchronized InputStream getResourceAsStream(String name) {
            return super.getResourceAsStream(name);
        }
    }
}
