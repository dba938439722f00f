package io.joblens.agent.rule.expression;

import io.joblens.bootstrap.probe.ValueReader;
import java.util.ArrayList;
import java.util.List;

/** What a compiled expression needs of the probe it belongs to: its slots, and ways to the outside. Immutable. */
public final class Binding {
    private final List<Root> slots;
    private final ModuleAccess modules;
    private final Reports reports;
    private final String className;
    private final String methodName;

    private Binding(List<Root> slots, ModuleAccess modules, Reports reports, String className, String methodName) {
        this.className = className;
        this.methodName = methodName;
        this.slots = slots;
        this.modules = modules;
        this.reports = reports;
    }

    /**
     * Binds to slots.
     *
     * @param slots the roots that have a slot, in the order of the slots of {@link ValueReader}
     */
    public static Binding to(List<Root> slots, ModuleAccess modules, Reports reports) {
        return new Binding(new ArrayList<>(slots), modules, reports, "", "");
    }

    /** The same for expressions that name the method they stand for, by its class's name as in {@code Class.getName()}. */
    public Binding at(String className, String methodName) {
        return new Binding(slots, modules, reports, className, methodName);
    }

    /** The same for paths of which it is known that they may lead to nothing. */
    Binding quiet() {
        return new Binding(slots, modules, sentence -> {}, className, methodName);
    }

    /** What a path says of the method. */
    public String ofMethod(ValuePath path) {
        return path.ofMethod(className, methodName);
    }

    ModuleAccess modules() {
        return modules;
    }

    Reports reports() {
        return reports;
    }

    /** Reads the root itself. */
    ValueReader reader(Root root) {
        if (root.equals(Root.RETURN)) {
            return RootReader.RETURN;
        }
        if (root.equals(Root.THROWN)) {
            return RootReader.THROWN;
        }
        int slot = slots.indexOf(root);
        if (slot < 0) {
            throw new IllegalArgumentException("`" + root + "` has no slot among " + slots);
        }
        return slots.size() > RootReader.SINGLE ? new RootReader.Many(slot) : RootReader.single(slot);
    }
}
