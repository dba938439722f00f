package io.joblens.agent.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads another file than that of the options: text, or YAML for the room that knows what it means. */
public final class YamlFile {
    private YamlFile() {}

    /** The root of a YAML file, or {@code null} once it was reported what is wrong with it. */
    public static YamlPart read(String path, Problems problems) {
        String name = Excerpt.mostOf(path);
        String text = text(path, problems);
        if (text == null) return null;
        try {
            Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(text);
            if (root.isPresent()) return new YamlPart(root.get(), name);
            problems.report(name + ": the file is empty");
        } catch (MarkedYamlEngineException wrong) {
            Optional<Mark> mark = YamlSource.mark(wrong, text.codePointCount(0, text.length()));
            String place = mark.isPresent()
                    ? ":" + (mark.get().getLine() + 1) + ":" + (mark.get().getColumn() + 1)
                    : "";
            problems.report(name + place + ": this is not valid YAML ("
                    + Excerpt.mostOf(YamlSource.sentence(wrong).trim()) + ")");
        } catch (StackOverflowError deep) {
            problems.report(name + ": it is nested too deeply");
        } catch (RuntimeException wrong) {
            problems.report(name + ": this is not valid YAML ("
                    + Excerpt.mostOf(String.valueOf(wrong.getMessage()).trim()) + ")");
        }
        return null;
    }

    /** The text of a file of at most one megabyte, in UTF-8, or {@code null} once it was reported what is wrong with it. */
    public static String text(String path, Problems problems) {
        String name = Excerpt.mostOf(path);
        try {
            Path file = Paths.get(path);
            if (!Files.exists(file)) {
                problems.report(name + ": there is no such file (looked for "
                        + Excerpt.mostOf(file.toAbsolutePath().toString()) + ")");
            } else if (!Files.isRegularFile(file)) {
                problems.report(name + ": it is no regular file");
            } else if (Files.size(file) > YamlText.MOST_BYTES) {
                problems.report(name + ": it is larger than 1 MB");
            } else {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                        .toString();
            }
        } catch (CharacterCodingException wrong) {
            problems.report(name + ": it is not UTF-8");
        } catch (InvalidPathException noPath) {
            problems.report(name + ": it is no path");
        } catch (IOException failed) {
            problems.report(name + ": it cannot be read (" + Excerpt.mostOf(failed.toString()) + ")");
        } catch (SecurityException denied) {
            problems.report(name + ": a security manager denies to read it");
        }
        return null;
    }
}
