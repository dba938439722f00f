package io.joblens.agent.rule.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.agent.rule.PatternRule;
import io.joblens.agent.rule.Rule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTest {
    @TempDir
    private Path folder;

    @Test
    void reads_the_simplest_rule() {
        FileWithRules file = read("""
                rules:
                  - job: video
                    method: com.acme.Encoder.encode
                """);

        assertThat(file.problems).isEmpty();
        PatternRule rule = file.rules.rules().get(0);
        assertThat(rule.rule().kind()).isEqualTo(Rule.Kind.JOB);
        assertThat(rule.rule().name()).isEqualTo("video");
        assertThat(rule.source()).endsWith("joblens.yaml:2:5");
        assertThat(rule.pattern().exactClass()).isEqualTo("com.acme.Encoder");
        assertThat(rule.pattern().exactMember()).isEqualTo("encode");
    }

    @Test
    void reads_all_there_is_to_say() {
        FileWithRules file = read("""
                rules:
                  - job: { path: this.class.simpleName, default: other }
                    class: "com.acme.**"
                    method: "handle*"
                    subtypes-of: [com.acme.Handler, com.acme.Other]
                    annotated-with: com.acme.Begin
                    parameters: [java.lang.String, int]
                    id: arg0.id
                    user: method.name
                    attempt: { path: arg1, default: 1 }
                    fields: { object_key: "arg0['key']", region: { constant: eu } }
                    failed-when: return == FAILED
                    skipped-when: return == SKIPPED
                """);

        assertThat(file.problems).isEmpty();
        Rule rule = file.rules.rules().get(0).rule();
        assertThat(rule.name()).isNull();
        assertThat(rule.namePath()).hasToString("this.class.simpleName");
        assertThat(rule.namePath().fallback()).isEqualTo("other");
        assertThat(rule.id()).hasToString("arg0.id");
        assertThat(rule.attempt().fallback()).isEqualTo(1L);
        assertThat(rule.fields()).containsOnlyKeys("object_key", "region");
        assertThat(rule.failedWhen()).hasToString("return == FAILED");
    }

    @Test
    void reads_every_kind() {
        StringBuilder text = new StringBuilder("rules:\n");
        for (RuleKind kind : RuleKind.values()) {
            text.append("  - {").append(kind.key()).append(": queue_length, method: a.B.c, infected-when: return}\n");
        }
        FileWithRules file = read(text.toString());

        assertThat(file.rules.rules()).hasSize(RuleKind.values().length);
        assertThat(file.problems)
                .hasSize(RuleKind.values().length - 1)
                .allMatch(line -> line.contains("infected-when means nothing to a "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {job: a, methd: b.C.d}                             | 1:20: no such key 'methd'; did you mean 'method'? the rule is left out
            {jbo: a, method: b.C.d}                            | 1:12: no such key 'jbo'; did you mean 'job'? the rule is left out
            {method: b.C.d}                                    | 1:11: the rule says not what it is; it takes one of job, start, complete, failed, skipped, created, scan, operation, gauge; the rule is left out
            {job: a, start: a, method: b.C.d}                  | 1:20: the rule is a job already; start takes a rule of its own; the rule is left out
            {job: a}                                           | 1:11: the rule has no method; it takes one such as 'method: com.acme.Encoder.encode'; the rule is left out
            {job: a, method: run}                              | 1:28: 'run' has no class; it takes one such as 'com.acme.Encoder.run', or beside it class, subtypes-of or annotated-with; the rule is left out
            {job: a, class: b.C, method: d.e}                  | 1:40: method is d.e, but class says the class; it takes 'e'; the rule is left out
            {job: a, method: b.C.d()}                          | 1:28: method is b.C.d(); it takes the name without '()'; the rule is left out
            {job: a, method: b.C.<init>}                       | 1:28: method is a constructor, which cannot be a job; it takes a method; the rule is left out
            {job: a, method: "**.run*"}                        | 1:11: '**.run*' could be in any class; it takes a class that begins with a package such as 'com.acme.**', or a method without a star; the rule is left out
            {job: a, method: [b.C.d]}                          | 1:28: method is a list; it takes a name such as com.acme.Encoder.encode; the rule is left out
            {job: [a], method: b.C.d}                          | 1:17: job is a list; it takes a name such as video; the rule is left out
            {job: {path: return}, method: b.C.d}               | 1:17: job is read when the method is entered, where 'return' has no value yet; use 'this' or an argument; the rule is left out
            {scan: a, method: b.C.d}                           | 1:12: the scan says nothing of when a file is infected; infected-when: return == INFECTED, for example, would; the rule is left out
            {gauge: 1a, method: b.C.d}                         | 1:19: gauge is 1a; it takes queue_length, failed_jobs_dlq or a name of letters, digits and _ with no digit first; the rule is left out
            {gauge: job_x, method: b.C.d}                      | 1:19: gauge is job_x, but names that begin with job_ are Joblens' own; it takes another; the rule is left out
            {job: a, method: b.C.d, subtypes-of: "b.*"}        | 1:48: subtypes-of is b.*; it takes the full name of a class or interface such as com.acme.Handler; the rule is left out
            {job: a, method: b.C.d, except: "b..C"}            | 1:43: except is b..C; it takes classes such as com.acme.Base or com.acme.old.**; the rule is left out
            {job: a, method: b.C.d, parameters: int}           | 1:47: parameters is int; it takes a list of types such as [java.lang.String, int]; the rule is left out
            """)
    void switches_off_a_wrong_rule_only(String rule, String problem) {
        FileWithRules file = read("rules: [" + rule + ", {job: right, method: a.B.c}]");

        assertThat(file.problems).containsExactly("joblens.yaml:" + shifted(problem));
        assertThat(file.rules.rules())
                .singleElement()
                .satisfies(right -> assertThat(right.rule().name()).isEqualTo("right"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            id: argo.id                | 1:40: id: 'argo' is no value of the call; did you mean 'arg0'?; the value is left out
            id: [arg0]                 | 1:40: id is a list; it takes a path such as arg0.id; the value is left out
            id: {pth: arg0}            | 1:41: no such key 'pth' of id; did you mean 'path'? the value is left out
            id: {path: arg0, constant: 1} | 1:40: id is a map; it takes {path: arg0.id, default: none} or {constant: eu}, of single values; the value is left out
            failed-when: "return = X"  | 1:57: failed-when: '=' is no operator; write '=='; the condition is not used
            error: arg0                | 1:36: error means nothing to a job, which takes id, user, attempt, fields, failed-when, skipped-when; it is left out
            attempt: {path: arg0, frist: 0} | 1:58: no such key 'frist' of attempt; did you mean 'first'? the value is left out
            attempt: {path: arg0, first: no} | 1:65: first is no; it takes the number of the first attempt such as 0; the value is left out
            id: {path: arg0, first: 0} | 1:53: no such key 'first' of id; there are path, default and constant; the value is left out
            fields: x                  | 1:44: fields is x; it takes a map such as {object_key: arg0.key}; it is left out
            fields: {a: method.nam}    | 1:48: field a: 'method.nam' has no value; 'method.name', 'method.shortName', 'method.class' or 'method.class.simpleName' would be right; the value is left out
            """)
    void leaves_out_a_wrong_value_only(String value, String problem) {
        FileWithRules file = read("rules: [{job: a, method: b.C.d,    " + value + "}]");

        assertThat(file.problems).containsExactly("joblens.yaml:" + problem.replace('\'', '`'));
        assertThat(file.rules.rules()).hasSize(1);
    }

    @Test
    void maps_annotations() {
        FileWithRules file = read("""
                annotations:
                  job-start: [com.acme.Begin, com.acme.Go]
                  job-id: com.acme.Key
                """);

        assertThat(file.problems).isEmpty();
        assertThat(file.rules.vocabulary().needles())
                .contains("Lcom/acme/Begin;", "Lcom/acme/Go;", "Lio/joblens/api/JobStart;")
                .doesNotContain("Lcom/acme/Key;");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            annotations: x               | 1:14: annotations is x; it takes a map such as {job-start: [com.acme.Begin]}; it is left out
            annotations: {job-strt: a.B} | 1:15: no such annotation `job-strt`; did you mean `job-start`?; it is left out
            annotations: {scan: '@A'}    | 1:21: scan is @A; it takes the names of annotations such as com.acme.Begin; it is left out
            rules: 3                     | 1:8: rules is 3; it takes a list, in which each rule begins with `-`; there are no rules
            rules: [x]                   | 1:9: a rule is x; it takes a map such as {job: video, method: com.acme.Encoder.encode}; the rule is left out
            rulse: []                    | 1:1: no such option `rulse`; did you mean `rules`?
            """, quoteCharacter = '"')
    void refuses_what_is_no_rule_or_annotation(String text, String problem) {
        assertThat(read(text).problems).containsExactly("joblens.yaml:" + problem);
    }

    private FileWithRules read(String text) {
        return new FileWithRules(folder, text);
    }

    /** The table counts columns from where its rules begin in `rules: [`, plus two. */
    private static String shifted(String problem) {
        int colon = problem.indexOf(':', 2);
        int column = Integer.parseInt(problem.substring(2, colon)) - 2;
        return "1:" + column + problem.substring(colon).replace('\'', '`').replace("Joblens`", "Joblens'");
    }
}
