package io.joblens.agent.weave;

import static net.bytebuddy.jar.asm.Opcodes.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.joblens.agent.weave.sample.QueueOwner;
import io.joblens.agent.weave.sample.StaticQueue;
import io.joblens.agent.weave.sample.Worker;
import io.joblens.bootstrap.report.Reports;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeaverTest {
    private static final String JOB_START = "Lio/joblens/api/JobStart;";
    private static final String JOB_COMPLETE = "Lio/joblens/api/JobComplete;";

    private final long errorsBefore = Reports.errors().sum();
    private final Woven woven = new Woven();

    @AfterEach
    void nothing_failed() {
        assertThat(Reports.errors().sum()).isEqualTo(errorsBefore);
        assertThat(woven.failures).isEmpty();
    }

    @Test
    void leaves_a_class_alone_that_has_nothing_to_weave() {
        assertThat(woven.transform("java.lang.String", Woven.fileOf(String.class)))
                .isNull();
        assertThat(woven.transform(WeaverTest.class.getName(), Woven.fileOf(WeaverTest.class)))
                .isNull();
    }

    @Test
    void leaves_classes_of_the_bootstrap_path_and_of_the_agent_alone() {
        byte[] file = Woven.fileOf(Worker.class);

        assertThat(woven.weaver.transform(null, "a/B", null, null, file)).isNull();
        assertThat(woven.weaver.transform(woven, null, null, null, file)).isNull();
        assertThat(woven.weaver.transform(Weaver.class.getClassLoader(), "a/B", null, null, file))
                .isNull();
    }

    @Test
    void leaves_classes_alone_whose_loader_hides_the_runtime() {
        ClassLoader hiding = new ClassLoader(null) {};

        assertThat(woven.weaver.transform(hiding, "a/B", null, null, Woven.fileOf(Worker.class)))
                .isNull();
    }

    @Test
    void leaves_classes_alone_whose_loader_does_not_work() {
        ClassLoader broken = new ClassLoader(null) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) {
                throw new IllegalStateException("stopped");
            }
        };

        assertThat(woven.weaver.transform(broken, "a/B", null, null, Woven.fileOf(Worker.class)))
                .isNull();
    }

    @Test
    void keeps_the_probes_of_a_class_that_is_woven_twice() {
        byte[] file = Woven.fileOf(Worker.class);

        assertThat(woven.transform(Worker.class.getName(), file))
                .isNotNull()
                .isEqualTo(woven.transform(Worker.class.getName(), file));
    }

    @Test
    void reads_gauges_over_the_live_instances() throws Throwable {
        Class<?> type = woven.sample(QueueOwner.class);
        assertThat(woven.value("queue_length")).isZero();
        Object three = type.getConstructor().newInstance();
        Object five = type.getConstructor(int.class).newInstance(5);
        Object ten = woven.sample(QueueOwner.Sub.class).getConstructor().newInstance();

        assertThat(woven.value("queue_length")).isEqualTo(18);
        assertThat(woven.value("failed_jobs_dlq")).isEqualTo(6);
        assertThat(List.of(three, five, ten)).hasSize(3);
    }

    @Test
    void reads_nothing_of_an_object_whose_constructor_threw() {
        Class<?> type = woven.sample(QueueOwner.class);

        assertThatThrownBy(() -> type.getConstructor(int.class).newInstance(-1))
                .hasCauseInstanceOf(IllegalArgumentException.class);

        assertThat(woven.value("queue_length")).isZero();
    }

    @Test
    void initializes_no_class_to_read_its_static_gauge() throws Throwable {
        System.clearProperty(StaticQueue.PROPERTY);
        Class<?> type = woven.sample(StaticQueue.class);

        assertThat(woven.value("queue_length")).isZero();
        assertThat(System.getProperty(StaticQueue.PROPERTY)).isNull();

        Woven.call(type, "touch");
        assertThat(woven.value("queue_length")).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(ints = {V1_1, V1_4, V1_5})
    void weaves_a_class_of_an_old_version_with_its_subroutines(int version) throws Throwable {
        Class<?> type = woven.define("old.Job", withSubroutine(version));

        assertThat(Woven.call(type, "run", 4)).isEqualTo(5);

        assertThat(woven.value("job_processed_total{job_type=\"old\"}")).isEqualTo(1);
    }

    @Test
    void leaves_a_class_of_a_version_to_come_alone() {
        byte[] file = Woven.fileOf(Worker.class);
        file[7] = (byte) 200;

        assertThat(woven.transform(Worker.class.getName(), file)).isNull();
    }

    @Test
    void survives_a_class_whose_types_are_missing() {
        assertThat(woven.transform("missing.Job", withMissingTypes())).isNotNull();
        assertThat(woven.value("job_processed_total{job_type=\"missing\"}")).isZero();
    }

    @Test
    void survives_truncated_and_mutilated_files() {
        byte[] whole = Woven.fileOf(Worker.class);
        for (int length = 0; length < whole.length; length += 997) {
            woven.transform("cut.Worker" + length, Arrays.copyOf(whole, length));
        }
    }

    @Test
    void weaves_the_same_for_many_threads() throws Exception {
        byte[] worker = Woven.fileOf(Worker.class);
        byte[] owner = Woven.fileOf(QueueOwner.class);
        List<byte[]> workers = new ArrayList<>();
        CyclicBarrier start = new CyclicBarrier(4);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                    byte[] one = woven.transform(Worker.class.getName(), worker);
                    woven.transform(QueueOwner.class.getName(), owner);
                    synchronized (workers) {
                        workers.add(one);
                    }
                } catch (Exception e) {
                    woven.failures.add(e);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(workers).hasSize(4).allSatisfy(one -> assertThat(one).isEqualTo(workers.get(0)));
    }

    @Test
    void holds_no_lock_while_a_class_loader_is_asked_for_files() throws Exception {
        Thread[] other = new Thread[1];
        boolean[] done = new boolean[1];
        byte[] owner = Woven.fileOf(QueueOwner.class);
        ClassLoader asking = new ClassLoader(getClass().getClassLoader()) {
            @Override
            public InputStream getResourceAsStream(String name) {
                if (other[0] == null) {
                    other[0] = new Thread(() -> {
                        woven.transform(QueueOwner.class.getName(), owner);
                        done[0] = true;
                    });
                    other[0].start();
                    try {
                        other[0].join(20_000);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    assertThat(done[0]).isTrue();
                }
                return super.getResourceAsStream(name);
            }
        };

        byte[] file = woven.weaver.transform(asking, "missing/Job", null, null, withMissingTypes());

        assertThat(file).isNotNull();
        assertThat(done[0]).isTrue();
    }

    /** A job whose class names types of a library that is not there. */
    private static byte[] withMissingTypes() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(V1_8, ACC_PUBLIC, "missing/Job", null, "gone/Parent", new String[] {"gone/Interface"});
        MethodVisitor method =
                writer.visitMethod(ACC_PUBLIC, "run", "(Lgone/Argument;)Lgone/Result;", null, new String[] {"gone/E"});
        annotate(method, JOB_START, "missing");
        annotate(method, JOB_COMPLETE, null);
        AnnotationVisitor id = method.visitParameterAnnotation(0, "Lio/joblens/api/JobId;", false);
        id.visit("path", "page.key");
        id.visitEnd();
        method.visitCode();
        method.visitInsn(ACONST_NULL);
        method.visitInsn(ARETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** {@code try { a++ } finally { a = a }}, as compilers wrote it before Java 6. */
    private static byte[] withSubroutine(int version) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(version, ACC_PUBLIC | ACC_SUPER, "old/Job", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC | ACC_STATIC, "run", "(I)I", null, null);
        annotate(method, JOB_START, "old");
        annotate(method, JOB_COMPLETE, null);
        method.visitCode();
        Label subroutine = new Label();
        Label handler = new Label();
        Label start = new Label();
        Label end = new Label();
        method.visitTryCatchBlock(start, end, handler, null);
        method.visitLabel(start);
        method.visitIincInsn(0, 1);
        method.visitLabel(end);
        method.visitJumpInsn(JSR, subroutine);
        method.visitVarInsn(ILOAD, 0);
        method.visitInsn(IRETURN);
        method.visitLabel(handler);
        method.visitVarInsn(ASTORE, 1);
        method.visitJumpInsn(JSR, subroutine);
        method.visitVarInsn(ALOAD, 1);
        method.visitInsn(ATHROW);
        method.visitLabel(subroutine);
        method.visitVarInsn(ASTORE, 2);
        method.visitVarInsn(ILOAD, 0);
        method.visitVarInsn(ISTORE, 0);
        method.visitVarInsn(RET, 2);
        method.visitMaxs(0, 0);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void annotate(MethodVisitor method, String descriptor, String type) {
        AnnotationVisitor annotation = method.visitAnnotation(descriptor, false);
        if (type != null) {
            annotation.visit("value", type);
        }
        annotation.visitEnd();
    }
}
