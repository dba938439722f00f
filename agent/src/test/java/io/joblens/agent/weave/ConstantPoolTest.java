package io.joblens.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.agent.rule.Word;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantPoolTest {
    private final ConstantPool pool = new ConstantPool(Word.needles());

    @Test
    void finds_nothing_in_thousands_of_classes_of_the_jdk() throws IOException {
        Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
        try (Stream<Path> files = Files.walk(base)) {
            List<Path> classes =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            assertThat(classes).hasSizeGreaterThan(3_000);
            assertThat(classes).noneMatch(file -> pool.holdsNeedle(bytes(file)));
        }
    }

    @Test
    void finds_any_string_that_a_real_class_holds() throws IOException {
        byte[] file = String.class.getResourceAsStream("String.class").readAllBytes();

        assertThat(new ConstantPool(List.of("java/lang/CharSequence")).holdsNeedle(file))
                .isTrue();
        assertThat(new ConstantPool(List.of("java/lang/CharSequencf")).holdsNeedle(file))
                .isFalse();
        assertThat(new ConstantPool(List.of("no", "not this", "compareToIgnoreCase", "nor that")).holdsNeedle(file))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 14})
    void finds_a_string_wherever_it_stands_among_entries_of_every_kind(int position) throws IOException {
        assertThat(pool.holdsNeedle(fileWithAllTags("Lio/joblens/api/JobStart;", position)))
                .isTrue();
        assertThat(pool.holdsNeedle(fileWithAllTags("Lio/joblens/api/JobStarts;", position)))
                .isFalse();
        assertThat(pool.holdsNeedle(fileWithAllTags("", position))).isFalse();
    }

    @Test
    void finds_every_word_that_has_something_woven() throws IOException {
        assertThat(Word.needles()).hasSize(9);
        for (String needle : Word.needles()) {
            assertThat(pool.holdsNeedle(fileWithAllTags(needle, 3))).isTrue();
        }
    }

    @Test
    void takes_a_file_that_it_cannot_understand_for_a_hit() throws IOException {
        byte[] whole = fileWithAllTags("nothing", 14);
        for (int length = 0; length < whole.length; length++) {
            assertThat(pool.holdsNeedle(Arrays.copyOf(whole, length))).isTrue();
        }
        byte[] unknownTag = whole.clone();
        unknownTag[10] = 99;
        assertThat(pool.holdsNeedle(unknownTag)).isTrue();
    }

    @Test
    void throws_nothing_for_random_bytes() throws IOException {
        Random random = new Random(42);
        byte[] valid = fileWithAllTags("Lio/joblens/api/JobStart;", 14);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = i % 2 == 0 ? new byte[random.nextInt(200)] : valid.clone();
            for (int changes = i % 2 == 0 ? bytes.length : 3; changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            pool.holdsNeedle(bytes);
        }
    }

    /** A class file's head and a pool with one entry of each kind, and the text at a position among them. */
    private static byte[] fileWithAllTags(String text, int position) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.writeInt(0xCAFEBABE);
        out.writeInt(52);
        // Entries, one more for each of long and double, one for the text, and by tradition one more.
        out.writeShort(14 + 2 + 1 + 1 + 1);
        int[] tags = {3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17, 18};
        int[] sizes = {4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 3, 2, 4, 4};
        for (int i = 0; i < tags.length; i++) {
            if (i == position) {
                writeText(out, text);
            }
            out.writeByte(tags[i]);
            out.write(new byte[sizes[i]]);
        }
        if (position == tags.length) {
            writeText(out, text);
        }
        writeText(out, "the last");
        return file.toByteArray();
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        out.writeByte(1);
        out.writeUTF(text);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
