package io.joblens.agent.weave;

import io.joblens.agent.rule.ClassRules;
import io.joblens.agent.rule.GaugeRule;
import io.joblens.agent.rule.MethodKey;
import io.joblens.agent.rule.PatternRule;
import io.joblens.agent.rule.Rule;
import io.joblens.agent.rule.RuleSet;
import io.joblens.agent.rule.expression.ModuleAccess;
import io.joblens.agent.rule.expression.Reports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;

/**
 * What the weaver would hook in classes of an application that does not run: the same reading of class files and the same
 * checks, without probes. Not thread-safe.
 */
public final class Preview {
    private final Sought sought;
    private final ClassLoader files;
    private final TypePool types;

    /**
     * @param applicationClasses finds the class files of the application, for the hierarchy of its types
     * @param rules what the configuration says of methods, or {@code null} when it says nothing
     */
    public Preview(ClassFileLocator applicationClasses, RuleSet rules, Presets presets) {
        this.sought = Sought.of(rules, presets);
        this.files = new FilesOf(applicationClasses);
        types = new TypePool.Default.WithLazyResolution(
                new TypePool.CacheProvider.Simple(),
                new ClassFileLocator.Compound(applicationClasses, ClassFileLocator.ForClassLoader.ofSystemLoader()),
                TypePool.Default.ReaderMode.FAST);
    }

    /** Whether there could be something to hook in a class; the quick look that the weaver takes, too. */
    public boolean isMatch(String className, byte[] classFile) {
        return sought.isMatch(files, className.replace('.', '/'), classFile);
    }

    /** The rules of the configuration that no class has met, as sentences with what comes near. */
    public List<String> withoutMatch(NearMisses nearMisses) {
        List<String> sentences = new ArrayList<String>();
        if (sought.rules() == null) {
            return sentences;
        }
        WovenRules met = sought.woven();
        for (PatternRule rule : sought.rules().rules()) {
            if (!met.hasMatched(rule.source())) {
                List<String> near = nearMisses.of(rule, met.near(rule.source()));
                sentences.add(rule.source() + ": `" + rule.pattern() + "` matches no "
                        + (rule.pattern().isOfFields() ? "field" : "method") + " of the application"
                        + (near.isEmpty() ? "" : "; near it: " + String.join(", ", near)));
            }
        }
        return sentences;
    }

    /**
     * Whatever means something to jobs in one class, in the order of its members. Everything that says what a method means
     * meets the class here.
     *
     * @param problems receives the sentences that the agent would say
     */
    public List<Hook> hooks(String className, byte[] classFile, List<String> problems) {
        List<Hook> hooks = new ArrayList<Hook>();
        ClassRules found = sought.rulesOf(files, className.replace('.', '/'), classFile, problems);
        if (!found.rules().isEmpty()) {
            addMethods(types.describe(className).resolve(), found, hooks, problems);
        }
        for (GaugeRule gauge : found.gauges()) {
            List<String> parameters = gauge.isMethod() ? Collections.<String>emptyList() : null;
            hooks.add(new Hook("gauge", gauge.metric(), className, gauge.member(), parameters, source(gauge, found)));
        }
        return hooks;
    }

    private static void addMethods(TypeDescription type, ClassRules found, List<Hook> hooks, List<String> problems) {
        for (MethodDescription method : type.getDeclaredMethods()) {
            List<Rule> rules = found.rules().get(new MethodKey(method.getInternalName(), method.getDescriptor()));
            for (int i = 0; rules != null && i < rules.size(); i++) {
                Rule rule = rules.get(i);
                Reading reading = new Reading(rule, method, Nothing.HERE, Nothing.HERE, problems);
                if (reading.isUsable()) {
                    hooks.add(Hook.of(rule, reading.fixedName(), type.getName(), method));
                }
            }
        }
    }

    private static String source(GaugeRule gauge, ClassRules found) {
        for (PatternRule rule : found.matched()) {
            if (gauge.metric().equals(rule.metric())) {
                return rule.source();
            }
        }
        return Hook.ANNOTATION;
    }

    /** The application's class files as a class loader would find them; it has no classes. */
    private static final class FilesOf extends ClassLoader {
        private final ClassFileLocator files;

        FilesOf(ClassFileLocator files) {
            super(ClassLoader.getSystemClassLoader());
            this.files = files;
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            try {
                String className =
                        name.substring(0, name.length() - ".class".length()).replace('/', '.');
                ClassFileLocator.Resolution file = files.locate(className);
                return file.isResolved() ? new ByteArrayInputStream(file.resolve()) : super.getResourceAsStream(name);
            } catch (IOException gone) {
                return null;
            }
        }
    }

    /** No expression is ever evaluated here. */
    private enum Nothing implements ModuleAccess, Reports {
        HERE;

        @Override
        public boolean open(Class<?> type) {
            return false;
        }

        @Override
        public void report(String sentence) {}
    }
}
