package io.joblens.bootstrap.metrics;

/** A metric: the name, help text and type that its series share. Immutable. */
public final class Family {
    /** The metric types of the Prometheus exposition format that Joblens uses. */
    public enum Type {
        COUNTER("counter"),
        GAUGE("gauge"),
        HISTOGRAM("histogram"),
        /** A count and a sum, without buckets. */
        SUMMARY("summary"),
        /** Labels that describe something; the value is 1. */
        INFO("info");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        /** The type as exposition formats write it. */
        public String text() {
            return text;
        }
    }

    /** How the values of all series of a family become one. */
    public enum Total {
        SUM,
        MAX
    }

    private final String name;
    private final String help;
    private final Type type;
    private final Total total;

    private Family(String name, String help, Type type, Total total) {
        this.name = name;
        this.help = help;
        this.type = type;
        this.total = total;
    }

    public static Family counter(String name, String help) {
        return new Family(name, help, Type.COUNTER, Total.SUM);
    }

    public static Family gauge(String name, String help) {
        return new Family(name, help, Type.GAUGE, Total.SUM);
    }

    /** A gauge whose total over all series is the largest of them, such as an age or a time stamp. */
    public static Family peak(String name, String help) {
        return new Family(name, help, Type.GAUGE, Total.MAX);
    }

    public static Family histogram(String name, String help) {
        return new Family(name, help, Type.HISTOGRAM, Total.SUM);
    }

    public static Family summary(String name, String help) {
        return new Family(name, help, Type.SUMMARY, Total.SUM);
    }

    /** @param name ends in {@code _info} */
    public static Family info(String name, String help) {
        return new Family(name, help, Type.INFO, Total.MAX);
    }

    public String name() {
        return name;
    }

    public String help() {
        return help;
    }

    public Type type() {
        return type;
    }

    public Total total() {
        return total;
    }
}
