package io.joblens.agent.context;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** What a method of the JDK hands to the runtime's door. */
enum Value {
    THIS("Ljava/lang/Object;") {
        @Override
        void load(MethodVisitor code) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
        }
    },
    /** The first parameter, an object. */
    FIRST("Ljava/lang/Object;") {
        @Override
        void load(MethodVisitor code) {
            code.visitVarInsn(Opcodes.ALOAD, 1);
        }
    },
    /** The second parameter, a {@code long} after a {@code long}. */
    SECOND_LONG("J") {
        @Override
        void load(MethodVisitor code) {
            code.visitVarInsn(Opcodes.LLOAD, 3);
        }
    },
    /** The object on top of the stack. */
    TOP("Ljava/lang/Object;") {
        @Override
        void load(MethodVisitor code) {
            code.visitInsn(Opcodes.DUP);
        }
    },
    /** The result that is about to be returned, a {@code boolean}. */
    RESULT("Z") {
        @Override
        void load(MethodVisitor code) {
            code.visitInsn(Opcodes.DUP);
        }
    },
    /** Whether this part of a completion stage still waits. */
    LIVE("Z") {
        @Override
        void load(MethodVisitor code) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, "java/util/concurrent/CompletableFuture$Completion", "isLive", "()Z", false);
        }
    };

    final String descriptor;

    Value(String descriptor) {
        this.descriptor = descriptor;
    }

    abstract void load(MethodVisitor code);
}
