package io.joblens.agent.context;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** A call of the runtime's door for tasks, at one spot of one method of the JDK. Immutable. */
final class DoorCall {
    private static final String DOOR = "io/joblens/bootstrap/job/TaskContext";

    final Spot spot;
    private final String method;
    private final String parameters;
    private final String called;
    private final String name;
    private final Value[] values;

    /**
     * @param method the method's name, with its parameters where it has overloads: {@code start()}
     * @param called for {@link Spot#CALL}, the method that is called
     * @param name the method of the door
     */
    DoorCall(Spot spot, String method, String called, String name, Value... values) {
        int parenthesis = method.indexOf('(');
        this.spot = spot;
        this.method = parenthesis < 0 ? method : method.substring(0, parenthesis);
        this.parameters = parenthesis < 0 ? null : method.substring(parenthesis);
        this.called = called;
        this.name = name;
        this.values = values;
    }

    boolean isIn(String name, String descriptor) {
        return method.equals(name) && (parameters == null || descriptor.startsWith(parameters));
    }

    boolean isBefore(String calledName) {
        return spot == Spot.CALL && calledName.equals(called);
    }

    void write(MethodVisitor code) {
        StringBuilder descriptor = new StringBuilder("(");
        for (Value value : values) {
            value.load(code);
            descriptor.append(value.descriptor);
        }
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC, DOOR, name, descriptor.append(")V").toString(), false);
    }
}
