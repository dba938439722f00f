package io.joblens.agent.weave;

import net.bytebuddy.asm.Advice.ArgumentHandler;
import net.bytebuddy.asm.Advice.OffsetMapping;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Hands what a method returned to its probe. Only for a probe that asks for it: a primitive would be boxed for nothing. */
enum ResultMapping implements OffsetMapping {
    RETURNED;

    @Override
    public Target resolve(
            TypeDescription type, MethodDescription method, Assigner assigner, ArgumentHandler arguments, Sort sort) {
        return SlotMapping.boxed(method.getReturnType(), arguments.returned(), assigner);
    }
}
