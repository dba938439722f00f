package io.joblens.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** The applications of {@code src/scenarios/java} as if nobody had ever heard of our annotations. */
final class Unannotated {
    private static final String OURS = "Lio/joblens/api/";

    private static Path folder;

    private Unannotated() {}

    /** Their classes, made once. */
    static synchronized Path scenarios() {
        if (folder == null) {
            folder = make(Built.scenarios(), Path.of("target/scenarios-without-annotations"));
        }
        return folder;
    }

    private static Path make(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.write(copy, withoutAnnotations(Files.readAllBytes(file)));
            }
            return to.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] withoutAnnotations(byte[] classFile) {
        // Without the pool of what is read, so that nothing of the annotations is left in it.
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(new Remover(writer), 0);
        return writer.toByteArray();
    }

    private static boolean isOurs(String descriptor) {
        return descriptor.startsWith(OURS);
    }

    private static final class Remover extends ClassVisitor {
        Remover(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public FieldVisitor visitField(int access, String name, String type, String signature, Object value) {
            return new FieldVisitor(Opcodes.ASM9, super.visitField(access, name, type, signature, value)) {
                @Override
                public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                    return isOurs(descriptor) ? null : super.visitAnnotation(descriptor, visible);
                }
            };
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, type, signature, thrown)) {
                @Override
                public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                    return isOurs(descriptor) ? null : super.visitAnnotation(descriptor, visible);
                }

                @Override
                public AnnotationVisitor visitParameterAnnotation(int index, String descriptor, boolean visible) {
                    return isOurs(descriptor) ? null : super.visitParameterAnnotation(index, descriptor, visible);
                }
            };
        }
    }
}
