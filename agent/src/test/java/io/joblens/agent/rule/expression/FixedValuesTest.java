package io.joblens.agent.rule.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FixedValuesTest {
    private final Binding binding =
            Binding.to(List.of(Root.argument(0)), type -> false, sentence -> {}).at("com.acme.Outer$Worker", "run");

    @Test
    void reads_the_same_constant_from_every_call() throws Throwable {
        assertThat(read(ValuePath.constant("eu"), null)).isEqualTo("eu");
        assertThat(ValuePath.constant(3L).roots()).noneMatch(Root::needsSlot);
    }

    @Test
    void puts_a_default_where_a_path_leads_to_nothing() throws Throwable {
        ValuePath path = ValuePath.parse("arg0.length").or(7L);

        assertThat(read(path, "four")).isEqualTo(4);
        assertThat(read(path, null)).isEqualTo(7L);
    }

    @Test
    void knows_the_method_it_stands_for() throws Throwable {
        assertThat(read(ValuePath.parse("method.name"), null)).isEqualTo("run");
        assertThat(read(ValuePath.parse("method.class"), null)).isEqualTo("com.acme.Outer$Worker");
        assertThat(read(ValuePath.parse("method.class.name"), null)).isEqualTo("com.acme.Outer$Worker");
        assertThat(read(ValuePath.parse("method.class.simpleName"), null)).isEqualTo("Worker");
        assertThat(read(ValuePath.parse("method.shortName"), null)).isEqualTo("Worker.run");
    }

    @Test
    void counts_attempts_from_one_wherever_they_begin() throws Throwable {
        ValuePath path = ValuePath.parse("arg0").from(0);

        assertThat(read(path, 0)).isEqualTo(1L);
        assertThat(read(path, " 2 ")).isEqualTo(3L);
        assertThat(read(path, -1)).isNull();
        assertThat(read(path, "none")).isNull();
        assertThat(read(path.or(1L), null)).isEqualTo(1L);
    }

    @Test
    void takes_a_method_in_conditions_and_the_bare_word_as_a_word() throws Throwable {
        assertThat(holds("method.name == run", null)).isTrue();
        assertThat(holds("arg0 == method", "method")).isTrue();
    }

    @Test
    void refuses_what_a_method_does_not_say() {
        assertThatThrownBy(() -> ValuePath.parse("method.nam"))
                .hasMessage("column 1: `method.nam` has no value; `method.name`, `method.shortName`, `method.class` or"
                        + " `method.class.simpleName` would be right");
    }

    private Object read(ValuePath path, Object argument) throws Throwable {
        return path.compile(binding).read(null, null, argument, null, null, null);
    }

    private boolean holds(String condition, Object argument) throws Throwable {
        return ConditionExpression.parse(condition).compile(binding).holds(null, null, argument, null, null, null);
    }
}
