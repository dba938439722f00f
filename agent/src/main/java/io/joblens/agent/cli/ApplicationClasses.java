package io.joblens.agent.cli;

import io.joblens.agent.rule.RuleSet;
import io.joblens.agent.weave.Hook;
import io.joblens.agent.weave.NearMisses;
import io.joblens.agent.weave.Presets;
import io.joblens.agent.weave.Preview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;

/**
 * The classes of an application, read once: those that could be hooked are kept, of the others only where they are, for when
 * a type has to be described. A few threads unpack and look; what they found is taken in the order of the class path. Not
 * thread-safe; to be closed.
 */
final class ApplicationClasses implements ClassFileSource.Visitor, ClassFileLocator, NearMisses.Classes {
    private static final String CLASS = ".class";
    private static final int THREADS =
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
    /** So many batches may wait to be taken, so that a large application is not in memory as a whole. */
    private static final int AHEAD = 4 * THREADS;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Deque<Future<List<Look>>> looks = new ArrayDeque<Future<List<Look>>>();
    private final Archive.Unpacker unpacker = new Archive.Unpacker();
    private final Preview preview;
    private final Progress progress;
    private final List<String> problems = new ArrayList<String>();
    private final Map<String, byte[]> matches = new LinkedHashMap<String, byte[]>();
    private final Map<String, ClassFile> files = new HashMap<String, ClassFile>();

    /** @param rules what the configuration says of methods, or {@code null} when it says nothing */
    ApplicationClasses(Progress progress, RuleSet rules, Presets presets) {
        this.progress = progress;
        this.preview = new Preview(this, rules, presets);
    }

    /** Adds a folder or an archive. */
    void add(Path added) {
        ClassFileSource.visit(added, this);
        while (!looks.isEmpty()) {
            take();
        }
    }

    @Override
    public void classFiles(final List<ClassFile> batch) {
        looks.add(threads.submit(new Callable<List<Look>>() {
            @Override
            public List<Look> call() {
                return look(batch);
            }
        }));
        if (looks.size() > AHEAD) {
            take();
        }
    }

    @Override
    public void unreadable(String place, IOException why) {
        problems.add(place + " cannot be read (" + why.getMessage() + "); it is left out");
    }

    private List<Look> look(List<ClassFile> batch) {
        List<Look> found = new ArrayList<Look>(batch.size());
        try (Archive.Unpacker own = new Archive.Unpacker()) {
            for (ClassFile file : batch) {
                found.add(look(file, own));
            }
        }
        return found;
    }

    private Look look(ClassFile file, Archive.Unpacker own) {
        try {
            byte[] bytes = file.read(own);
            // The paths in a library are right; to ask each class file costs more than all else.
            String name = file.isInLibrary() ? dotted(file.path()) : className(file.path(), bytes);
            return new Look(file, name, preview.isMatch(name, bytes) ? bytes : null, null);
        } catch (IOException e) {
            return new Look(file, dotted(file.path()), null, e);
        }
    }

    private void take() {
        for (Look look : result(looks.remove())) {
            progress.on(files.size());
            if (look.failure != null) {
                unreadable(look.file.path(), look.failure);
            } else if (files.containsKey(look.name)) {
                // As on a class path, the first one counts.
                continue;
            } else if (look.match != null) {
                matches.put(look.name, look.match);
            }
            files.put(look.name, look.file);
        }
    }

    private static List<Look> result(Future<List<Look>> looks) {
        try {
            return looks.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Everything that would be hooked. What makes no sense is then among the problems. */
    List<Hook> hooks() {
        List<Hook> hooks = new ArrayList<Hook>();
        for (Map.Entry<String, byte[]> match : matches.entrySet()) {
            try {
                hooks.addAll(preview.hooks(match.getKey(), match.getValue(), problems));
            } catch (RuntimeException wrong) {
                problems.add(match.getKey() + " cannot be read as a class file (" + wrong + "); it is left out");
            }
        }
        problems.addAll(preview.withoutMatch(new NearMisses(this)));
        return hooks;
    }

    List<String> problems() {
        return problems;
    }

    @Override
    public Collection<String> names() {
        return files.keySet();
    }

    /** How many classes there are. */
    int size() {
        return files.size();
    }

    /** In a folder, or a JAR of an unusual form, other folders may stand around the packages. */
    private static String className(String path, byte[] bytes) {
        try {
            return new ClassReader(bytes).getClassName().replace('/', '.');
        } catch (RuntimeException noClassFile) {
            return dotted(path);
        }
    }

    private static String dotted(String path) {
        return path.substring(0, path.length() - CLASS.length()).replace('/', '.');
    }

    @Override
    public Resolution locate(String name) {
        byte[] match = matches.get(name);
        if (match != null) {
            return new Resolution.Explicit(match);
        }
        ClassFile file = files.get(name);
        try {
            return file == null ? new Resolution.Illegal(name) : new Resolution.Explicit(file.read(unpacker));
        } catch (IOException gone) {
            return new Resolution.Illegal(name);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        unpacker.close();
    }

    /** What one look at a class file told. */
    private static final class Look {
        private final ClassFile file;
        private final String name;
        /** The file, when there could be something to hook in it. */
        private final byte[] match;

        private final IOException failure;

        Look(ClassFile file, String name, byte[] match, IOException failure) {
            this.file = file;
            this.name = name;
            this.match = match;
            this.failure = failure;
        }
    }
}
