package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobField;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import java.util.ArrayList;
import java.util.List;

/** Methods whose code or result asks something of the weaver. */
final class Bodies {
    private Bodies() {}

    static void run() {
        StringBuilder results = new StringBuilder();
        nothing(0);
        results.append(truth(1)).append(octet(2)).append(small(3)).append(letter(4)).append(number(5));
        results.append(large(6)).append(single(7)).append(precise(8)).append(text(9)).append(array(10).length);
        System.out.println(results);
        System.out.println(reassigning("before", 1, 2L));
        for (int i = 0; i < 4; i++) {
            System.out.println(manyWays(i));
        }
        System.out.println(lambdas(3));
    }

    @JobStart("returns")
    @JobComplete("returns")
    private static void nothing(@JobId int id) {
        System.out.println("nothing " + id);
    }

    @JobStart("returns")
    @JobComplete(value = "returns", failedWhen = "return == false")
    private static boolean truth(@JobId int id) {
        return id == 1;
    }

    @JobStart("returns")
    @JobComplete(value = "returns", failedWhen = "return == 0")
    private static byte octet(@JobId int id) {
        return (byte) id;
    }

    @JobStart("returns")
    @JobComplete(value = "returns", failedWhen = "return == 0")
    private static short small(@JobId int id) {
        return (short) id;
    }

    @JobStart("returns")
    @JobComplete(value = "returns", failedWhen = "return == x")
    private static char letter(@JobId int id) {
        return (char) ('a' + id);
    }

    @JobStart("returns")
    @JobComplete(value = "returns", failedWhen = "return == 0")
    private static int number(@JobId int id) {
        return id;
    }

    @JobStart("returns")
    @JobComplete(value = "returns", failedWhen = "return == 0")
    private static long large(@JobId int id) {
        return id;
    }

    @JobStart("returns")
    @JobComplete(value = "returns", failedWhen = "return == 0")
    private static float single(@JobId int id) {
        return id;
    }

    @JobStart("returns")
    @JobComplete(value = "returns", failedWhen = "return == 0")
    private static double precise(@JobId int id) {
        return id;
    }

    @JobStart("returns")
    @JobComplete(value = "returns", failedWhen = "return == nothing")
    private static String text(@JobId int id) {
        return "text" + id;
    }

    @JobStart("returns")
    @JobComplete(value = "returns", failedWhen = "return.length == 0")
    private static long[] array(@JobId int id) {
        return new long[id];
    }

    /** What is told of the job is what the method was called with. */
    @JobStart("reassigning")
    @JobComplete(value = "reassigning", failedWhen = "arg0 == after")
    private static String reassigning(@JobId String id, int count, @JobField("size") long size) {
        id = "after";
        count++;
        size += count;
        return id + count + size;
    }

    @JobStart("many-ways")
    @JobComplete("many-ways")
    private static String manyWays(@JobId int id) {
        StringBuilder way = new StringBuilder();
        try {
            for (int i = 0; i < 3; i++) {
                switch (id) {
                    case 0:
                        return "first";
                    case 1:
                        if (i == 1) {
                            throw new IllegalStateException("second");
                        }
                        continue;
                    case 2:
                        break;
                    default:
                        way.append(i);
                }
            }
            return way.append("last").toString();
        } catch (IllegalStateException e) {
            return e.getMessage();
        } finally {
            way.append("never seen");
            synchronized (way) {
                System.out.println("finally " + id);
            }
        }
    }

    @JobStart("lambdas")
    @JobComplete("lambdas")
    private static List<String> lambdas(@JobId int id) {
        List<String> words = new ArrayList<>();
        Runnable runnable = () -> words.add("runnable " + id);
        runnable.run();
        words.replaceAll(String::toUpperCase);
        words.removeIf(word -> word.isEmpty());
        return words;
    }
}
