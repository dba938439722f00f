package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lines of which every one has to be a JSON object in which no name stands twice. */
final class JsonFile {
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<JsonNode> lines;

    private JsonFile(List<String> lines) {
        this.lines = lines.stream().map(JsonFile::parse).toList();
    }

    static JsonFile of(Path file, Charset charset) {
        try {
            return new JsonFile(Files.readAllLines(file, charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonFile of(List<String> lines) {
        return new JsonFile(lines);
    }

    List<String> messages() {
        return lines.stream().map(line -> line.get("message").asText()).toList();
    }

    /** The first line of which the message begins like this. */
    JsonNode line(String start) {
        return lines.stream()
                .filter(line -> line.get("message").asText().startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError(start + " is not among " + messages()));
    }

    /** The first line of the job, which is held, as is the one before it, against what every line has. */
    JsonNode lineOfJob() {
        JsonNode outside = line("outside");
        assertThat(outside.get("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(outside.get("level").asText()).isEqualTo("info");
        assertThat(outside.get("logger").asText()).isEqualTo("worker.lines");
        assertThat(outside.get("thread").asText()).isEqualTo("main");
        assertThat(outside).hasSize(5);
        JsonNode inside = line("debug 1");
        assertThat(inside.get("level").asText()).isEqualTo("debug");
        assertThat(inside.get("job_id").asText()).isEqualTo("job-1");
        assertThat(inside.get("job_type").asText()).isEqualTo("lines");
        assertThat(inside.get("attempts").isInt()).isTrue();
        return inside;
    }

    /** Holds a line in the job against the context that the application made for it. */
    void expectContext() {
        JsonNode line = line("in the job");
        assertThat(line.get("own").asText()).isEqualTo("mine");
        assertThat(line.get("field_message").asText()).isEqualTo("of the context");
    }

    private static JsonNode parse(String line) {
        try {
            JsonNode parsed = STRICT.readTree(line);
            assertThat(parsed.isObject()).as(line).isTrue();
            return parsed;
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }
}
