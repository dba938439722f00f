package io.joblens.agent.http;

import io.joblens.bootstrap.metrics.Family;
import io.joblens.bootstrap.metrics.HistogramReading;
import io.joblens.bootstrap.metrics.Labels;
import io.joblens.bootstrap.metrics.MetricSink;
import java.util.concurrent.ConcurrentMap;

/**
 * Writes one scrape in one of the text formats. A family without a series leaves no trace. Not thread-safe; the
 * texts may be shared between scrapes.
 */
final class ExpositionText implements MetricSink {
    private final ExpositionFormat format;
    private final boolean exemplars;
    private final WantedFamilies wanted;
    private final ConcurrentMap<Family, FamilyText> texts;
    private final Buffer out;
    /** {@code null} while nobody wants the family. */
    private FamilyText text;

    private boolean announced;

    /**
     * @param personal whether ids of jobs may be shown
     * @param texts those of this format
     */
    ExpositionText(
            ExpositionFormat format,
            boolean personal,
            WantedFamilies wanted,
            ConcurrentMap<Family, FamilyText> texts,
            Buffer out) {
        this.format = format;
        this.exemplars = personal && format.exemplars;
        this.wanted = wanted;
        this.texts = texts;
        this.out = out;
    }

    @Override
    public void family(Family family) {
        text = wanted.include(family) ? textOf(family) : null;
        announced = false;
    }

    @Override
    public void sample(Labels labels, double value) {
        if (text == null) {
            return;
        }
        announce();
        line(text.name, labels.text());
        Numbers.write(value, out);
        out.put('\n');
    }

    @Override
    public void histogram(Labels labels, HistogramReading reading) {
        if (text == null) {
            return;
        }
        announce();
        byte[] pairs = labels.text();
        byte[][] bounds = text.bounds(reading);
        long below = 0;
        for (int i = 0; i < bounds.length; i++) {
            below += reading.inBucket(i);
            out.put(text.bucket);
            out.put('{');
            if (pairs.length > 0) {
                out.put(pairs);
                out.put(',');
            }
            out.put(bounds[i]);
            out.put('}');
            out.put(' ');
            out.put(below);
            if (exemplars) {
                ExemplarText.write(reading, i, out);
            }
            out.put('\n');
        }
        line(text.sum, pairs);
        Numbers.write(reading.sum(), out);
        out.put('\n');
        line(text.count, pairs);
        out.put(reading.count());
        out.put('\n');
    }

    @Override
    public void summary(Labels labels, long count, double sum) {
        if (text == null) {
            return;
        }
        announce();
        line(text.count, labels.text());
        out.put(count);
        out.put('\n');
        line(text.sum, labels.text());
        Numbers.write(sum, out);
        out.put('\n');
    }

    /** Nothing follows. */
    void end() {
        out.put(format.end);
    }

    private FamilyText textOf(Family family) {
        FamilyText known = texts.get(family);
        if (known == null) {
            known = new FamilyText(family, format);
            texts.put(family, known);
        }
        return known;
    }

    private void announce() {
        if (!announced) {
            out.put(text.header);
            announced = true;
        }
    }

    private void line(byte[] name, byte[] pairs) {
        out.put(name);
        if (pairs.length > 0) {
            out.put('{');
            out.put(pairs);
            out.put('}');
        }
        out.put(' ');
    }
}
