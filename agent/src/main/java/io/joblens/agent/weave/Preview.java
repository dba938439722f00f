package io.joblens.agent.weave;

import io.joblens.agent.rule.AnnotatedClass;
import io.joblens.agent.rule.GaugeRule;
import io.joblens.agent.rule.MethodKey;
import io.joblens.agent.rule.Rule;
import io.joblens.agent.rule.Word;
import io.joblens.agent.rule.expression.ModuleAccess;
import io.joblens.agent.rule.expression.Reports;
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
    private final ConstantPool constantPool = new ConstantPool(Word.needles());
    private final TypePool types;

    /** @param applicationClasses finds the class files of the application, for the hierarchy of its types */
    public Preview(ClassFileLocator applicationClasses) {
        types = new TypePool.Default.WithLazyResolution(
                new TypePool.CacheProvider.Simple(),
                new ClassFileLocator.Compound(applicationClasses, ClassFileLocator.ForClassLoader.ofSystemLoader()),
                TypePool.Default.ReaderMode.FAST);
    }

    /** Whether there could be something to hook in a class; the quick look that the weaver takes, too. */
    public boolean isMatch(byte[] classFile) {
        return constantPool.holdsNeedle(classFile);
    }

    /**
     * Whatever means something to jobs in one class, in the order of its members. Everything that says what a method means
     * meets the class here.
     *
     * @param problems receives the sentences that the agent would say
     */
    public List<Hook> hooks(String className, byte[] classFile, List<String> problems) {
        List<Hook> hooks = new ArrayList<Hook>();
        AnnotatedClass annotated = AnnotatedClass.read(className, classFile, problems);
        if (!annotated.rules().isEmpty()) {
            addMethods(types.describe(className).resolve(), annotated, hooks, problems);
        }
        for (GaugeRule gauge : annotated.gauges()) {
            List<String> parameters = gauge.isMethod() ? Collections.<String>emptyList() : null;
            hooks.add(new Hook("gauge", gauge.metric(), className, gauge.member(), parameters));
        }
        return hooks;
    }

    private static void addMethods(
            TypeDescription type, AnnotatedClass annotated, List<Hook> hooks, List<String> problems) {
        for (MethodDescription method : type.getDeclaredMethods()) {
            List<Rule> rules = annotated.rules().get(new MethodKey(method.getInternalName(), method.getDescriptor()));
            for (int i = 0; rules != null && i < rules.size(); i++) {
                Rule rule = rules.get(i);
                if (new Reading(rule, method, Nothing.HERE, Nothing.HERE, problems).isUsable()) {
                    hooks.add(Hook.of(rule, type.getName(), method));
                }
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
