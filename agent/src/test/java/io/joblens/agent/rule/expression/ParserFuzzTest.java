package io.joblens.agent.rule.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ParserFuzzTest {
    private static final String[] PIECES = {
        "return",
        "thrown",
        "this",
        "arg0",
        "arg7",
        ".",
        "[",
        "]",
        "(",
        ")",
        "==",
        "!=",
        "<",
        ">=",
        "=",
        "!",
        "&",
        "in",
        "is",
        "and",
        "or",
        "not",
        "A",
        "x",
        "5",
        "-3",
        "2.5",
        "'t'",
        "\"",
        "'",
        ",",
        " ",
        "  ",
        "true",
        "null",
        "-",
        "é",
        "\u0000",
        "😀",
        "99999999999",
        "retrun",
        "$",
        "|"
    };

    @Test
    void refuses_any_text_with_a_sentence_about_a_place_in_it() {
        Random random = new Random(20_251_123);
        int accepted = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = random.nextInt(14); pieces >= 0; pieces--) {
                text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextBoolean() ? " " : "");
            }
            accepted += accepts(text.toString()) ? 1 : 0;
        }
        assertThat(accepted).isGreaterThan(100);
    }

    private static boolean accepts(String text) {
        try {
            ConditionExpression parsed = ConditionExpression.parse(text);
            assertThat(parsed.roots()).as(text).isNotEmpty();
            return true;
        } catch (InvalidExpression e) {
            assertThat(e.mistake().column()).as(text).isBetween(1, text.length() + 1);
            assertThat(e.mistake().sentence()).as(text).isNotBlank();
            return false;
        }
    }
}
