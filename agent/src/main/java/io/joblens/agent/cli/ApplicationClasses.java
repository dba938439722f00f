package io.joblens.agent.cli;

import io.joblens.agent.rule.RuleSet;
import io.joblens.agent.weave.Hook;
import io.joblens.agent.weave.Presets;
import io.joblens.agent.weave.Preview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;

/**
 * The classes of an application, read once: those that could be hooked are kept, of the others only where they are, for when
 * the type of a parameter has to be described. Not thread-safe.
 */
final class ApplicationClasses implements ClassFileSource.Visitor, ClassFileLocator {
    private static final String CLASS = ".class";

    private final Preview preview;
    private final Progress progress;
    private final List<String> problems = new ArrayList<String>();
    private final Map<String, byte[]> matches = new LinkedHashMap<String, byte[]>();
    private final Map<String, Origin> others = new HashMap<String, Origin>();
    private final Set<String> read = new HashSet<String>();
    private Path root;

    /** @param rules what the configuration says of methods, or {@code null} when it says nothing */
    ApplicationClasses(Progress progress, RuleSet rules, Presets presets) {
        this.progress = progress;
        this.preview = new Preview(this, rules, presets);
    }

    /** Adds a folder or an archive. */
    void add(Path added) {
        root = added;
        ClassFileSource.visit(added, this);
    }

    @Override
    public void classFile(List<String> place, byte[] bytes) {
        progress.on(read.size());
        String path = place.get(place.size() - 1);
        // The paths in a library are right; to ask each class file costs more than all else.
        String name = place.size() > 1 ? dotted(path) : className(path, bytes);
        boolean match = preview.isMatch(name, bytes);
        // As on a class path, the first one counts.
        if (!read.add(name)) {
            return;
        }
        if (match) {
            matches.put(name, bytes);
        } else {
            others.put(name, new Origin(root, place));
        }
    }

    @Override
    public void unreadable(String place, IOException why) {
        problems.add(place + " cannot be read (" + why.getMessage() + "); it is left out");
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
        problems.addAll(preview.withoutMatch());
        return hooks;
    }

    List<String> problems() {
        return problems;
    }

    /** How many classes there are. */
    int size() {
        return read.size();
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
        Origin origin = others.get(name);
        try {
            byte[] bytes = origin == null ? null : ClassFileSource.read(origin.root, origin.place);
            return bytes == null ? new Resolution.Illegal(name) : new Resolution.Explicit(bytes);
        } catch (IOException gone) {
            return new Resolution.Illegal(name);
        }
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    /** Where a class file was found. */
    private static final class Origin {
        private final Path root;
        private final List<String> place;

        Origin(Path root, List<String> place) {
            this.root = root;
            this.place = place;
        }
    }
}
