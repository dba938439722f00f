package io.joblens.agent.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A method or field with its annotations, as they stand in a class file. Not thread-safe. */
final class Annotated {
    final int access;
    final String name;
    final String descriptor;
    final List<Annotation> annotations = new ArrayList<Annotation>();
    /** By the position of the parameter. */
    final Map<Integer, List<Annotation>> ofParameters = new TreeMap<Integer, List<Annotation>>();

    Annotated(int access, String name, String descriptor) {
        this.access = access;
        this.name = name;
        this.descriptor = descriptor;
    }

    boolean has(int flag) {
        return (access & flag) != 0;
    }

    /** The annotation of that word, or {@code null}. */
    Annotation annotation(Word word) {
        for (Annotation annotation : annotations) {
            if (annotation.word == word) {
                return annotation;
            }
        }
        return null;
    }

    List<Annotation> ofParameter(int index) {
        List<Annotation> ofOne = ofParameters.get(index);
        if (ofOne == null) {
            ofOne = new ArrayList<Annotation>();
            ofParameters.put(index, ofOne);
        }
        return ofOne;
    }

    /** One annotation with the values it was given. */
    static final class Annotation {
        final Word word;
        final Map<String, String> values = new TreeMap<String, String>();

        Annotation(Word word) {
            this.word = word;
        }

        /** A value, empty when it was not given. */
        String value(String element) {
            String value = values.get(element);
            return value == null ? "" : value;
        }
    }
}
