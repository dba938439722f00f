package io.joblens.agent.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.utility.OpenedClassReader;

/** What a class file says of a class that patterns ask for. Holds no class. */
public final class ClassShape {
    private String name;
    private String superclass;
    private List<String> interfaces = Collections.emptyList();
    private final List<String> annotations = new ArrayList<String>();
    private final List<Member> methods = new ArrayList<Member>();
    private final List<Member> fields = new ArrayList<Member>();

    private ClassShape() {}

    /** Reads a class with its members. */
    public static ClassShape read(byte[] classFile) {
        return read(classFile, true);
    }

    static ClassShape read(byte[] classFile, boolean members) {
        ClassShape shape = new ClassShape();
        OpenedClassReader.of(classFile)
                .accept(
                        shape.new Reader(members),
                        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return shape;
    }

    /** As in {@code Class.getName()}. */
    public String name() {
        return name;
    }

    public List<Member> methods() {
        return methods;
    }

    public List<Member> fields() {
        return fields;
    }

    /** The descriptors of its annotations. */
    List<String> annotations() {
        return annotations;
    }

    /** The superclass, if there is one, and the interfaces, with slashes. */
    List<String> supertypes() {
        List<String> all = new ArrayList<String>(interfaces);
        if (superclass != null) {
            all.add(superclass);
        }
        return all;
    }

    /** A field or method. */
    public static final class Member {
        final int access;
        final String name;
        final String descriptor;
        final List<String> annotations = new ArrayList<String>(2);

        Member(int access, String name, String descriptor) {
            this.access = access;
            this.name = name;
            this.descriptor = descriptor;
        }

        public String name() {
            return name;
        }

        public String descriptor() {
            return descriptor;
        }

        boolean has(int flag) {
            return (access & flag) != 0;
        }
    }

    private final class Reader extends ClassVisitor {
        private final boolean members;

        Reader(boolean members) {
            super(OpenedClassReader.ASM_API);
            this.members = members;
        }

        @Override
        public void visit(int version, int flags, String type, String signature, String parent, String[] implemented) {
            name = type.replace('/', '.');
            superclass = parent;
            interfaces = Arrays.asList(implemented == null ? new String[0] : implemented);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            annotations.add(descriptor);
            return null;
        }

        @Override
        public FieldVisitor visitField(int flags, String field, String descriptor, String signature, Object value) {
            if (members) {
                fields.add(new Member(flags, field, descriptor));
            }
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int flags, String method, String descriptor, String signature, String[] exceptions) {
            if (!members) {
                return null;
            }
            final Member member = new Member(flags, method, descriptor);
            methods.add(member);
            return new MethodVisitor(OpenedClassReader.ASM_API) {
                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    member.annotations.add(annotation);
                    return null;
                }
            };
        }
    }
}
