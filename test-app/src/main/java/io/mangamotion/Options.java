package io.mangamotion;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Iterator;

/** The command line. */
final class Options {
    static final String USAGE = String.join(
            System.lineSeparator(),
            "Usage: java -jar mangamotion.jar --home DIR [options]",
            "  --home DIR            folder with the inbox, the results and the rest; made when missing",
            "  --once                end when every chapter of the inbox is done, instead of waiting for more",
            "  --hold FILE           with --once: when done, make FILE and stay until somebody deletes it",
            "  --workers N           chapters converted at the same time (2)",
            "  --queue N             chapters that may wait for a worker (100)",
            "  --retry-delay MILLIS  pause before another attempt (500)",
            "  --generate N          put N sample chapters into the inbox first",
            "  --generate-every S    put another sample chapter into the inbox every S seconds",
            "The environment variables CLAMD_HOST and CLAMD_PORT (3310) name the clamd to scan with.");

    Path home;
    boolean once;
    Path hold;
    int workers = 2;
    int queue = 100;
    int retryDelayMillis = 500;
    int generate;
    int generateEverySeconds;

    private Options() {}

    /** @throws IllegalArgumentException saying what is wrong with the command line */
    static Options parse(String... args) {
        Options options = new Options();
        for (Iterator<String> rest = Arrays.asList(args).iterator(); rest.hasNext(); ) options.take(rest.next(), rest);
        if (options.home == null) throw new IllegalArgumentException("--home is missing");
        if (options.hold != null && !options.once) throw new IllegalArgumentException("--hold needs --once");
        if (options.generateEverySeconds > 0 && options.once) {
            throw new IllegalArgumentException("--generate-every and --once exclude each other");
        }
        return options;
    }

    private void take(String option, Iterator<String> rest) {
        switch (option) {
            case "--home":
                home = Paths.get(value(option, rest));
                break;
            case "--once":
                once = true;
                break;
            case "--hold":
                hold = Paths.get(value(option, rest));
                break;
            case "--workers":
                workers = number(option, 1, rest);
                break;
            case "--queue":
                queue = number(option, 1, rest);
                break;
            case "--retry-delay":
                retryDelayMillis = number(option, 0, rest);
                break;
            case "--generate":
                generate = number(option, 0, rest);
                break;
            case "--generate-every":
                generateEverySeconds = number(option, 1, rest);
                break;
            default:
                throw new IllegalArgumentException("There is no option " + option);
        }
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) throw new IllegalArgumentException(option + " needs a value");
        return rest.next();
    }

    private static int number(String option, int least, Iterator<String> rest) {
        String value = value(option, rest);
        if (value.matches("\\d{1,9}") && Integer.parseInt(value) >= least) return Integer.parseInt(value);
        throw new IllegalArgumentException(
                option + " is \"" + value + "\"; it must be a whole number from " + least + " on");
    }
}
