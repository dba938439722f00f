package io.joblens.agent.rule.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParsingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            return == INFECTED                         | (return == INFECTED)
            INFECTED == return                         | (return == INFECTED)
            3 < arg0                                   | (arg0 > 3)
            return.status != Verdict.CLEAN             | (return.status != Verdict.CLEAN)
            return                                     | return
            not return                                 | (not return)
            not return.infected and thrown == null     | ((not return.infected) and (thrown == null))
            return or thrown is IOException and this.x | (return or ((thrown is IOException) and this.x))
            (return or thrown is a.B.C) and this.x     | ((return or (thrown is a.B.C)) and this.x)
            not not return                             | (not (not return))
            not return in [A, 'b c', -3, 2.5, arg0.x]  | (not (return in [A, 'b c', -3, 2.5, arg0.x]))
            arg12.page['a "key"'][3].class.in >= -1.50 | (arg12.page['a "key"'][3].class.in >= -1.50)
            return=="it's"                             | (return == "it's")
            return.is==true                            | (return.is == true)
            arg0.a<=arg1.b                             | (arg0.a <= arg1.b)
            return == returned                         | (return == returned)
            """)
    void reads_conditions(String text, String tree) throws Exception {
        assertThat(ConditionExpression.parse(text).node()).hasToString(tree);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '~', textBlock = """
            return = INFECTED       → column 8: `=` is no operator; write `==`
            return === A            → column 8: `===` is no operator; write `==`
            !return                 → column 1: `!` is no operator; write `not`
            return && thrown        → column 8: `&&` is no operator; write `and`
            return || thrown        → column 8: `||` is no operator; write `or`
            return <> A             → column 8: `<>` is no operator; write `!=`
            return => 3             → column 8: `=>` is no operator; write `>=`
            return == 5s            → column 11: `5s` is no number; put it in quotes to mean the word
            return == 'A            → column 11: the text that begins here has no end; close it with '
            return == not-found     → column 11: `not` is not understood here; a value (`'not'` in quotes to mean the word) would be right
            return == dead-letter   → column 15: `-` is no operator; put a word that holds one in quotes
            return == #             → column 11: `#` is no sign of this language; put it in quotes to mean the text
            retrun.x == A           → column 1: `retrun` is no value of the call; did you mean `return`?
            retrun == A             → column 1: `retrun` is no value of the call; did you mean `return`?
            A == retrun.x           → column 6: `retrun` is no value of the call; did you mean `return`?
            args0 == A              → column 1: `args0` is no value of the call; did you mean `arg0`?
            result.status == A      → column 1: `result` is no value of the call; did you mean `return`?
            arg999 == A             → column 1: `arg999` is no value of the call; a path that begins with `return`, `thrown`, `this` or `arg0` would be right
            5 == 5                  → column 1: `5` is no value of the call; a path that begins with `return`, `thrown`, `this` or `arg0` would be right
            INFECTED                → column 1: `INFECTED` is no value of the call; a path that begins with `return`, `thrown`, `this` or `arg0` would be right
            return ==               → column 10: nothing follows `==`; a value would be right
            return == A AND thrown  → column 13: `AND` is no operator; did you mean `and`?
            return equals A         → column 8: `equals` is no operator; did you mean `==`?
            thrown instanceof A     → column 8: `instanceof` is no operator; did you mean `is`?
            return not in [A]       → column 8: `not` stands before a condition, as in `not return in [A, B]`
            thrown is not A         → column 11: `not` stands before a condition; write `not … is …`
            return == A == B        → column 13: `==` follows a whole condition; join two of them with `and` or `or`
            return in A             → column 11: `A` is not understood here; `[` to begin the list, as in `in [A, B]`, would be right
            return in []            → column 12: `]` is not understood here; a value would be right
            return in [A, B         → column 16: nothing follows `B`; `]` to close the list would be right
            (return == A            → column 13: nothing follows `A`; `)` to close the `(` would be right
            return == A)            → column 12: `)` closes nothing; leave it away
            return < A              → column 10: `A` is no number; `<` compares with a number or a path
            return.get() == A       → column 11: a path has no `()`; leave them away, the method is called all the same
            return. == A            → column 9: `==` is not understood here; the name of a property would be right
            return.5 == A           → column 8: `5` is no name; write `[5]` for an element
            return[key] == A        → column 8: `key` is no index; write `['key']` for the key of a map
            return[-1] == A         → column 8: `-1` is no index; a whole number counted from 0 would be right
            return[1.5] == A        → column 8: `1.5` is no index; a whole number counted from 0 would be right
            return[1 == A           → column 10: `==` is not understood here; `]` to close the `[` would be right
            thrown is 'A'           → column 11: `'A'` is not understood here; the name of a class would be right
            return thrown           → column 8: `thrown` is not understood here; `and`, `or` or the end would be right
            """)
    void says_what_is_wrong_where_and_what_would_be_right(String text, String sentence) {
        InvalidExpression thrown = catchThrowableOfType(InvalidExpression.class, () -> ConditionExpression.parse(text));

        assertThat(thrown).as(text).hasMessage(sentence);
        assertThat(thrown.mistake()).hasToString(sentence);
    }

    @Test
    void refuses_empty_and_endless_conditions() {
        assertThat(catchThrowableOfType(InvalidExpression.class, () -> ConditionExpression.parse("  ")))
                .hasMessage("column 1: the condition is empty; one such as `return == FAILED` would be right");
        assertThat(catchThrowableOfType(InvalidExpression.class, () -> ConditionExpression.parse("(".repeat(2_000))))
                .hasMessage("column 101: the condition nests deeper than 100 levels; make it simpler");
        assertThat(catchThrowableOfType(
                        InvalidExpression.class, () -> ConditionExpression.parse("return and ".repeat(1_000))))
                .hasMessage("column 4000: the condition is longer than 4000 characters; make it simpler");
    }

    @Test
    void reads_paths_with_and_without_their_root() throws Exception {
        assertThat(ValuePath.parse(" arg1 . page['key'] [3]")).hasToString("arg1.page['key'][3]");
        assertThat(ValuePath.parseWithin(Root.argument(1), "page.key")).hasToString("arg1.page.key");
        assertThat(ValuePath.parseWithin(Root.THIS, "[0].return")).hasToString("this[0].return");
        assertThat(ValuePath.of(Root.THROWN)).hasToString("thrown");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            job.id      | column 1: `job.id` is no value of the call; a path that begins with `return`, `thrown`, `this` or `arg0` would be right
            arg_0       | column 1: `arg_0` is no value of the call; did you mean `arg0`?
            arg0.id == 3| column 9: `==` is not understood here; a `.`, a `[` or the end would be right
            ~~          | column 1: the path is empty; one such as `arg0.id` would be right
            """)
    void says_why_a_text_is_no_path(String text, String sentence) {
        assertThat(catchThrowableOfType(InvalidExpression.class, () -> ValuePath.parse(text)))
                .hasMessage(sentence);
    }

    @Test
    void says_why_a_text_is_no_path_within_a_root() {
        assertThat(catchThrowableOfType(InvalidExpression.class, () -> ValuePath.parseWithin(Root.THIS, ".id")))
                .hasMessage("column 1: `.` is not understood here; the name of a property would be right");
    }

    @Test
    void lists_the_roots_a_condition_reads() throws Exception {
        ConditionExpression condition = ConditionExpression.parse(
                "not (arg2.x == arg0 or return in [A, this.y]) and thrown is IOException and arg0.b");

        assertThat(condition.roots())
                .containsExactly(Root.argument(2), Root.argument(0), Root.RETURN, Root.THIS, Root.THROWN);
        assertThat(condition.roots().stream().filter(Root::needsSlot))
                .containsExactly(Root.argument(2), Root.argument(0), Root.THIS);
    }
}
