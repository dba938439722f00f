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
