package io.joblens.agent.weave;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isTypeInitializer;
import static net.bytebuddy.matcher.ElementMatchers.named;

import io.joblens.agent.rule.GaugeRule;
import io.joblens.agent.rule.MethodKey;
import io.joblens.agent.weave.advice.ProbeNumber;
import io.joblens.agent.weave.advice.Result;
import io.joblens.agent.weave.advice.Slots;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.TypeResolutionStrategy;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;

/** Inlines advice into one class with Byte Buddy, in the way that is fit for an agent. Thread-safe. */
final class ClassWeaver {
    private static final String ADVICE = "io.joblens.agent.weave.advice.";

    private static final MethodKey LOAD_CLASS = new MethodKey("loadClass", "(Ljava/lang/String;)Ljava/lang/Class;");
    private static final MethodKey LOAD_AND_RESOLVE_CLASS =
            new MethodKey("loadClass", "(Ljava/lang/String;Z)Ljava/lang/Class;");

    private final ByteBuddy byteBuddy = new ByteBuddy()
            .with(TypeValidation.DISABLED)
            .with(InstrumentedType.Factory.Default.FROZEN)
            .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
            .with(Implementation.Context.Disabled.Factory.INSTANCE);
    private final ClassFileLocator ownClasses = ClassFileLocator.ForClassLoader.of(ClassWeaver.class.getClassLoader());
    private final TypePool ownPool = TypePool.Default.of(ownClasses);

    /** Describes a class from its file and, for its hierarchy, from the files its loader finds; no class is loaded. */
    TypeDescription describe(String className, byte[] file, ClassLoader loader) {
        return pool(className, file, loader).describe(className).resolve();
    }

    /** The class with all probes of its plan. */
    byte[] weave(TypeDescription type, byte[] file, ClassLoader loader, ClassPlan plan) {
        AsmVisitorWrapper.ForDeclaredMethods methods = new AsmVisitorWrapper.ForDeclaredMethods();
        for (Map.Entry<MethodKey, List<Probe>> method : plan.probes.entrySet()) {
            for (Probe probe : method.getValue()) {
                methods = methods.method(is(method.getKey()), advice(probe));
            }
        }
        for (Map.Entry<GaugeRule, Integer> gauge : plan.gauges.entrySet()) {
            methods = gauge.getKey().isStatic()
                    ? methods.invokable(isTypeInitializer(), instances("Initialization", gauge.getValue()))
                    : methods.invokable(isConstructor(), instances("Construction", gauge.getValue()));
        }
        return weave(type, file, loader, methods);
    }

    /** The class of a library with the advice of its hook; {@code null} when none is for the library's version. */
    byte[] weave(String className, byte[] file, ClassLoader loader, ClassHook hook) {
        // The advice of a library names the library's classes, which only the pool of its loader can describe.
        TypePool pool = pool(className, file, loader);
        AsmVisitorWrapper.ForDeclaredMethods methods = null;
        for (ClassHook.Advised advised : hook.advised()) {
            if (advised.type == null || declares(pool.describe(advised.type), advised.member)) {
                Advice advice = Advice.to(pool.describe(advised.advice).resolve(), ownClasses);
                methods = (methods == null ? new AsmVisitorWrapper.ForDeclaredMethods() : methods)
                        .invokable(is(advised.method), advice);
            }
        }
        return methods == null ? null : weave(pool.describe(className).resolve(), file, loader, methods);
    }

    /** The class of a class loader, which then finds the runtime. */
    byte[] weaveLoader(String className, byte[] file, ClassLoader loader) {
        return weave(
                describe(className, file, loader),
                file,
                loader,
                new AsmVisitorWrapper.ForDeclaredMethods()
                        .method(
                                is(LOAD_CLASS).or(is(LOAD_AND_RESOLVE_CLASS)),
                                Advice.to(described(ADVICE + "RuntimeLookup"), ownClasses)));
    }

    private byte[] weave(
            TypeDescription type, byte[] file, ClassLoader loader, AsmVisitorWrapper.ForDeclaredMethods methods) {
        // Described anew: a pool that was once asked in vain for a type of a signature cannot even name it any more.
        TypePool fresh = pool(type.getName(), file, loader);
        return byteBuddy
                .decorate(fresh.describe(type.getName()).resolve(), ClassFileLocator.Simple.of(type.getName(), file))
                .visit(methods)
                .make(TypeResolutionStrategy.Disabled.INSTANCE, fresh)
                .getBytes();
    }

    private Advice advice(Probe probe) {
        Advice.WithCustomMapping mapping = Advice.withCustomMapping()
                .bind(ProbeNumber.class, probe.number)
                .bind(SlotMapping.single(probe.slots))
                .bind(Slots.class, SlotMapping.many(probe.slots))
                .bind(Result.class, probe.result ? ResultMapping.RETURNED : SlotMapping.NOTHING);
        String exit = probe.advice.exit + (probe.replaces ? "Replacing" : probe.slotsAtExit ? "WithSlots" : "");
        return mapping.to(described(ADVICE + probe.advice.entry), described(ADVICE + exit), ownClasses);
    }

    private Advice instances(String advice, int number) {
        return Advice.withCustomMapping().bind(ProbeNumber.class, number).to(described(ADVICE + advice), ownClasses);
    }

    private TypeDescription described(String advice) {
        return ownPool.describe(advice).resolve();
    }

    private TypePool pool(String className, byte[] file, ClassLoader loader) {
        return new TypePool.Default.WithLazyResolution(
                new TypePool.CacheProvider.Simple(),
                new ClassFileLocator.Compound(
                        ClassFileLocator.Simple.of(className, file),
                        ownClasses,
                        ClassFileLocator.ForClassLoader.WeaklyReferenced.of(loader)),
                TypePool.Default.ReaderMode.FAST);
    }

    private static boolean declares(TypePool.Resolution type, String member) {
        return type.isResolved()
                && (member == null
                        || !type.resolve()
                                .getDeclaredMethods()
                                .filter(named(member))
                                .isEmpty());
    }

    private static ElementMatcher.Junction<MethodDescription> is(final MethodKey key) {
        return new ElementMatcher.Junction.AbstractBase<MethodDescription>() {
            @Override
            public boolean matches(MethodDescription method) {
                return method.getInternalName().equals(key.name())
                        && method.getDescriptor().equals(key.descriptor());
            }
        };
    }
}
