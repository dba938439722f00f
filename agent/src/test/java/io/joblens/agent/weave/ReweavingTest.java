package io.joblens.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.agent.config.Configuration;
import io.joblens.agent.config.Sources;
import io.joblens.agent.rule.RuleSet;
import io.joblens.agent.rule.yaml.RuleFile;
import io.joblens.agent.weave.WovenRules.Woven;
import io.joblens.agent.weave.sample.QueueOwner;
import io.joblens.agent.weave.sample.Shop;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.Registry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReweavingTest {
    private static final String SHOP = Shop.class.getName();
    private static final String CLOSE = "{operation: a, method: " + SHOP + ".close}";
    private static final String OPEN = "{operation: b, method: " + SHOP + ".open}";

    private final Registry registry = new Registry(Map.of(), 10, 10_000, Clock.SYSTEM, new Registry.Listener() {
        @Override
        public void failed(Throwable thrown) {
            throw new AssertionError(thrown);
        }

        @Override
        public void namesExhausted(String label, String name, int most) {
            throw new AssertionError(name);
        }
    });
    private final Probes probes =
            new Probes(registry, new Jobs(10, 1, Clock.SYSTEM, registry), type -> false, sentence -> {});
    private final Jvm jvm = new Jvm();
    private final Loader loader = new Loader();

    @TempDir
    private Path folder;

    private Weaver weaver;

    @Test
    void weaves_and_unweaves_a_loaded_class() {
        weaver = weaver("");
        Class<?> shop = loader.load(Shop.class);

        assertThat(to(CLOSE).woven()).containsExactly(SHOP);
        assertThat(jvm.bytesOf(shop)).isNotNull();
        assertThat(names()).containsExactly("a");

        assertThat(to("").unwoven()).containsExactly(SHOP);
        assertThat(jvm.bytesOf(shop)).isNull();
        assertThat(names()).isEmpty();
        assertThat(weaver.plans().known(loader, SHOP)).isNull();
    }

    @Test
    void keeps_the_probe_of_a_rule_that_only_moved() {
        weaver = weaver(CLOSE);
        loader.load(Shop.class);
        int number = number("close");

        Reweaving moved = to("\n" + CLOSE);
        assertThat(moved.kept()).containsExactly(SHOP);
        assertThat(jvm.transformed).isEmpty();
        assertThat(weaver.woven().all().get(0).source).endsWith(":2:2");

        assertThat(to(CLOSE + "," + OPEN).changed()).containsExactly(SHOP);
        assertThat(number("close")).isEqualTo(number);
    }

    @Test
    void looks_at_no_class_that_the_change_means_nothing_to() {
        weaver = weaver(CLOSE);
        loader.load(Shop.class);
        loader.load(QueueOwner.class);
        loader.filesRead.clear();

        to(CLOSE + "," + OPEN);

        assertThat(loader.filesRead).doesNotContain(QueueOwner.class.getName());
    }

    @Test
    void forgets_rules_that_are_gone_when_the_file_of_a_class_is_gone_too() {
        weaver = weaver(CLOSE + "," + OPEN);
        Class<?> shop = loader.load(Shop.class);
        int number = number("open");
        loader.closed = true;

        assertThat(to(OPEN).changed()).containsExactly(SHOP);
        assertThat(number("open")).isEqualTo(number);
        assertThat(names()).containsExactly("b");

        assertThat(to("").unwoven()).containsExactly(SHOP);
        assertThat(jvm.bytesOf(shop)).isNull();
    }

    @Test
    void weaves_other_classes_when_one_cannot_be() {
        weaver = weaver("");
        loader.load(Shop.class);
        loader.load(QueueOwner.class);
        jvm.broken = SHOP;

        String both = CLOSE + ", {operation: c, class: " + QueueOwner.class.getName() + ", method: '*'}";
        assertThat(to(both).changed()).containsExactly(QueueOwner.class.getName());
    }

    @Test
    void weaves_by_the_new_rules_a_class_that_is_woven_while_they_change() {
        // Whether the rule means the method is known only when the file of its annotation was read.
        weaver = weaver("{operation: a, class: " + SHOP + ", method: close, annotated-with: "
                + Shop.class.getPackageName() + ".Terms$Step}");
        loader.meanwhile = () -> Reweaving.to(rules(OPEN), Presets.none(), weaver, jvm.instrumentation())
                .look();

        loader.load(Shop.class);

        assertThat(names()).containsExactly("b");
    }

    @Test
    void finds_a_class_that_was_being_defined_by_looking_again() {
        weaver = weaver("");
        Reweaving reweaving = to(CLOSE);
        assertThat(reweaving.woven()).isEmpty();
        // It met the rules of before, and is seen only now.
        jvm.loaded.add(loader.defineUnwoven(Shop.class));

        reweaving.look();

        assertThat(reweaving.woven()).containsExactly(SHOP);
    }

    @Test
    void keeps_the_set_of_a_gauge_and_removes_one_that_is_gone() {
        String gauge = "{gauge: own, field: " + SHOP + ".stock}";
        weaver = weaver(gauge);
        loader.load(Shop.class);
        Integer set =
                weaver.plans().known(loader, SHOP).gauges.values().iterator().next();

        to(CLOSE + "," + gauge);
        assertThat(weaver.plans().known(loader, SHOP).gauges.values()).containsExactly(set);

        to(CLOSE);
        assertThat(weaver.plans().known(loader, SHOP).gauges).isEmpty();
    }

    @Test
    void maps_annotations_to_ours_and_back() {
        String mapping = "]\nannotations: {operation: [" + Shop.class.getPackageName() + ".Terms$Step]}\n# [";
        weaver = weaver("");
        loader.load(Shop.class);

        assertThat(to(mapping).woven()).containsExactly(SHOP);
        assertThat(to("").unwoven()).containsExactly(SHOP);
    }

    @Test
    void gives_numbers_away_again_so_that_a_thousand_changes_are_bounded() {
        weaver = weaver("");
        loader.load(Shop.class);
        to("{operation: x, method: " + SHOP + ".close}");
        int first = number("close");
        for (int i = 0; i < 3 * RetiredNumbers.MOST; i++) {
            to("{operation: x, method: " + SHOP + ".close, fields: {n: {constant: " + i + "}}}");
        }
        assertThat(number("close")).isBetween(first, first + RetiredNumbers.MOST + 10);
    }

    private Reweaving to(String rules) {
        jvm.transformed.clear();
        Reweaving reweaving = Reweaving.to(rules(rules), Presets.none(), weaver, jvm.instrumentation());
        reweaving.look();
        return reweaving;
    }

    private int number(String method) {
        ClassPlan plan = weaver.plans().known(loader, SHOP);
        return plan.probes.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(method))
                .findFirst()
                .orElseThrow()
                .getValue()
                .get(0)
                .number;
    }

    private List<String> names() {
        return weaver.woven().all().stream().map((Woven one) -> one.name).toList();
    }

    private Weaver weaver(String rules) {
        return new Weaver(() -> probes, List.of(), rules(rules), Presets.none(), jvm.instrumentation());
    }

    private RuleSet rules(String rules) {
        try {
            Path file = folder.resolve("joblens.yaml");
            Files.writeString(file, "rules: [" + rules + "]");
            Properties properties = new Properties();
            properties.setProperty("joblens.config", file.toString());
            Configuration configuration = Configuration.load(null, new Sources(properties, Map.of()), line -> {
                throw new AssertionError(line);
            });
            return RuleFile.read(configuration.rules(), configuration.annotations(), line -> {
                throw new AssertionError(line);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the JVM knows of loaded classes, and does when asked to transform them again. */
    private final class Jvm {
        final List<Class<?>> loaded = new ArrayList<>();
        final List<Class<?>> transformed = new ArrayList<>();
        final List<byte[]> bytes = new ArrayList<>();
        String broken;

        byte[] bytesOf(Class<?> type) {
            return bytes.get(transformed.lastIndexOf(type));
        }

        Instrumentation instrumentation() {
            return (Instrumentation) Proxy.newProxyInstance(
                    ReweavingTest.class.getClassLoader(),
                    new Class<?>[] {Instrumentation.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "getAllLoadedClasses" -> loaded.toArray(new Class<?>[0]);
                        case "isModifiableClass" -> true;
                        case "retransformClasses" -> transformAgain(((Class<?>[]) arguments[0])[0]);
                        default -> throw new AssertionError(method + " was called");
                    });
        }

        private Object transformAgain(Class<?> type) {
            if (type.getName().equals(broken)) {
                throw new VerifyError(broken);
            }
            transformed.clear();
            bytes.clear();
            transformed.add(type);
            bytes.add(weaver.transform(
                    type.getClassLoader(), type.getName().replace('.', '/'), type, null, fileOf(type.getName())));
            return null;
        }
    }

    private static byte[] fileOf(String className) {
        try (InputStream in = Shop.class.getResourceAsStream("/" + className.replace('.', '/') + ".class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Loader extends ClassLoader {
        final List<String> filesRead = new ArrayList<>();
        boolean closed;
        Runnable meanwhile;

        Loader() {
            super(Shop.class.getClassLoader());
        }

        Class<?> load(Class<?> sample) {
            byte[] file = fileOf(sample.getName());
            byte[] woven = weaver.transform(this, sample.getName().replace('.', '/'), null, null, file);
            byte[] used = woven == null ? file : woven;
            Class<?> type = defineClass(sample.getName(), used, 0, used.length);
            jvm.loaded.add(type);
            return type;
        }

        Class<?> defineUnwoven(Class<?> sample) {
            byte[] file = fileOf(sample.getName());
            return defineClass(sample.getName(), file, 0, file.length);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            Runnable now = meanwhile;
            meanwhile = null;
            if (now != null) {
                now.run();
            }
            String className =
                    name.substring(0, name.length() - ".class".length()).replace('/', '.');
            filesRead.add(className);
            if (closed) {
                return null;
            }
            return className.startsWith("io.joblens.")
                    ? new ByteArrayInputStream(fileOf(className))
                    : super.getResourceAsStream(name);
        }
    }
}
