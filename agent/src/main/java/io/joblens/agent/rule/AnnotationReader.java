package io.joblens.agent.rule;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.utility.OpenedClassReader;

/** Reads our annotations from a class file, of whatever retention, without any of their types being there. */
final class AnnotationReader extends ClassVisitor {
    private final List<Annotated> methods = new ArrayList<Annotated>();
    private final List<Annotated> fields = new ArrayList<Annotated>();
    private boolean initializer;

    private final Vocabulary vocabulary;

    private AnnotationReader(Vocabulary vocabulary) {
        super(OpenedClassReader.ASM_API);
        this.vocabulary = vocabulary;
    }

    static AnnotationReader read(byte[] classFile, Vocabulary vocabulary) {
        AnnotationReader reader = new AnnotationReader(vocabulary);
        OpenedClassReader.of(classFile)
                .accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return reader;
    }

    /** The methods that have annotations of ours, on themselves or on a parameter. */
    List<Annotated> methods() {
        return methods;
    }

    /** The fields that have annotations of ours. */
    List<Annotated> fields() {
        return fields;
    }

    /** Whether the class has a static initializer. */
    boolean hasInitializer() {
        return initializer;
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        final Annotated field = new Annotated(access, name, descriptor);
        return new FieldVisitor(OpenedClassReader.ASM_API) {
            @Override
            public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return collect(annotation, field.annotations);
            }

            @Override
            public void visitEnd() {
                if (!field.annotations.isEmpty()) {
                    fields.add(field);
                }
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        initializer |= name.equals("<clinit>");
        final Annotated method = new Annotated(access, name, descriptor);
        return new MethodVisitor(OpenedClassReader.ASM_API) {
            @Override
            public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return collect(annotation, method.annotations);
            }

            @Override
            public AnnotationVisitor visitParameterAnnotation(int parameter, String annotation, boolean visible) {
                return vocabulary.word(annotation) == null ? null : collect(annotation, method.ofParameter(parameter));
            }

            @Override
            public void visitEnd() {
                if (!method.annotations.isEmpty() || !method.ofParameters.isEmpty()) {
                    methods.add(method);
                }
            }
        };
    }

    private AnnotationVisitor collect(String descriptor, final List<Annotated.Annotation> into) {
        Word word = vocabulary.word(descriptor);
        if (word == null) {
            return null;
        }
        if (word == Word.JOB_FIELDS) {
            return new Container(into);
        }
        Annotated.Annotation annotation = new Annotated.Annotation(word);
        into.add(annotation);
        return new Values(annotation);
    }

    private static final class Values extends AnnotationVisitor {
        private final Annotated.Annotation annotation;

        Values(Annotated.Annotation annotation) {
            super(OpenedClassReader.ASM_API);
            this.annotation = annotation;
        }

        @Override
        public void visit(String element, Object value) {
            annotation.values.put(element, value.toString());
        }
    }

    private final class Container extends AnnotationVisitor {
        private final List<Annotated.Annotation> into;

        Container(List<Annotated.Annotation> into) {
            super(OpenedClassReader.ASM_API);
            this.into = into;
        }

        @Override
        public AnnotationVisitor visitArray(String element) {
            return this;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String element, String descriptor) {
            return collect(descriptor, into);
        }
    }
}
