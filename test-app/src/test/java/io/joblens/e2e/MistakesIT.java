package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.api.JobStart;
import io.joblens.api.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Annotations that make no sense: each is told in one line, and the application runs. */
class MistakesIT {
    private static final String NESTED = "io.joblens.scenarios.Mistakes$";

    @TempDir
    static Path made;

    /** What no compiler would write, as the annotations forbid it. */
    @BeforeAll
    static void make_classes() throws IOException {
        make("Constructed", "<init>", "()V", JobStart.class, code -> {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
            code.visitInsn(Opcodes.RETURN);
        });
        make("Unconditional", "scan", "()Z", Scan.class, code -> {
            code.visitInsn(Opcodes.ICONST_1);
            code.visitInsn(Opcodes.IRETURN);
        });
    }

    private static void make(
            String type, String method, String descriptor, Class<?> annotation, Consumer<MethodVisitor> instructions)
            throws IOException {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "made/" + type, null, "java/lang/Object", null);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, method, descriptor, null, null);
        code.visitAnnotation(Type.getDescriptor(annotation), false).visitEnd();
        code.visitCode();
        instructions.accept(code);
        code.visitMaxs(0, 0);
        code.visitEnd();
        Files.write(Files.createDirectories(made.resolve("made")).resolve(type + ".class"), writer.toByteArray());
    }

    @OnEveryJvm
    void tells_each_in_a_line_with_class_and_method(Jvm jvm) {
        try (ForkedApp app = Launch.on(jvm)
                .classPath(made)
                .expectStderr(
                        told("made.Constructed", "<init>", "@JobStart stands on a constructor", "put it on a method"))
                .expectStderr(told("made.Unconditional", "scan", "@Scan", "infectedWhen = \"return == INFECTED\""))
                .expectStderr(told(NESTED + "Abstract", "work", "@JobStart stands on an abstract method", "put it on"))
                .expectStderr(told(NESTED + "Native", "work", "@JobStart stands on a native method", "put it on"))
                .expectStderr(told(NESTED + "NoSuchPath", "work", "`lenght`", "`length`"))
                .expectStderr(told(NESTED + "NoSuchConstant", "scan", "`INFECTD`", "it has `NEW`"))
                .expectStderr(told(NESTED + "Useless", "work", "@JobId has no effect", "no annotation of a job"))
                .expectStderr(told(NESTED + "GaugeWithParameter", "waiting", "@QueueLength", "without any"))
                .expectStderr(told(NESTED + "TwoEnds", "end", "@JobFailed stands beside @JobComplete", "is used"))
                .expectStderr(told(NESTED + "Right", "job", "@JobId stands on two parameters", "the first is used"))
                .expectStderr(told(NESTED + "Right", "job", "@JobComplete failedWhen, column 11", "is not used"))
                .expectStderr(told(NESTED + "Right", "job", "`size`", "left out"))
                .main(
                        "io.joblens.scenarios.Mistakes",
                        "made.Constructed",
                        "made.Unconditional",
                        NESTED + "Abstract",
                        NESTED + "Native",
                        NESTED + "NoSuchPath",
                        NESTED + "NoSuchConstant",
                        NESTED + "Useless",
                        NESTED + "GaugeWithParameter",
                        NESTED + "TwoEnds")) {
            app.awaitStdout("ready");

            Scrape scrape = app.scrape();
            assertThat(scrape.value("job_processed_total{job_type=\"right\"}")).isEqualTo(1);
            assertThat(scrape.value("job_failed_total{job_type=\"right\"}")).isZero();
            assertThat(scrape.has("job_processed_total{job_type=\"constructed\"}"))
                    .isFalse();
            assertThat(scrape.sum("scan_clean_total")).isZero();

            assertThat(app.applicationLines())
                    .contains("job m1 m2", "loaded made.Constructed", "loaded " + NESTED + "TwoEnds");
            assertThat(app.lifecycleLines())
                    .allMatch(line -> line.get("job_id").asText().equals("m1"));
        }
    }

    private static String told(String type, String method, String found, String right) {
        return "joblens: .*\\Q" + type + "." + method + "\\E.*\\Q" + found + "\\E.*\\Q" + right + "\\E.*";
    }
}
