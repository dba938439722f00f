package io.joblens.kit;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tables of {@code src/docs/metrics.md}, beside what they describe. */
public final class MetricsPage {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| ([a-z]+) \\|([^|]*)\\|");
    private static final Pattern BOUNDS = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| ([0-9. ]+) \\|$");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\w+) (\\w+)$");
    private static final Pattern BUCKET = Pattern.compile("(?m)^(\\w+)_bucket\\{[^}]*le=\"([^\"]+)\"} ");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    private final String text;

    private MetricsPage(String text) {
        this.text = text;
    }

    public static MetricsPage read() {
        return new MetricsPage(KitFile.of("docs/metrics.md").text());
    }

    /** Type and labels of every metric of the page, by its name. */
    public Map<String, String> described() {
        Map<String, String> families = new TreeMap<>();
        Matcher row = ROW.matcher(text);
        while (row.find()) {
            families.put(row.group(1), described(row.group(2), row.group(3)));
        }
        return families;
    }

    /** Those of {@link #described} that tell of jobs, and are there on every JVM. */
    public Map<String, String> describedOfJobs() {
        Map<String, String> families = described();
        families.keySet().removeIf(MetricsPage::isOfJvm);
        return families;
    }

    /** The upper bounds of every histogram of the page, by its name. */
    public Map<String, List<String>> bounds() {
        Map<String, List<String>> bounds = new TreeMap<>();
        Matcher row = BOUNDS.matcher(text);
        while (row.find()) {
            bounds.put(row.group(1), List.of(row.group(2).split(" ")));
        }
        return bounds;
    }

    /** Type and labels of every metric of an answer in text format, by its name. */
    public static Map<String, String> shown(String metrics) {
        Map<String, String> families = new TreeMap<>();
        Matcher type = TYPE.matcher(metrics);
        while (type.find()) {
            String name = type.group(1);
            TreeSet<String> labels = new TreeSet<>();
            Matcher series = Pattern.compile("(?m)^" + name + "(?:_bucket|_sum|_count)?\\{(.*)} ")
                    .matcher(metrics);
            while (series.find()) {
                LABEL.matcher(series.group(1)).results().forEach(label -> labels.add(label.group(1)));
            }
            labels.remove("le");
            labels.remove("quantile");
            families.put(name, type.group(2) + labels);
        }
        return families;
    }

    /** The upper bounds of every histogram of an answer in text format, by its name. */
    public static Map<String, List<String>> boundsShown(String metrics) {
        Map<String, List<String>> texts = new TreeMap<>();
        Matcher bucket = BUCKET.matcher(metrics);
        while (bucket.find()) {
            List<String> known = texts.getOrDefault(bucket.group(1), List.of());
            if (!bucket.group(2).equals("+Inf") && !known.contains(bucket.group(2))) {
                texts.put(
                        bucket.group(1),
                        Stream.concat(known.stream(), Stream.of(bucket.group(2)))
                                .toList());
            }
        }
        return texts;
    }

    /** How many of these series are not of the JVM and its process. */
    public static long ofJobs(Collection<String> series) {
        return series.stream().filter(name -> !isOfJvm(name)).count();
    }

    /** Whether a metric tells of the JVM or its process, or of the agent's version. */
    private static boolean isOfJvm(String name) {
        return name.startsWith("jvm_") || name.startsWith("process_") || name.startsWith("joblens_build_info");
    }

    private static String described(String type, String labels) {
        String[] names = labels.replace("`", "").trim().split("[ ,]+");
        return type
                + new TreeSet<>(
                        Arrays.stream(names).filter(name -> !name.isEmpty()).toList());
    }
}
