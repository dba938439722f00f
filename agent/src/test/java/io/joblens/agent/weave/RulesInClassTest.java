package io.joblens.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.agent.config.Configuration;
import io.joblens.agent.config.Sources;
import io.joblens.agent.rule.RuleSet;
import io.joblens.agent.rule.yaml.RuleFile;
import io.joblens.agent.weave.sample.Shop;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.Registry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesInClassTest {
    private static final String PACKAGE = "io.joblens.agent.weave.sample";
    private static final String SHOP = PACKAGE + ".Shop";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            method: P.Shop.sell                                | sell sell
            method: P.Shop.s*                                  | sell sell
            method: P.*.sell, parameters: [String, int]        | sell
            method: P.Shop.sell, parameters: [int]             |
            method: P.**.*                                     | close count open sell sell
            method: P.**.lambda$*                              | lambda$sell$0
            method: count, subtypes-of: P.Terms.Counter         | count
            method: count, subtypes-of: P.Terms$Counter         | count
            method: count, subtypes-of: java.lang.Runnable     |
            annotated-with: P.Terms$Step                        | close open
            class: P.*, annotated-with: P.Terms.Step            | close open
            class: P.*, annotated-with: P.Terms$Big             | close
            method: close, annotated-with: P.Terms$Step         | close
            annotated-with: [P.Terms$None, P.Terms$Step]        | close open
            annotated-with: [P.Terms$Step, P.Terms$Step]        | close open
            method: P.Terms$Counter.count                       |
            class: Q.*, method: sell                           |
            class: P.*, method: sell, except: P.Shop           |
            class: P.*, method: sell, except: [P.Sh*, Q.R]     |
            class: P.*, method: sell, except: P.Other          | sell sell
            """)
    void finds_the_methods_a_rule_means(String pattern, String methods) throws IOException {
        Weaver weaver = weaver("{operation: x, " + pattern.replace("P.", PACKAGE + ".") + "}");
        byte[] file = classFile();
        byte[] woven = weaver.transform(new Loader(), SHOP.replace('.', '/'), null, null, file);

        List<String> names = weaver.woven().all().stream()
                .map(one -> one.member.substring(SHOP.length() + 1, one.member.indexOf('(')))
                .sorted()
                .toList();
        assertThat(String.join(" ", names)).isEqualTo(methods == null ? "" : methods);
        assertThat(woven == null).isEqualTo(methods == null);
    }

    @Test
    void lets_the_first_rule_of_a_kind_have_the_method() throws IOException {
        Weaver weaver = weaver("{job: a, method: " + SHOP + ".close}, {start: b, method: " + SHOP
                + ".close}, {operation: c, method: " + SHOP + ".close}");
        weaver.transform(new Loader(), SHOP.replace('.', '/'), null, null, classFile());

        assertThat(weaver.woven().all()).extracting(one -> one.name).containsExactly("a", "c");
    }

    @Test
    void lets_an_annotation_have_the_method_before_a_rule() throws IOException {
        Weaver weaver = weaver("{operation: x, method: " + SHOP + ".open}]\nannotations: {operation: [" + PACKAGE
                + ".Terms$Step]}\n# [");
        weaver.transform(new Loader(), SHOP.replace('.', '/'), null, null, classFile());

        assertThat(weaver.woven().all()).extracting(one -> one.name).containsExactly("open");
        assertThat(weaver.woven().hasMatched(folder.resolve("joblens.yaml") + ":1:10"))
                .isTrue();
    }

    @Test
    void remembers_what_a_rule_saw_without_a_match() throws IOException {
        Weaver weaver = weaver("{job: a, method: " + SHOP + ".sel}");
        weaver.transform(new Loader(), SHOP.replace('.', '/'), null, null, classFile());

        String source = folder.resolve("joblens.yaml") + ":1:10";
        assertThat(weaver.woven().hasMatched(source)).isFalse();
        assertThat(weaver.woven().near(source)).contains(SHOP + ".sell(String)");
    }

    private Weaver weaver(String rules) throws IOException {
        Path file = folder.resolve("joblens.yaml");
        Files.writeString(file, "rules: [" + rules + "]");
        Properties properties = new Properties();
        properties.setProperty("joblens.config", file.toString());
        Configuration configuration = Configuration.load(null, new Sources(properties, Map.of()), line -> {
            throw new AssertionError(line);
        });
        RuleSet set = RuleFile.read(configuration.rules(), configuration.annotations(), line -> {
            throw new AssertionError(line);
        });
        Registry registry = new Registry(Map.of(), 10, 10, Clock.SYSTEM, new Silent());
        Jobs jobs = new Jobs(10, 1, Clock.SYSTEM, registry);
        Probes probes = new Probes(registry, jobs, type -> false, sentence -> {});
        return new Weaver(() -> probes, List.of(), set, Presets.none(), null);
    }

    private static byte[] classFile() throws IOException {
        try (InputStream in = Shop.class.getResourceAsStream("Shop.class")) {
            return in.readAllBytes();
        }
    }

    private static final class Loader extends ClassLoader {
        Loader() {
            super(Shop.class.getClassLoader());
        }
    }

    private static final class Silent implements Registry.Listener {
        @Override
        public void failed(Throwable thrown) {}

        @Override
        public void namesExhausted(String label, String name, int most) {}
    }
}
