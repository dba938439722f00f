package io.joblens.agent.rule.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.agent.rule.expression.sample.Samples;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {
    private static MethodDescription method(String name) {
        return method(name, ClassFileLocator.ForClassLoader.of(Samples.class.getClassLoader()));
    }

    private static MethodDescription method(String name, ClassFileLocator locator) {
        return TypePool.Default.of(locator)
                .describe(Samples.Worker.class.getName())
                .resolve()
                .getDeclaredMethods()
                .filter(ElementMatchers.named(name))
                .getOnly();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            close | return == A           | column 1: `return` has no value, `Samples.Worker.close` returns nothing; use `thrown`, `this` or an argument
            close | this.x == A           | column 1: `this` has no value, `Samples.Worker.close` is static; use an argument
            close | arg0                  | column 1: `arg0` has no value, `Samples.Worker.close` has no parameters
            generic | arg5 == A           | column 1: `arg5` has no value, `Samples.Worker.generic` has 4 parameters, `arg0` to `arg3`
            runLater | arg1 == A          | column 1: `arg1` has no value, `Samples.Worker.runLater` has one parameter, `arg0`
            runLater | return == A        | column 1: `return` has no value, `Samples.Worker.runLater` completes with nothing; use `thrown`, `this` or an argument
            scan  | return == INFECTD     | column 11: `return` is a Samples.Verdict, which has no constant `INFECTD`; it has `CLEAN`, `INFECTED`, `BROKEN`; did you mean `INFECTED`?
            scan  | return in [CLEAN, NO] | column 19: `return` is a Samples.Verdict, which has no constant `NO`; it has `CLEAN`, `INFECTED`, `BROKEN`
            scan  | return == Page.CLEAN  | column 11: `return` is a Samples.Verdict, which never equals a constant of `Page`; write `Samples.Verdict.CLEAN` or only the constant
            scan  | return == 5           | column 11: `return` is a Samples.Verdict, which never compares with the number 5; it has `CLEAN`, `INFECTED`, `BROKEN`
            scan  | return                | column 1: `return` is a Samples.Verdict, which is neither true nor false; compare it, as in `return == …`
            scan  | arg1.kee == A         | column 5: `arg1` is a Samples.Page, which has no property `kee`; did you mean `key`?
            scan  | arg1.zzzz == A        | column 5: `arg1` is a Samples.Page, which has no property `zzzz`; it has `key`, `sizes`, `tags`
            scan  | arg1 is Scan          | column 1: `arg1` is a Samples.Page, which never is a `Scan`
            scan  | arg1.sizes[0].x == 1  | column 14: `arg1.sizes[0]` is an int, which holds nothing; leave `.x` away
            scan  | arg1.sizes.size == 1  | column 11: `arg1.sizes` is an int[], which has no property `size`; write `.length` or `[0]`
            scan  | arg0 == 5             | column 9: `arg0` is a String, which never compares with the number 5; write it in quotes to compare with the text
            scan  | arg0 == true          | column 9: `arg0` is a String, which is neither true nor false; write `'true'` to compare with the text
            inspect | return == INFECTED  | column 11: `return` is a Samples.ScanResult, which never equals the word INFECTED; compare a property of it, such as `return.status`
            inspect | return == true      | column 11: `return` is a Samples.ScanResult, which is neither true nor false; compare a property of it, such as `return.infected`
            inspect | return > 2          | column 10: `return` is a Samples.ScanResult, which never compares with the number 2; compare a property of it, such as `return.hits`
            inspect | return.stats == A   | column 7: `return` is a Samples.ScanResult, which has no property `stats`; did you mean `status`?
            inspect | arg0 == A           | column 9: `arg0` is an int, which never equals the word A; compare it with a number
            inspect | arg0 == null        | column 9: `arg0` is an int, which is never null
            inspect | arg1 == A           | column 9: `arg1` is a boolean, which never equals the word A; compare it with `true` or `false`
            inspect | arg1 == arg0        | column 1: `arg1` is a boolean and `arg0` is an int, which never compare; compare values of one kind
            inspect | arg2.one.kee == A   | column 9: `arg2.one` is a Samples.Page, which has no property `kee`; did you mean `key`?
            inspect | arg3[0].stats == A  | column 8: `arg3[0]` is a Samples.ScanResult, which has no property `stats`; did you mean `status`?
            inspect | return[0] == A      | column 7: `return` is a Samples.ScanResult, which has no elements; `[0]` reads arrays and lists
            inspect | return['a'] == A    | column 7: `return` is a Samples.ScanResult, which is no map; write `.a` for a property
            scanLater | return == INFCTED | column 11: `return` is a Samples.Verdict, which has no constant `INFCTED`; it has `CLEAN`, `INFECTED`, `BROKEN`; did you mean `INFECTED`?
            inspectLater | return.stat==A | column 7: `return` is a Samples.ScanResult, which has no property `stat`; it has `broken`, `engine`, `hits`, `infected`, `status`
            text | arg0 == ab             | column 9: `arg0` is a char, which never equals the word ab; compare it with a single character
            text | arg2[0].kee == 1       | column 8: `arg2[0]` is a Samples.Page, which has no property `kee`; did you mean `key`?
            text | arg2 == A              | column 9: `arg2` is a Samples.Page[], which never equals the word A
            isDone | this.dne             | column 5: `this` is a Samples.Worker, which has no property `dne`; did you mean `done`?
            """)
    void says_what_makes_no_sense_for_a_method(String method, String condition, String sentence) throws Exception {
        assertThat(ConditionExpression.parse(condition).check(method(method)))
                .extracting(Mistake::toString)
                .containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            scan    | return == INFECTED or return == Verdict.CLEAN or return == null or return == 'BROKEN'
            scan    | return.final and return.name == A and arg0.length > 3 and arg1.sizes.length > 0
            scan    | arg1 is Record and arg1 is Samples.Page and return is Enum
            scan    | thrown.errorCode == 5 and thrown is Anything and thrown.message == x
            scan    | this.class.simpleName == x and this.class.name == arg0
            inspect | return.infected and return.hits > 2 and return.status in [CLEAN] and return.engine == x
            inspect | arg1 == true and arg1 == 'true' and not arg1 and arg0 == 2.5 and return != null
            inspect | arg2.anything != null or arg2['x'].key == y or arg2.x.tags[0] == z or arg3.size > 0
            inspect | arg3[1].status == CLEAN
            scanLater | return == INFECTED
            rawLater  | return == INFECTED and return.anything == 5 and arg0.errorCode == 5
            inspectLater | return.status == CLEAN
            runLater | arg0.anything == 5 and arg0 == X and arg0 > 3 and arg0
            generic | return.anything and arg0 == 5 and arg1.more == x and arg1.value == x and arg1.value.x == y
            generic | arg2.more == x and arg2 == X and arg2 is Anything and arg3.get.key == x
            text    | arg0 == x and arg1 < 0.5 and return == x and arg2.length == 2 and arg3[0].key == x and arg4.key == x
            isDone  | return and this.done
            """)
    void accepts_what_can_be(String method, String condition) throws Exception {
        assertThat(ConditionExpression.parse(condition).check(method(method))).isEmpty();
    }

    @Test
    void collects_the_mistakes_of_all_parts() throws Exception {
        assertThat(ConditionExpression.parse("not (this.a or arg3) and return in [A, B]")
                        .check(method("close")))
                .extracting(Mistake::column)
                .containsExactly(6, 16, 26);
    }

    @Test
    void knows_that_private_fields_of_the_jdk_are_out_of_reach() throws Exception {
        assertThat(ValuePath.parse("arg0.value").check(method("scan")))
                .singleElement()
                .asString()
                .startsWith("column 5: `arg0` is a String, which has no property `value`; it has ");
    }

    @Test
    void checks_paths_too() throws Exception {
        assertThat(ValuePath.parseWithin(Root.argument(1), "kee").check(method("scan")))
                .extracting(Mistake::toString)
                .containsExactly(
                        "column 1: `arg1` is a Samples.Page, which has no property `kee`; did you mean `key`?");
        assertThat(ValuePath.parse("arg1.key").check(method("scan"))).isEmpty();
    }

    @Test
    void holds_nothing_against_classes_whose_files_are_missing() throws Exception {
        ClassFileLocator all = ClassFileLocator.ForClassLoader.of(Samples.class.getClassLoader());
        String worker = Samples.Worker.class.getName();
        ClassFileLocator only =
                ClassFileLocator.Simple.of(worker, all.locate(worker).resolve());

        assertThat(ConditionExpression.parse(
                                "return == NO and arg1.zzz == A and arg0.x == 5 and return is X and this.dne")
                        .check(method("scan", only)))
                .isEmpty();
        assertThat(ConditionExpression.parse("arg5").check(method("scan", only)))
                .hasSize(1);
    }
}
