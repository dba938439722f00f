package io.joblens.agent.rule.yaml;

import io.joblens.agent.config.Problems;
import io.joblens.agent.config.YamlPart;
import io.joblens.agent.rule.PatternRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;

/** The file of a preset: the rules of users, below a heading. Immutable. */
public final class PresetFile {
    private final YamlPart root;

    private PresetFile(YamlPart root) {
        this.root = root;
    }

    /** The file of the preset with that name, which has to be one of the agent's. */
    public static PresetFile named(String name) {
        return new PresetFile(
                YamlPart.parse(text("/io/joblens/agent/preset/" + name + ".yaml"), "preset " + name + ".yaml"));
    }

    /** Compiles its rules. */
    public List<PatternRule> rules(Problems problems) {
        YamlPart rules = part("rules");
        return rules == null ? Collections.<PatternRule>emptyList() : RuleFile.preset(rules, problems);
    }

    /** What stands under one of its keys, or {@code null}. */
    YamlPart part(String key) {
        for (YamlPart[] entry : root.entries()) {
            if (entry[0].text().equals(key)) {
                return entry[1];
            }
        }
        return null;
    }

    private static String text(String file) {
        try (InputStream in = PresetFile.class.getResourceAsStream(file)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] chunk = new byte[4096];
            for (int read; (read = in.read(chunk)) > 0; ) {
                bytes.write(chunk, 0, read);
            }
            return new String(bytes.toByteArray(), Charset.forName("UTF-8"));
        } catch (IOException damaged) {
            throw new IllegalStateException("the agent's JAR is damaged: " + damaged, damaged);
        }
    }
}
