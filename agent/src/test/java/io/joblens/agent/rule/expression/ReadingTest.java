package io.joblens.agent.rule.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.joblens.agent.rule.expression.sample.Samples;
import io.joblens.agent.rule.expression.sample.Samples.Page;
import io.joblens.agent.rule.expression.sample.Samples.ScanResult;
import io.joblens.agent.rule.expression.sample.Samples.Verdict;
import io.joblens.bootstrap.probe.ValueReader;
import java.io.File;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static Object read(Object returned, String path) throws Throwable {
        CallValues call = CallValues.returning(returned);
        Object value = call.read(path);
        assertThat(call.reports).isEmpty();
        return value;
    }

    @Test
    void reads_getters_accessors_and_fields_also_inherited() throws Throwable {
        ScanResult result = new Samples.DeepScanResult(Verdict.INFECTED);

        assertThat(read(result, "return")).isSameAs(result);
        assertThat(read(result, "return.status")).isSameAs(Verdict.INFECTED);
        assertThat(read(result, "return.infected")).isEqualTo(true);
        assertThat(read(result, "return.hits")).isEqualTo(3);
        assertThat(read(result, "return.engine")).isEqualTo("clam");
        assertThat(read(result, "return.status.name.length")).isEqualTo(8);
        assertThat(read(result, "return.class.simpleName")).isEqualTo("DeepScanResult");
        assertThat(read(result, "return.getStatus")).isSameAs(Verdict.INFECTED);
        assertThat(read(Verdict.BROKEN, "return.final")).isEqualTo(false);
    }

    @Test
    void prefers_getters_to_methods_and_methods_to_fields() throws Throwable {
        Samples.Ambiguous value = new Samples.Ambiguous();

        assertThat(read(value, "return.both")).isEqualTo("getter");
        assertThat(read(value, "return.bare")).isEqualTo("method");
        assertThat(read(new Samples.TextHolder("x"), "return.value")).isEqualTo("x!");
    }

    @Test
    void reads_private_members_of_hidden_classes_and_default_methods() throws Throwable {
        assertThat(read(Samples.hidden(), "return.secret")).isEqualTo("whisper");
        assertThat(read(Samples.hidden(), "return.page.key")).isEqualTo("k1");
        assertThat(read(Samples.hidden(), "return.name")).isEqualTo("default");
    }

    @Test
    void reads_maps_lists_and_arrays() throws Throwable {
        Map<String, Object> map = new TreeMap<>();
        map.put("a b", new Page("k", Arrays.asList("x", "y"), new int[] {4, 5}));
        map.put("size", "XL");

        assertThat(read(map, "return['a b'].tags[1]")).isEqualTo("y");
        assertThat(read(map, "return['a b'].sizes[1]")).isEqualTo(5);
        assertThat(read(map, "return['a b'].sizes.length")).isEqualTo(2);
        assertThat(read(map, "return['a b'].tags.size")).isEqualTo(2);
        assertThat(read(map, "return.size")).isEqualTo("XL");
        assertThat(read(new String[][] {{"p"}, {"q"}}, "return[1][0]")).isEqualTo("q");
    }

    @Test
    void reads_nothing_behind_what_is_absent() throws Throwable {
        Map<String, Object> map = Collections.singletonMap("null", null);

        assertThat(read(null, "return.a.b[0]['c']")).isNull();
        assertThat(read(map, "return.nope.deeper")).isNull();
        assertThat(read(map, "return['null'].deeper")).isNull();
        assertThat(read(new int[1], "return[1]")).isNull();
        assertThat(read(new Object[1], "return[0].x")).isNull();
        assertThat(read(new Object[1], "return[1].x")).isNull();
        assertThat(read(List.of("a"), "return[1].x")).isNull();
        assertThat(read(new TreeMap<>(Map.of(1, "one")), "return.one")).isNull();
    }

    @Test
    void reads_types_of_the_jdk_through_what_they_export() throws Throwable {
        assertThat(read(new Thread("worker-1"), "return.name")).isEqualTo("worker-1");
        assertThat(read(new File("in/chapter.cbz"), "return.name")).isEqualTo("chapter.cbz");
        assertThat(read(Paths.get("in/chapter.cbz"), "return.fileName.toString"))
                .isEqualTo("chapter.cbz");
        assertThat(read(Map.of("k", "v").entrySet().toArray(), "return[0].value"))
                .isEqualTo("v");
        assertThat(read(new IllegalStateException("why"), "return.message")).isEqualTo("why");
        assertThat(read(List.of(1, 2), "return.size")).isEqualTo(2);
        assertThat(read(Optional.of("it"), "return.get.length")).isEqualTo(2);
        assertThat(read(Optional.empty(), "return.get.length")).isNull();
        assertThat(read(Optional.empty(), "return.present")).isEqualTo(false);
    }

    @Test
    void reports_an_absent_property_once_per_class() throws Throwable {
        CallValues call = CallValues.returning(null);
        ValueReader reader = ValuePath.parse("return.statsu")
                .compile(Binding.to(Collections.emptyList(), type -> false, call.reports::add));

        for (int i = 0; i < 3; i++) {
            assertThat(reader.read(new ScanResult(Verdict.CLEAN, 0), null, null, null, null, null))
                    .isNull();
            assertThat(reader.read("text", null, null, null, null, null)).isNull();
        }

        assertThat(call.reports)
                .containsExactly(
                        "`return.statsu` is absent: " + ScanResult.class.getName()
                                + " has no property `statsu` that can be read; did you mean `status`?",
                        "`return.statsu` is absent: java.lang.String has no property `statsu` that can be read");
    }

    @Test
    void reports_no_absence_of_what_is_told_to_be_absent_at_times() throws Throwable {
        CallValues call = CallValues.returning(null);
        ValueReader reader = ValuePath.parse("return.statsu")
                .or(null)
                .compile(Binding.to(Collections.emptyList(), type -> false, call.reports::add));

        assertThat(reader.read("text", null, null, null, null, null)).isNull();
        assertThat(call.reports).isEmpty();
    }

    @Test
    void reports_what_cannot_be_indexed_or_is_out_of_reach() throws Throwable {
        CallValues call = CallValues.returning("text", Samples.hidden());

        assertThat(call.read("return[0]")).isNull();
        assertThat(call.read("return['a']")).isNull();
        assertThat(call.read("return.hash")).isNull();
        assertThat(call.read("arg0.nothing")).isNull();
        assertThat(call.read("arg0.SHARED")).isNull();

        assertThat(call.reports)
                .hasSize(5)
                .startsWith(
                        "`return[0]` is absent: java.lang.String is neither array nor list",
                        "`return['a']` is absent: java.lang.String is no map");
    }

    @Test
    void lets_the_application_throw() {
        CallValues call = CallValues.returning(new ScanResult(Verdict.CLEAN, 0));

        assertThatThrownBy(() -> call.read("return.broken"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the scanner is gone");
    }

    @Test
    void takes_up_to_three_slots_singly_and_more_from_the_array() throws Throwable {
        List<Root> three = Arrays.asList(Root.THIS, Root.argument(4), Root.argument(1));
        List<Root> four = Arrays.asList(Root.THIS, Root.argument(4), Root.argument(1), Root.argument(0));
        Object[] many = {"t", "4", "1", "0"};

        for (String path : new String[] {"this", "arg4", "arg1"}) {
            String expected = path.substring(path.length() - 1).replace("s", "t");
            assertThat(ValuePath.parse(path)
                            .compile(Binding.to(three, type -> false, sentence -> {}))
                            .read(null, null, "t", "4", "1", null))
                    .isEqualTo(expected);
            assertThat(ValuePath.parse(path)
                            .compile(Binding.to(four, type -> false, sentence -> {}))
                            .read(null, null, null, null, null, many))
                    .isEqualTo(expected);
        }
        assertThatThrownBy(() -> ValuePath.parse("arg0").compile(Binding.to(three, type -> false, sentence -> {})))
                .hasMessage("`arg0` has no slot among [this, arg4, arg1]");
    }
}
