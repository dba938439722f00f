package io.joblens.agent.rule.expression;

import io.joblens.bootstrap.probe.ValueReader;
import java.util.ArrayList;
import java.util.List;

/** What a compiled expression needs of the probe it belongs to: its slots, and ways to the outside. Immutable. */
public final class Binding {
    private final List<Root> slots;
    private final ModuleAccess modules;
    private final Reports reports;

    private Binding(List<Root> slots, ModuleAccess modules, Reports reports) {
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
        return new Binding(new ArrayList<>(slots), modules, reports);
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
