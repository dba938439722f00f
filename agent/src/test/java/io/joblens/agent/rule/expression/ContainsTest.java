package io.joblens.agent.rule.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.bytebuddy.description.method.MethodDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainsTest {
    private enum Verdict {
        CLEAN,
        INFECTED
    }

    @ParameterizedTest
    @CsvSource({"return contains FOUND, true", "return contains 'stream: ', true", "return contains OK, false"})
    void finds_a_text_in_a_text_and_in_its_bytes(String condition, boolean expected) throws Throwable {
        String reply = "stream: Eicar FOUND\0";

        assertThat(holds(condition, reply)).isEqualTo(expected);
        assertThat(holds(condition, new StringBuilder(reply))).isEqualTo(expected);
        assertThat(holds(condition, reply.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
    }

    @Test
    void finds_letters_beyond_ascii_in_bytes() throws Throwable {
        assertThat(holds("return contains 'größe'", "die größe".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @Test
    void finds_an_element_in_a_collection_and_an_array() throws Throwable {
        assertThat(holds("return contains INFECTED", Set.of(Verdict.INFECTED))).isTrue();
        assertThat(holds("return contains INFECTED", List.of(Verdict.CLEAN))).isFalse();
        assertThat(holds("return contains 3", new int[] {1, 3})).isTrue();
        assertThat(holds("return contains 3", List.of(3L))).isTrue();
        assertThat(holds("return contains null", Arrays.asList("a", null))).isTrue();
        assertThat(holds("return contains a", new String[] {"ab"})).isFalse();
        assertThat(holds("return contains thrown", List.of("a"))).isFalse();
        assertThat(holds("return contains return", "text")).isTrue();
        assertThat(holds("return contains return", "text".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void finds_nothing_where_nothing_can_be() throws Throwable {
        assertThat(holds("return contains a", null)).isFalse();
        assertThat(holds("return contains a", 5)).isFalse();
        assertThat(holds("not return contains a", null)).isTrue();
    }

    @Test
    void tells_a_value_that_contains_nothing_by_its_type() throws Exception {
        assertThat(mistakes("number"))
                .containsExactly(
                        "`return` is an int, which contains nothing; `contains` asks texts, bytes, collections and arrays");
        assertThat(mistakes("bytes")).isEmpty();
        assertThat(mistakes("names")).isEmpty();
        assertThat(mistakes("anything")).isEmpty();
    }

    @Test
    void stands_behind_a_path_only() {
        assertThatThrownBy(() -> ConditionExpression.parse("FOUND contains return"))
                .isInstanceOf(InvalidExpression.class);
        assertThatThrownBy(() -> ConditionExpression.parse("return includes a"))
                .hasMessageContaining("did you mean `contains`?");
    }

    private static boolean holds(String condition, Object returned) throws Throwable {
        return ConditionExpression.parse(condition)
                .compile(Binding.to(List.of(), type -> false, sentence -> {}))
                .holds(returned, null, null, null, null, null);
    }

    private static List<String> mistakes(String method) throws Exception {
        return ConditionExpression.parse("return contains a")
                .check(new MethodDescription.ForLoadedMethod(Declared.class.getDeclaredMethod(method)))
                .stream()
                .map(Mistake::sentence)
                .toList();
    }

    private interface Declared {
        int number();

        byte[] bytes();

        List<String> names();

        Object anything();
    }
}
