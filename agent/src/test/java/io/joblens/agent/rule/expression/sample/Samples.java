package io.joblens.agent.rule.expression.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/** An application's classes, as odd as applications have them, in a package that the language cannot see into. */
public final class Samples {
    private Samples() {}

    public enum Verdict {
        CLEAN,
        INFECTED,
        BROKEN {
            @Override
            public boolean isFinal() {
                return false;
            }
        };

        public boolean isFinal() {
            return true;
        }
    }

    /** A JavaBean. */
    public static class ScanResult {
        private final Verdict status;
        private final int hits;
        protected final String engine = "clam";

        public ScanResult(Verdict status, int hits) {
            this.status = status;
            this.hits = hits;
        }

        public Verdict getStatus() {
            return status;
        }

        public boolean isInfected() {
            return status == Verdict.INFECTED;
        }

        public int hits() {
            return hits;
        }

        public String getBroken() {
            throw new IllegalStateException("the scanner is gone");
        }
    }

    public static final class DeepScanResult extends ScanResult {
        public DeepScanResult(Verdict status) {
            super(status, 3);
        }
    }

    /** A record. */
    public record Page(String key, List<String> tags, int[] sizes) {}

    public interface Named {
        default String getName() {
            return "default";
        }
    }

    public interface VeryNamed extends Named {}

    private static final class Hidden implements VeryNamed {
        private final Page page = new Page("k1", Arrays.asList("a", "b"), new int[] {7, 8});
        private static final String SHARED = "shared";

        private String secret() {
            return "whisper";
        }

        void nothing() {}
    }

    /** One property, three ways to it. */
    public static final class Ambiguous {
        private final String both = "field";
        public final String bare = "field";

        public String getBoth() {
            return "getter";
        }

        public String both() {
            return both;
        }

        public String bare() {
            return "method";
        }

        public String isText() {
            return "no truth";
        }
    }

    public abstract static class Holder<T> {
        private final T value;

        protected Holder(T value) {
            this.value = value;
        }

        public T getValue() {
            return value;
        }
    }

    public static final class TextHolder extends Holder<String> {
        public TextHolder(String value) {
            super(value);
        }

        @Override
        public String getValue() {
            return super.getValue() + "!";
        }
    }

    public static Object hidden() {
        return new Hidden();
    }

    /** The methods that get woven. */
    public static class Worker {
        public Verdict scan(String name, Page page) {
            return Verdict.CLEAN;
        }

        public static void close() {}

        public ScanResult inspect(int attempt, boolean dry, Map<String, Page> pages, List<ScanResult> before) {
            return null;
        }

        public CompletionStage<Verdict> scanLater() {
            return null;
        }

        public CompletableFuture<Void> runLater(Object anything) {
            return null;
        }

        @SuppressWarnings("rawtypes")
        public Future rawLater(Throwable error) {
            return null;
        }

        public CompletableFuture<? extends ScanResult> inspectLater() {
            return null;
        }

        public <T> T generic(T value, Holder<T> holder, Named named, Optional<Page> maybe) {
            return null;
        }

        public String text(char letter, double ratio, Page[] pages, ArrayList<Page> list, HashMap<String, String> map) {
            return null;
        }

        public boolean isDone() {
            return true;
        }
    }
}
