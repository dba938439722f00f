package io.joblens.agent.context;

import io.joblens.bootstrap.report.Reports;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * Writes calls of the runtime's door into classes of the JDK, by hand: they are few, none of them needs a variable, and
 * advice would load half of Byte Buddy inside of the class loading of the JDK. Thread-safe; nothing is thrown into it.
 */
final class TaskWeaver implements ClassFileTransformer {
    @Override
    public byte[] transform(
            ClassLoader loader, String internalName, Class<?> redefined, ProtectionDomain domain, byte[] file) {
        if (loader != null || internalName == null) {
            return null;
        }
        List<DoorCall> calls = JdkTasks.of(internalName);
        if (calls.isEmpty()) {
            return null;
        }
        try {
            return woven(file, calls);
        } catch (Throwable thrown) {
            Reports.say(internalName.replace('/', '.') + " could not be woven, context does not follow its tasks: "
                    + thrown);
            return null;
        }
    }

    /** The class file with the calls; {@code null} when it has none of the methods. */
    static byte[] woven(byte[] file, List<DoorCall> calls) {
        ClassReader reader = OpenedClassReader.of(file);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        HookedClass hooked = new HookedClass(writer, calls);
        reader.accept(hooked, 0);
        return hooked.changed ? writer.toByteArray() : null;
    }

    private static final class HookedClass extends ClassVisitor {
        private final List<DoorCall> calls;
        private String name;
        private boolean changed;

        HookedClass(ClassVisitor writer, List<DoorCall> calls) {
            super(OpenedClassReader.ASM_API, writer);
            this.calls = calls;
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            this.name = name;
            super.visit(version, access, name, signature, superName, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            MethodVisitor code = super.visitMethod(access, method, descriptor, signature, exceptions);
            List<DoorCall> here = new ArrayList<DoorCall>();
            for (DoorCall call : calls) {
                if (call.isIn(method, descriptor)) {
                    here.add(call);
                }
            }
            boolean hasCode = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE)) == 0;
            if (here.isEmpty() || !hasCode) {
                return code;
            }
            changed = true;
            return new HookedMethod(code, here, name, descriptor);
        }
    }
}
