package io.joblens.agent.rule.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.joblens.agent.rule.expression.sample.Samples.ScanResult;
import io.joblens.agent.rule.expression.sample.Samples.Verdict;
import io.joblens.bootstrap.probe.Condition;
import io.joblens.bootstrap.probe.ValueReader;
import java.lang.instrument.Instrumentation;
import java.lang.management.ManagementFactory;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.tools.ToolProvider;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.FixedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolutionTest {
    private static final ModuleAccess CLOSED = type -> false;

    /** An object of a class, in a loader, of its own, with a private {@code getId()}. */
    private static Object stranger(int id) throws Exception {
        return new ByteBuddy()
                .subclass(Object.class)
                .name("app.Stranger" + id)
                .defineMethod("getId", Integer.class, Visibility.PRIVATE)
                .intercept(FixedValue.value(id))
                .make()
                .load(ResolutionTest.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
                .getLoaded()
                .getConstructor()
                .newInstance();
    }

    @Test
    void reads_many_classes_from_many_threads() throws Exception {
        ConcurrentLinkedQueue<String> reports = new ConcurrentLinkedQueue<>();
        Binding binding = Binding.to(Collections.emptyList(), CLOSED, reports::add);
        ValueReader reader = ValuePath.parse("return.id").compile(binding);
        Condition condition = ConditionExpression.parse("return is Stranger7 or return.nope == x")
                .compile(binding);
        List<Object> strangers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            strangers.add(stranger(i));
        }
        CyclicBarrier start = new CyclicBarrier(8);
        Callable<Integer> work = () -> {
            start.await();
            int right = 0;
            for (int round = 0; round < 200; round++) {
                for (int i = 0; i < strangers.size(); i++) {
                    Object stranger = strangers.get((i + round) % strangers.size());
                    Object id = call(reader, stranger);
                    boolean isSeven = condition(condition, stranger);
                    right += stranger.getClass().getName().equals("app.Stranger" + id) && isSeven == id.equals(7)
                            ? 1
                            : 0;
                }
            }
            return right;
        };

        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Integer> each : threads.invokeAll(Collections.nCopies(8, work))) {
                assertThat(each.get()).isEqualTo(8_000);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(reports).hasSize(39).doesNotHaveDuplicates();
    }

    private static Object call(ValueReader reader, Object returned) {
        try {
            return reader.read(returned, null, null, null, null, null);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static boolean condition(Condition condition, Object returned) {
        try {
            return condition.holds(returned, null, null, null, null, null);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void keeps_no_class_loader_alive() throws Exception {
        Binding binding = Binding.to(Collections.emptyList(), CLOSED, sentence -> {});
        ValueReader reader = ValuePath.parse("return.id").compile(binding);
        Condition condition = ConditionExpression.parse(
                        "return is X or return.nope == x or return.id[0] == 1 or return == Y")
                .compile(binding);
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Object stranger = stranger(i);
            assertThat(call(reader, stranger)).isEqualTo(i);
            assertThat(condition(condition, stranger)).isFalse();
            loaders.add(new WeakReference<>(stranger.getClass().getClassLoader()));
            stranger = null;
        }

        for (int i = 0; i < 50 && loaders.stream().anyMatch(loader -> loader.get() != null); i++) {
            System.gc();
        }
        assertThat(loaders).allMatch(loader -> loader.get() == null);
        assertThat(call(reader, stranger(9))).isEqualTo(9);
    }

    @Test
    void leaves_no_garbage_where_one_class_comes_by() throws Throwable {
        Binding binding = Binding.to(Collections.emptyList(), CLOSED, sentence -> {});
        ValueReader reader = ValuePath.parse("return.status.name").compile(binding);
        Condition condition = ConditionExpression.parse(
                        "return.status in [BROKEN, Verdict.INFECTED] and return is ScanResult and not return.engine == 'x'")
                .compile(binding);
        ScanResult result = new ScanResult(Verdict.INFECTED, 0);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 20; attempt++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < 10_000; i++) {
                call(reader, result);
                condition(condition, result);
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }

        assertThat(least).isLessThan(10_000);
    }

    @Test
    void asks_for_modules_that_are_not_open(@TempDir Path folder) throws Throwable {
        ModuleLayer.Controller shop = shop(folder);
        Object order = shop.layer()
                .findLoader("shop")
                .loadClass("shop.Order")
                .getConstructor()
                .newInstance();
        List<String> reports = new ArrayList<>();
        Binding closed = Binding.to(Collections.emptyList(), CLOSED, reports::add);
        Binding open = Binding.to(Collections.emptyList(), new InstrumentedModules(fake(shop)), reports::add);

        assertThat(call(ValuePath.parse("return.id").compile(closed), order)).isNull();
        assertThat(reports).containsExactly("`return.id` is absent: shop.Order has no property `id` that can be read");
        assertThat(call(ValuePath.parse("return.id").compile(open), order)).isEqualTo("o-1");
        assertThat(call(ValuePath.parse("return.hash").compile(open), "text")).isNull();
        assertThat(String.class.getModule().isOpen("java.lang", getClass().getModule()))
                .isFalse();
    }

    private static ModuleLayer.Controller shop(Path folder) throws Exception {
        Path sources = Files.createDirectories(folder.resolve("shop"));
        Path module = Files.writeString(sources.resolve("module-info.java"), "module shop {}");
        Path order = Files.writeString(
                sources.resolve("Order.java"),
                "package shop; public class Order { public Order() {} String getId() { return \"o-1\"; } }");
        Path classes = folder.resolve("classes");
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), module.toString(), order.toString()))
                .isZero();
        Configuration configuration =
                ModuleLayer.boot().configuration().resolve(ModuleFinder.of(classes), ModuleFinder.of(), Set.of("shop"));
        ModuleLayer.Controller controller = ModuleLayer.defineModulesWithOneLoader(
                configuration, List.of(ModuleLayer.boot()), ClassLoader.getSystemClassLoader());
        // Only so that the test itself can make an order.
        controller.addExports(
                controller.layer().findModule("shop").orElseThrow(), "shop", ResolutionTest.class.getModule());
        return controller;
    }

    /** Redefines modules of the layer as the JVM would. */
    private static Instrumentation fake(ModuleLayer.Controller controller) {
        return (Instrumentation) Proxy.newProxyInstance(
                ResolutionTest.class.getClassLoader(),
                new Class<?>[] {Instrumentation.class},
                (proxy, method, given) -> {
                    assertThat(method.getName()).isEqualTo("redefineModule");
                    Map<?, ?> opens = (Map<?, ?>) given[3];
                    opens.forEach((name, modules) -> ((Set<?>) modules)
                            .forEach(to -> controller.addOpens((Module) given[0], (String) name, (Module) to)));
                    return null;
                });
    }
}
