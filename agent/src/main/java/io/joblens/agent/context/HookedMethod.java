package io.joblens.agent.context;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;

/** The code of an instance method, with calls of the door at its spots. */
final class HookedMethod extends MethodVisitor {
    private final List<DoorCall> calls;
    private final Object[] locals;
    private final Label start = new Label();

    HookedMethod(MethodVisitor code, List<DoorCall> calls, String owner, String descriptor) {
        super(OpenedClassReader.ASM_API, code);
        this.calls = calls;
        this.locals = locals(owner, descriptor);
    }

    @Override
    public void visitCode() {
        super.visitCode();
        write(Spot.ENTRY);
        mv.visitLabel(start);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        for (DoorCall call : calls) {
            if (call.isBefore(name)) {
                call.write(mv);
            }
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            write(Spot.RETURN);
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitMaxs(int stack, int variables) {
        if (has(Spot.THROW)) {
            Label end = new Label();
            mv.visitLabel(end);
            // The last entry of the table, so that the method's own handlers come first.
            mv.visitTryCatchBlock(start, end, end, null);
            mv.visitFrame(Opcodes.F_FULL, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
            write(Spot.THROW);
            mv.visitInsn(Opcodes.ATHROW);
        }
        super.visitMaxs(stack, variables);
    }

    private boolean has(Spot spot) {
        for (DoorCall call : calls) {
            if (call.spot == spot) {
                return true;
            }
        }
        return false;
    }

    private void write(Spot spot) {
        for (DoorCall call : calls) {
            if (call.spot == spot) {
                call.write(mv);
            }
        }
    }

    /** What a frame has at the method's beginning: {@code this} and the parameters. */
    private static Object[] locals(String owner, String descriptor) {
        List<Object> locals = new ArrayList<Object>();
        locals.add(owner);
        for (Type parameter : Type.getArgumentTypes(descriptor)) {
            locals.add(local(parameter));
        }
        return locals.toArray();
    }

    private static Object local(Type type) {
        switch (type.getSort()) {
            case Type.OBJECT:
            case Type.ARRAY:
                return type.getInternalName();
            case Type.LONG:
                return Opcodes.LONG;
            case Type.FLOAT:
                return Opcodes.FLOAT;
            case Type.DOUBLE:
                return Opcodes.DOUBLE;
            default:
                return Opcodes.INTEGER;
        }
    }
}
