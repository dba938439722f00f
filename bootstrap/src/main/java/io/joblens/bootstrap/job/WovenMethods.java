package io.joblens.bootstrap.job;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The woven methods whose calls may be passed on to one another, by number: a run has no room for more of its method than that.
 * Grows with the methods that are woven, not with how often. Thread-safe.
 */
public final class WovenMethods {
    /** The number of no method. */
    public static final int NONE = 0;

    private static final Map<String, Integer> NUMBERS = new HashMap<String, Integer>();
    private static volatile WovenMethods[] all = {null};

    private final String signature;
    private final boolean preset;

    private WovenMethods(String signature, boolean preset) {
        this.signature = signature;
        this.preset = preset;
    }

    /**
     * The number of a method: the same one each time it is asked for.
     *
     * @param signature name and descriptor
     * @param preset whether it is a preset that means the method, and not somebody who knows the application
     */
    public static synchronized int number(String className, String signature, boolean preset) {
        String key = (preset ? "preset " : "") + className + "." + signature;
        Integer known = NUMBERS.get(key);
        if (known != null) {
            return known;
        }
        WovenMethods[] more = Arrays.copyOf(all, all.length + 1);
        more[more.length - 1] = new WovenMethods(signature, preset);
        all = more;
        NUMBERS.put(key, more.length - 1);
        return more.length - 1;
    }

    /** Whether one is the other in a superclass or subclass, when both were called on one object. */
    static boolean override(int one, int other) {
        WovenMethods[] known = all;
        return one != other && one != NONE && other != NONE && known[one].signature.equals(known[other].signature);
    }

    static boolean isPreset(int number) {
        return number != NONE && all[number].preset;
    }
}
