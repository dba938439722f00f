package io.joblens.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What a class that is loaded costs the agent when nothing in it is meant: real classes of real libraries. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@State(Scope.Benchmark)
public class ScanBenchmark {
    private static final int CLASSES = 1000;

    /** A third each by the class, by the package and by the method; 0 is an agent without a rule in its file. */
    @Param({"0", "20", "500"})
    public int rules;

    private final String[] names = new String[CLASSES];
    private final byte[][] files = new byte[CLASSES][];
    private MethodHandle look;

    @Setup
    public void open() throws Throwable {
        readClasses();
        look = rules == 0 ? poolAlone() : rulesAndPool();
    }

    @Benchmark
    @OperationsPerInvocation(CLASSES)
    public void scan(Blackhole sink) throws Throwable {
        for (int i = 0; i < CLASSES; i++) {
            sink.consume((Object) look.invokeExact(names[i], files[i]));
        }
    }

    private static MethodHandle poolAlone() throws Throwable {
        Class<?> pool = AgentClasses.named("weave.ConstantPool");
        List<?> needles = (List<?>)
                AgentClasses.method(AgentClasses.named("rule.Word"), "needles").invoke();
        Object made = AgentClasses.constructor(pool, Collection.class).invoke(needles);
        MethodHandle holds =
                AgentClasses.method(pool, "holdsNeedle", byte[].class).bindTo(made);
        return MethodHandles.dropArguments(
                holds.asType(MethodType.methodType(Object.class, byte[].class)), 0, String.class);
    }

    private MethodHandle rulesAndPool() throws Throwable {
        Class<?> kind = AgentClasses.named("rule.Rule$Kind");
        Class<?> rule = AgentClasses.named("rule.Rule");
        Class<?> pattern = AgentClasses.named("rule.MethodPattern");
        Class<?> vocabulary = AgentClasses.named("rule.Vocabulary");
        MethodHandle patternOf = AgentClasses.method(
                pattern, "of", boolean.class, String.class, String.class, List.class, List.class, List.class);
        MethodHandle patternRuleOf = AgentClasses.method(AgentClasses.named("rule.PatternRule"), "of", pattern, rule);
        Object builder = AgentClasses.method(rule, "of", kind, String.class, String.class)
                .invoke(kind.getField("OPERATION").get(null), "step", "joblens.yaml:1:5");
        Object step = AgentClasses.method(builder.getClass(), "build").invoke(builder);
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < rules; i++) {
            String className =
                    i % 3 == 0 ? "com.acme.jobs.Worker" + i : i % 3 == 1 ? "com.acme.jobs" + i + ".**" : "**.Job" + i;
            Object meant = patternOf.invoke(false, className, "handleOrder" + i, null, null, null);
            all.add(patternRuleOf.invoke(meant, step));
        }
        Class<?> ruleSet = AgentClasses.named("rule.RuleSet");
        Object set = AgentClasses.constructor(ruleSet, List.class, List.class, vocabulary)
                .invoke(all, List.of(), vocabulary.getField("OURS").get(null));
        Class<?> scan = AgentClasses.named("weave.RuleScan");
        Object made = AgentClasses.constructor(scan, ruleSet).invoke(set);
        return AgentClasses.method(scan, "candidates", String.class, byte[].class)
                .bindTo(made)
                .asType(MethodType.methodType(Object.class, String.class, byte[].class));
    }

    private void readClasses() throws IOException {
        int count = 0;
        try (Stream<Path> jars = Files.list(Path.of("target/lib"))) {
            for (Path jar : (Iterable<Path>)
                    jars.filter(file -> file.toString().endsWith(".jar")).sorted()::iterator) {
                try (JarFile archive = new JarFile(jar.toFile())) {
                    for (JarEntry entry : (Iterable<JarEntry>) archive.stream()::iterator) {
                        if (count == CLASSES || !entry.getName().endsWith(".class")) {
                            continue;
                        }
                        try (InputStream in = archive.getInputStream(entry)) {
                            names[count] =
                                    entry.getName().substring(0, entry.getName().length() - ".class".length());
                            files[count++] = in.readAllBytes();
                        }
                    }
                }
            }
        }
        if (count < CLASSES) {
            throw new IllegalStateException("there are only " + count + " classes in target/lib");
        }
    }
}
