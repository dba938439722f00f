package io.joblens.agent.weave;

import io.joblens.agent.rule.expression.Root;
import io.joblens.agent.weave.advice.Slot;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.asm.Advice.ArgumentHandler;
import net.bytebuddy.asm.Advice.OffsetMapping;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.constant.NullConstant;

/** Puts {@code this} and arguments of the woven method into the slots of its probe. */
final class SlotMapping {
    /** More roots than this travel in an array. */
    private static final int SINGLE = 3;

    private SlotMapping() {}

    /** Fills the parameters that are marked {@link Slot}. */
    static OffsetMapping.Factory<Slot> single(final List<Root> roots) {
        return new OffsetMapping.Factory<Slot>() {
            @Override
            public Class<Slot> getAnnotationType() {
                return Slot.class;
            }

            @Override
            public OffsetMapping make(
                    ParameterDescription.InDefinedShape target,
                    AnnotationDescription.Loadable<Slot> annotation,
                    AdviceType adviceType) {
                int slot = annotation.load().value();
                return roots.size() > SINGLE || slot >= roots.size() ? NOTHING : new OfRoot(roots.get(slot));
            }
        };
    }

    /** Fills the parameter that is marked {@code Slots}. */
    static OffsetMapping many(List<Root> roots) {
        return roots.size() > SINGLE ? new OfRoots(roots) : NOTHING;
    }

    static final OffsetMapping NOTHING = new OffsetMapping() {
        @Override
        public Target resolve(
                TypeDescription type,
                MethodDescription method,
                Assigner assigner,
                ArgumentHandler arguments,
                Sort sort) {
            return new Target.ForStackManipulation(NullConstant.INSTANCE);
        }
    };

    private static final class OfRoot implements OffsetMapping {
        private final Root root;

        OfRoot(Root root) {
            this.root = root;
        }

        @Override
        public Target resolve(
                TypeDescription type,
                MethodDescription method,
                Assigner assigner,
                ArgumentHandler arguments,
                Sort sort) {
            return variable(root, type, method, assigner, arguments);
        }
    }

    private static final class OfRoots implements OffsetMapping {
        private final List<Root> roots;

        OfRoots(List<Root> roots) {
            this.roots = roots;
        }

        @Override
        public Target resolve(
                TypeDescription type,
                MethodDescription method,
                Assigner assigner,
                ArgumentHandler arguments,
                Sort sort) {
            List<StackManipulation> reads = new ArrayList<StackManipulation>();
            for (Root root : roots) {
                reads.add(variable(root, type, method, assigner, arguments).resolveRead());
            }
            return new Target.ForArray.ReadOnly(
                    TypeDescription.Generic.OfNonGenericType.ForLoadedType.of(Object.class), reads);
        }
    }

    private static OffsetMapping.Target variable(
            Root root, TypeDescription type, MethodDescription method, Assigner assigner, ArgumentHandler arguments) {
        if (!root.isArgument()) {
            return new OffsetMapping.Target.ForVariable.ReadOnly(
                    type, arguments.argument(ArgumentHandler.THIS_REFERENCE));
        }
        ParameterDescription parameter = method.getParameters().get(root.argumentIndex());
        return boxed(parameter.getType(), arguments.argument(parameter.getOffset()), assigner);
    }

    /** Reads a variable as an object. */
    static OffsetMapping.Target boxed(TypeDescription.Generic type, int offset, Assigner assigner) {
        return new OffsetMapping.Target.ForVariable.ReadOnly(
                type,
                offset,
                assigner.assign(
                        type,
                        TypeDescription.Generic.OfNonGenericType.ForLoadedType.of(Object.class),
                        Assigner.Typing.STATIC));
    }
}
