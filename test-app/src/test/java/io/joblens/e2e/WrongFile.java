package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A configuration file with many mistakes, each in a line of its own, and what has to be said of each: its line, the column that a
 * {@code ^} marks, and words. Not thread-safe.
 */
final class WrongFile {
    private static final char MARK = '^';

    private final List<String> lines = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final Path path;

    WrongFile(Path path) {
        this.path = path;
    }

    WrongFile right(String line) {
        lines.add(line);
        return this;
    }

    /** @param words parts of the line on stderr, in their order */
    WrongFile wrong(String marked, String... words) {
        int column = marked.indexOf(MARK) + 1;
        assertThat(column).as(marked).isPositive();
        lines.add(marked.substring(0, column - 1) + marked.substring(column));
        StringBuilder regex = new StringBuilder("joblens: ")
                .append(Pattern.quote(path + ":" + lines.size() + ":" + column + ": "))
                .append(".*");
        for (String word : words) {
            regex.append(Pattern.quote(word)).append(".*");
        }
        said.add(regex.toString());
        return this;
    }

    /** How many mistakes it has. */
    int size() {
        return said.size();
    }

    /** Has the application started with this file, and expects all that has to be said. */
    Launch in(Launch launch) {
        try {
            Files.writeString(path, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        said.forEach(launch::expectStderr);
        return launch.property("joblens.config", path.toString());
    }
}
