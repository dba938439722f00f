package io.joblens.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.joblens.bootstrap.job.Fields;
import io.joblens.bootstrap.job.JobRun;
import io.joblens.bootstrap.job.Jobs;
import io.joblens.bootstrap.job.WovenMethods;
import io.joblens.bootstrap.metrics.Clock;
import io.joblens.bootstrap.metrics.Registry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a log of its own wrote, at a moment that stands still, and jobs that tell it of themselves. */
final class Written {
    /** 2024-01-15T10:30:45.123Z, the moment of the sample lines. */
    static final long MOMENT = 1_705_314_645_123L;

    static final Clock CLOCK = new Clock() {
        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public long wallMillis() {
            return MOMENT;
        }
    };

    private static final JsonFactory JSON = new JsonFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    final LifecycleLog log;
    final Registry registry = new Registry(Collections.emptyMap(), 10, 10, CLOCK, new Registry.Listener() {
        @Override
        public void namesExhausted(String label, String name, int most) {}

        @Override
        public void failed(Throwable thrown) {}
    });
    final Jobs jobs = new Jobs(10, 1_000_000_000L, CLOCK, registry);

    private Written(Level threshold, LineFormat format) {
        log = LifecycleLog.to(new PrintStream(bytes, false), threshold, format, CLOCK);
        jobs.listener(log);
    }

    static Written json() {
        return new Written(Level.DEBUG, LineFormat.JSON);
    }

    static Written text() {
        return new Written(Level.DEBUG, LineFormat.TEXT);
    }

    static Written from(Level threshold, LineFormat format) {
        return new Written(threshold, format);
    }

    /** Fields from names and values in turn. */
    static Fields fields(Object... namesAndValues) {
        String[] names = new String[namesAndValues.length / 2];
        Object[] values = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = (String) namesAndValues[2 * i];
            values[i] = namesAndValues[2 * i + 1];
        }
        return new Fields(names, values);
    }

    /** Starts a run, which writes a line, and forgets the line. */
    JobRun run(Fields fields) {
        JobRun run = jobs.start(registry.job("encode"), "job-123", "user-456", 2, fields, WovenMethods.NONE, null);
        bytes.reset();
        return run;
    }

    /** All that was written since the last time, which is valid UTF-8. */
    String take() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new AssertionError("no UTF-8", broken);
        } finally {
            bytes.reset();
        }
    }

    /** The one JSON line that was written since the last time. */
    Map<String, Object> takeJson() {
        String line = take();
        assertThat(line).endsWith("\n");
        assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
        return parsed(line);
    }

    /** One object of plain values, in which no name stands twice. */
    static Map<String, Object> parsed(String line) {
        Map<String, Object> values = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(line)) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                assertThat(values).doesNotContainKey(name);
                values.put(name, value(parser, parser.nextToken()));
            }
            assertThat(parser.currentToken()).isEqualTo(JsonToken.END_OBJECT);
            assertThat(parser.nextToken()).isNull();
        } catch (IOException broken) {
            throw new AssertionError("no JSON: " + line, broken);
        }
        return values;
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return parser.getBooleanValue();
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            return parser.getDecimalValue();
        }
        return token == JsonToken.VALUE_NUMBER_INT ? parser.getNumberValue() : parser.getText();
    }
}
