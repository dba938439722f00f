package io.joblens.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.agent.rule.MethodPattern;
import io.joblens.agent.rule.PatternRule;
import io.joblens.agent.rule.Rule;
import io.joblens.agent.rule.RuleSet;
import io.joblens.agent.rule.Vocabulary;
import io.joblens.agent.weave.sample.Shop;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleScanTest {
    private static final String SHOP = Shop.class.getName().replace('.', '/');

    @Test
    void finds_nothing_without_a_reason() throws IOException {
        List<PatternRule> rules = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rules.add(rule("com.acme.Worker" + i, "run"));
            rules.add(rule("com.acme" + i + ".**", "run"));
            rules.add(rule("**.Service" + i, "method" + i));
        }

        assertThat(scan(rules).candidates(SHOP, classFile())).isNull();
    }

    @Test
    void finds_a_rule_by_class_package_or_method() throws IOException {
        PatternRule byClass = rule(Shop.class.getName(), "any*");
        PatternRule byPackage = rule("io.joblens.**", "any*");
        PatternRule byMethod = rule("**.Shop", "sell");
        PatternRule byOther = rule("**.Shop", "buy");

        assertThat(scan(List.of(byClass, byPackage, byMethod, byOther)).candidates(SHOP, classFile()))
                .containsExactlyInAnyOrder(byClass, byPackage, byMethod);
    }

    @Test
    void leaves_proxies_alone_unless_they_are_named() throws IOException {
        PatternRule byPackage = rule("com.**", "any*");
        PatternRule byMethod = rule("**.*", "sell");
        RuleScan scan = scan(List.of(byPackage, byMethod, rule("com.$Proxy9", "sell")));

        assertThat(scan.candidates("com/Real", classFile())).containsExactly(byPackage, byMethod);
        assertThat(scan.candidates("com/$Proxy1", classFile())).isNull();
        assertThat(scan.candidates("com/Real$$SpringCGLIB$$0", classFile())).isNull();
        assertThat(scan.candidates("com/$Proxy9", classFile())).hasSize(1);
    }

    private static RuleScan scan(List<PatternRule> rules) {
        return new RuleScan(new RuleSet(rules, List.of(), Vocabulary.OURS), Presets.none());
    }

    private static PatternRule rule(String className, String method) {
        return PatternRule.of(
                MethodPattern.of(false, className, method, null, null, null),
                Rule.of(Rule.Kind.JOB, "x", "here").build());
    }

    private static byte[] classFile() throws IOException {
        try (InputStream in = Shop.class.getResourceAsStream("Shop.class")) {
            return in.readAllBytes();
        }
    }
}
