package io.joblens.benchmarks.startup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A class of ordinary size and shape; the large application is made of copies of it under other names. */
final class Template00000 {
    private static final int LIMIT = 100;

    private final Map<String, List<Integer>> numbers = new HashMap<>();
    private final String name;
    private long sum;

    Template00000() {
        this("template");
    }

    Template00000(String name) {
        this.name = name;
    }

    void add(String key, int number) {
        if (number > LIMIT) {
            throw new IllegalArgumentException(key + " is " + number + "; it is at most " + LIMIT);
        }
        numbers.computeIfAbsent(key, unused -> new ArrayList<>()).add(number);
        sum += number;
    }

    double average(String key) {
        List<Integer> all = numbers.get(key);
        if (all == null || all.isEmpty()) {
            return 0;
        }
        long total = 0;
        for (int number : all) {
            total += number;
        }
        return (double) total / all.size();
    }

    int largest() {
        int largest = Integer.MIN_VALUE;
        for (List<Integer> all : numbers.values()) {
            for (int number : all) {
                largest = Math.max(largest, number);
            }
        }
        return largest;
    }

    String describe() {
        StringBuilder text = new StringBuilder(name).append(": ");
        for (Map.Entry<String, List<Integer>> entry : numbers.entrySet()) {
            text.append(entry.getKey())
                    .append('=')
                    .append(entry.getValue().size())
                    .append(' ');
        }
        return text.append("sum=").append(sum).toString();
    }

    @Override
    public int hashCode() {
        return numbers.hashCode() * 31 + name.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template00000
                && ((Template00000) other).name.equals(name)
                && ((Template00000) other).numbers.equals(numbers);
    }
}
