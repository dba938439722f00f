package io.joblens.agent.rule.expression;

import java.util.Collection;
import java.util.TreeSet;

/**
 * Says what a property is, for loaded classes and for described ones alike: a getter, or else a method of the very
 * name, or else a field, each of the class itself before an inherited one.
 */
final class PropertySearch<T, M> {
    private final Members<T, M> members;

    PropertySearch(Members<T, M> members) {
        this.members = members;
    }

    /** The property, or {@code null} when the type has none of this name. */
    M find(T type, String property) {
        String capital = Character.toUpperCase(property.charAt(0)) + property.substring(1);
        M found = method(type, "get" + capital, false);
        if (found == null) {
            found = method(type, "is" + capital, true);
        }
        if (found == null) {
            found = method(type, property, false);
        }
        return found == null ? field(type, property) : found;
    }

    /** Every property of the class that is worth proposing, sorted. */
    Collection<String> names(T type) {
        TreeSet<String> names = new TreeSet<>();
        TreeSet<String> common = new TreeSet<>();
        for (T each = type; each != null; each = members.superclass(each)) {
            collect(each, members.superclass(each) == null ? common : names);
            for (T declared : members.interfaces(each)) {
                collect(declared, names);
            }
        }
        // What every object has would only hide what this one has.
        names.removeAll(common);
        return names;
    }

    private void collect(T type, Collection<String> names) {
        for (String name : members.names(type)) {
            names.add(ofMember(name));
        }
    }

    /** The property which a member of this name stands for. */
    private static String ofMember(String name) {
        int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : 0;
        boolean isGetter = prefix > 0 && name.length() > prefix && Character.isUpperCase(name.charAt(prefix));
        return isGetter ? Character.toLowerCase(name.charAt(prefix)) + name.substring(prefix + 1) : name;
    }

    private M method(T type, String name, boolean ofTruth) {
        for (T each = type; each != null; each = members.superclass(each)) {
            M found = members.method(each, name, ofTruth);
            if (found != null) {
                return found;
            }
        }
        for (T each = type; each != null; each = members.superclass(each)) {
            M found = inherited(each, name, ofTruth);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private M inherited(T type, String name, boolean ofTruth) {
        for (T each : members.interfaces(type)) {
            M found = members.method(each, name, ofTruth);
            if (found == null) {
                found = inherited(each, name, ofTruth);
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private M field(T type, String name) {
        for (T each = type; each != null; each = members.superclass(each)) {
            M found = members.field(each, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
