package io.joblens.agent.weave;

import io.joblens.agent.weave.advice.Result;
import net.bytebuddy.asm.Advice.ArgumentHandler;
import net.bytebuddy.asm.Advice.OffsetMapping;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Hands what a method returned to its probe, when the probe asks for it: a primitive would be boxed for nothing. */
final class ResultMapping implements OffsetMapping.Factory<Result> {
    private final boolean wanted;

    ResultMapping(boolean wanted) {
        this.wanted = wanted;
    }

    @Override
    public Class<Result> getAnnotationType() {
        return Result.class;
    }

    @Override
    public OffsetMapping make(
            ParameterDescription.InDefinedShape target,
            AnnotationDescription.Loadable<Result> annotation,
            AdviceType adviceType) {
        return wanted ? RETURNED : SlotMapping.NOTHING;
    }

    private static final OffsetMapping RETURNED = new OffsetMapping() {
        @Override
        public Target resolve(
                TypeDescription type,
                MethodDescription method,
                Assigner assigner,
                ArgumentHandler arguments,
                Sort sort) {
            return SlotMapping.boxed(method.getReturnType(), arguments.returned(), assigner);
        }
    };
}
