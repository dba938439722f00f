package io.joblens.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A file of the operations kit, which is what stands under {@code src/} of the project. */
public final class KitFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of("../src").toAbsolutePath().normalize();

    private final Path path;

    private KitFile(Path path) {
        this.path = path;
    }

    /** The file of that name below {@code src}. */
    public static KitFile of(String name) {
        return new KitFile(ROOT.resolve(name));
    }

    /** The files in a folder below {@code src} whose names end like this. */
    public static List<KitFile> in(String folder, String suffix) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .map(KitFile::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The README and the pages of {@code src/docs}. */
    public static List<KitFile> documents() {
        return Stream.concat(Stream.of(of("../README.md")), in("docs", ".md").stream())
                .toList();
    }

    public Path path() {
        return path;
    }

    public String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only document of this YAML (or JSON) file; a key that stands twice is an error. */
    public JsonNode yaml() {
        return yaml(text());
    }

    /** A YAML document as a tree. */
    public static JsonNode yaml(String text) {
        return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    /** The elements of a list. */
    public static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    @Override
    public String toString() {
        return ROOT.getParent().relativize(path.normalize()).toString();
    }
}
