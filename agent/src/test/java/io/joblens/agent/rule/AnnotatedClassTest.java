package io.joblens.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.agent.rule.Rule.Kind;
import io.joblens.api.Attempt;
import io.joblens.api.FailedJobsDlq;
import io.joblens.api.JobComplete;
import io.joblens.api.JobCreated;
import io.joblens.api.JobError;
import io.joblens.api.JobFailed;
import io.joblens.api.JobField;
import io.joblens.api.JobId;
import io.joblens.api.JobSkipped;
import io.joblens.api.JobStart;
import io.joblens.api.Operation;
import io.joblens.api.QueueLength;
import io.joblens.api.Scan;
import io.joblens.api.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

class AnnotatedClassTest {
    private final List<String> problems = new ArrayList<>();

    @Test
    void takes_start_and_complete_of_one_type_on_one_method_for_the_whole_job() {
        Rule rule = onlyRule(WholeJobs.class, "whole");

        assertThat(rule.kind()).isEqualTo(Kind.JOB);
        assertThat(rule.name()).isEqualTo("video");
        assertThat(rule.source()).isEqualTo("@JobStart on com.acme.Worker.whole");
        assertThat(rule.id()).hasToString("arg0.page.key");
        assertThat(rule.user()).hasToString("arg1");
        assertThat(rule.attempt()).hasToString("arg2");
        assertThat(rule.fields().keySet()).containsExactly("size", "kind", "one");
        assertThat(rule.fields().get("kind")).hasToString("arg3.kind");
        assertThat(rule.failedWhen()).isNotNull();
        assertThat(rule.skippedWhen()).isNotNull();
        assertThat(onlyRule(WholeJobs.class, "typedTwice").name()).isEqualTo("video");
        assertThat(onlyRule(WholeJobs.class, "untyped").name()).isNull();
        assertThat(problems).isEmpty();
    }

    @Test
    void takes_start_and_complete_of_different_types_for_two_rules() {
        assertThat(rules(WholeJobs.class).get("twoTypes"))
                .extracting(Rule::kind)
                .containsExactly(Kind.START, Kind.COMPLETE);
        assertThat(rules(WholeJobs.class).get("failing"))
                .extracting(Rule::kind)
                .containsExactly(Kind.START, Kind.FAILED);
    }

    @Test
    void reads_every_annotation_of_a_part() {
        assertThat(onlyRule(Parts.class, "start").kind()).isEqualTo(Kind.START);
        assertThat(onlyRule(Parts.class, "complete").kind()).isEqualTo(Kind.COMPLETE);
        assertThat(onlyRule(Parts.class, "complete").name()).isNull();
        assertThat(onlyRule(Parts.class, "failed").kind()).isEqualTo(Kind.FAILED);
        assertThat(onlyRule(Parts.class, "failed").error()).hasToString("arg1.cause");
        assertThat(onlyRule(Parts.class, "skipped").kind()).isEqualTo(Kind.SKIPPED);
        assertThat(onlyRule(Parts.class, "created").kind()).isEqualTo(Kind.CREATED);
        Rule scan = onlyRule(Parts.class, "scan");
        assertThat(scan.kind()).isEqualTo(Kind.SCAN);
        assertThat(scan.name()).isEqualTo("clamav");
        assertThat(scan.infectedWhen()).isNotNull();
        assertThat(scan.failedWhen()).isNotNull();
        assertThat(onlyRule(Parts.class, "named").name()).isEqualTo("upload");
        assertThat(onlyRule(Parts.class, "unnamed").name()).isEqualTo("unnamed");
        assertThat(onlyRule(Parts.class, "unnamed").failedWhen()).isNotNull();
        assertThat(problems).isEmpty();
    }

    @Test
    void puts_the_job_in_front_of_the_scan_and_the_scan_in_front_of_the_operation() {
        assertThat(rules(Parts.class).get("everything"))
                .extracting(Rule::kind)
                .containsExactly(Kind.CREATED, Kind.JOB, Kind.SCAN, Kind.OPERATION);
    }

    @Test
    void reads_gauges_of_fields_and_methods() {
        List<GaugeRule> gauges = read(Gauges.class).gauges();

        assertThat(gauges)
                .extracting(gauge ->
                        gauge.metric() + " " + gauge.member() + " " + gauge.isMethod() + " " + gauge.isStatic())
                .containsExactlyInAnyOrder(
                        "queue_length waiting false false",
                        "queue_length length true false",
                        "failed_jobs_dlq dead false true",
                        "failed_jobs_dlq deadCount true true");
        assertThat(problems).isEmpty();
    }

    @Test
    void leaves_out_the_bridge_that_the_compiler_makes() {
        assertThat(read(Bridged.class).rules().keySet())
                .extracting(MethodKey::descriptor)
                .containsExactly("(Ljava/lang/String;)Ljava/lang/String;");
    }

    @Test
    void tells_of_each_thing_that_makes_no_sense_and_keeps_the_rest() {
        Map<String, List<Rule>> rules = rules(Nonsense.class);

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "com.acme.Worker.nothing: @JobStart stands on an abstract method, which has no code; put it on"
                                + " the methods that implement it",
                        "com.acme.Worker.far: @JobStart stands on a native method, which has no bytecode; put it on"
                                + " the method that calls it",
                        "com.acme.Worker.two: @JobFailed stands beside @JobComplete, but a run ends only once;"
                                + " @JobComplete is used",
                        "com.acme.Worker.lonely: @JobId has no effect, because the method itself has no annotation of"
                                + " a job",
                        "com.acme.Worker.ids: @JobId stands on two parameters; the first is used",
                        "com.acme.Worker.ids: @JobField size stands on two parameters; the first is used",
                        "com.acme.Worker.ids: @JobField has an empty name; the value is left out",
                        "com.acme.Worker.withParameter: @QueueLength stands on a method with parameters; a gauge is"
                                + " read without any",
                        "com.acme.Worker.withoutResult: @QueueLength stands on a method that returns nothing; it has"
                                + " to return a number, a collection, a map or an array",
                        "com.acme.Worker.unclear: @Scan says nothing of when a file is infected; infectedWhen ="
                                + " \"return == INFECTED\", for example, would; the scan is not counted");
        assertThat(rules).containsOnlyKeys("two", "ids");
        assertThat(rules.get("ids").get(0).id()).hasToString("arg0");
        assertThat(rules.get("ids").get(0).fields()).containsOnlyKeys("size");
    }

    @Test
    void tells_of_expressions_that_cannot_be_read() {
        Map<String, List<Rule>> rules = rules(Unreadable.class);

        assertThat(rules.get("path").get(0).id()).isNull();
        assertThat(rules.get("condition").get(0).failedWhen()).isNull();
        assertThat(rules).doesNotContainKey("scan");
        assertThat(problems)
                .hasSize(3)
                .anyMatch(problem -> problem.startsWith("com.acme.Worker.path: @JobId path, ")
                        && problem.endsWith("; the value is left out"))
                .anyMatch(problem -> problem.startsWith("com.acme.Worker.condition: @JobComplete failedWhen, ")
                        && problem.endsWith("; the condition is not used"))
                .anyMatch(problem -> problem.startsWith("com.acme.Worker.scan: @Scan infectedWhen, ")
                        && problem.endsWith("; the scan is not counted"));
    }

    @Test
    void tells_of_annotations_on_a_constructor() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "com/acme/Worker", null, "java/lang/Object", null);
        MethodVisitor constructor = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitAnnotation("Lio/joblens/api/Scan;", false).visitEnd();
        constructor.visitAnnotation("Lio/joblens/api/QueueLength;", true).visitEnd();
        constructor.visitEnd();
        writer.visitEnd();

        AnnotatedClass read = AnnotatedClass.read("com.acme.Worker", writer.toByteArray(), problems);

        assertThat(read.rules()).isEmpty();
        assertThat(read.gauges()).isEmpty();
        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "com.acme.Worker.<init>: @Scan stands on a constructor, which cannot be a job; put it on a"
                                + " method",
                        "com.acme.Worker.<init>: @QueueLength stands on a constructor; put it on a field or a method"
                                + " without parameters");
    }

    private Rule onlyRule(Class<?> type, String method) {
        List<Rule> rules = rules(type).get(method);
        assertThat(rules).hasSize(1);
        return rules.get(0);
    }

    private Map<String, List<Rule>> rules(Class<?> type) {
        Map<String, List<Rule>> byName = new HashMap<>();
        read(type).rules().forEach((key, rules) -> byName.put(key.name(), rules));
        return byName;
    }

    private AnnotatedClass read(Class<?> type) {
        String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return AnnotatedClass.read("com.acme.Worker", in.readAllBytes(), problems);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unused")
    private static final class WholeJobs {
        @JobStart("video")
        @JobComplete(failedWhen = "return == false", skippedWhen = "arg2 > 3")
        boolean whole(
                @JobId(path = "page.key") Object id,
                @UserId String user,
                @Attempt int attempt,
                @JobField(value = "size", path = "size") @JobField(value = "kind", path = "kind") Object page,
                @JobField("one") int one) {
            return true;
        }

        @JobComplete("video")
        @JobStart("video")
        void typedTwice() {}

        @JobStart
        @JobComplete
        void untyped() {}

        @JobStart("video")
        @JobComplete("page")
        void twoTypes() {}

        @JobStart("video")
        @JobFailed
        void failing() {}
    }

    @SuppressWarnings("unused")
    private static final class Parts {
        @JobStart("video")
        void start(@JobId String id) {}

        @JobComplete
        void complete(@JobId String id) {}

        @JobFailed("video")
        void failed(@JobId String id, @JobError(path = "cause") Exception why) {}

        @JobSkipped("video")
        void skipped() {}

        @JobCreated("video")
        void created() {}

        @Scan(value = "clamav", infectedWhen = "return == 1", failedWhen = "return == 2")
        int scan() {
            return 0;
        }

        @Operation("upload")
        void named() {}

        @Operation(failedWhen = "return == 1")
        int unnamed() {
            return 0;
        }

        @Operation
        @Scan(infectedWhen = "return == 1")
        @JobComplete
        @JobStart
        @JobCreated
        int everything() {
            return 0;
        }
    }

    @SuppressWarnings("unused")
    private static final class Gauges {
        @QueueLength
        private final List<String> waiting = List.of();

        @FailedJobsDlq
        private static int dead;

        @QueueLength
        int length() {
            return 0;
        }

        @FailedJobsDlq
        static int deadCount() {
            return 0;
        }
    }

    private interface Handler<T> {
        T handle(T message);
    }

    @SuppressWarnings("unused")
    private static final class Bridged implements Handler<String> {
        @Override
        @JobStart
        @JobComplete
        public String handle(@JobId String message) {
            return message;
        }
    }

    @SuppressWarnings("unused")
    private abstract static class Nonsense {
        @JobStart
        abstract void nothing();

        @JobStart
        native void far();

        @JobComplete
        @JobFailed
        void two() {}

        void lonely(@JobId String id) {}

        @JobStart
        void ids(
                @JobId @JobField("size") String one, @JobId @JobField("size") String two, @JobField("") String three) {}

        @QueueLength
        int withParameter(int parameter) {
            return 0;
        }

        @QueueLength
        void withoutResult() {}

        @Scan(infectedWhen = "")
        int unclear() {
            return 0;
        }
    }

    @SuppressWarnings("unused")
    private static final class Unreadable {
        @JobStart
        void path(@JobId(path = "a..b") Object id) {}

        @JobComplete(failedWhen = "return ==")
        int condition() {
            return 0;
        }

        @Scan(infectedWhen = "what is this")
        int scan() {
            return 0;
        }
    }
}
