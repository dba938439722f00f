package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} with rules, on an application without any annotation of ours, in every form that applications have. */
class CheckIT {
    private static final String RULES = """
            rules:
              - job: { path: this.class.simpleName }
                method: handle
                subtypes-of: io.joblens.scenarios.rules.Handler
              - operation: resize
                method: io.joblens.scenarios.rules.Orders.resize
            """;
    private static final List<String> HOOKED = List.of(
            "io.joblens.scenarios.rules.MailHandler.handle(String)",
            "io.joblens.scenarios.rules.Orders.resize()",
            "io.joblens.scenarios.rules.PushHandler.handle(String)");

    @TempDir
    Path folder;

    @OnEveryJvm
    void finds_what_rules_mean_in_every_form_of_an_application(Jvm jvm) throws Exception {
        Path rules = Files.writeString(folder.resolve("joblens.yaml"), RULES);
        Path exploded = folder.resolve("exploded");
        for (Map.Entry<String, byte[]> file : classes("").entrySet()) {
            Path to = exploded.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue());
        }
        Map<String, byte[]> multiRelease = classes("");
        classes("META-INF/versions/9/").forEach(multiRelease::put);
        for (Path application : List.of(
                exploded,
                jar("plain.jar", classes("")),
                jar("application.war", classes("WEB-INF/classes/")),
                jar("libraries.war", Map.of("WEB-INF/lib/jobs.jar", archive(classes("")))),
                jar("boot-classes.jar", classes("BOOT-INF/classes/")),
                jar("boot-library.jar", Map.of("BOOT-INF/lib/jobs.jar", archive(classes("")))),
                jar("multi-release.jar", multiRelease))) {
            Said said = Said.by(jvm, "check", application.toString(), "--config", rules.toString());
            assertThat(said.expect(0).err()).as(application.toString()).isEmpty();
            assertThat(said.out())
                    .filteredOn(line -> line.contains("io.joblens."))
                    .hasSize(HOOKED.size());
            HOOKED.forEach(hooked -> assertThat(said.out()).anyMatch(line -> line.endsWith(" " + hooked)));
        }
    }

    @Test
    void ends_with_1_when_a_rule_matches_nothing_and_says_what_comes_near() throws Exception {
        Path rules = Files.writeString(folder.resolve("joblens.yaml"), """
                rules:
                  - job: never
                    method: io.joblens.scenarios.rules.Orders.encoed
                  - job: nowhere
                    class: com.acme.Order
                    method: encode
                  - job: wrong
                    method: a..b
                """);
        Path application = jar("plain.jar", classes(""));
        Said said = Said.by(Jvms.own(), "check", application.toString(), "--config", rules.toString())
                .expect(1);
        assertThat(said.out()).last().asString().startsWith("0 hooks in ").endsWith(", 3 problems");
        assertThat(said.err()).hasSize(3);
        assertThat(said.err().get(0)).startsWith("joblens: " + rules + ":8:13: method is a..b");
        assertThat(said.err().get(1))
                .startsWith("joblens: " + rules + ":2:5: `io.joblens.scenarios.rules.Orders.encoed` matches no method"
                        + " of the application; near it: io.joblens.scenarios.rules.Orders.encode(Order), ")
                .satisfies(line ->
                        assertThat(line.split("; near it: ")[1].split("\\), ")).hasSizeLessThan(6));
        assertThat(said.err().get(2))
                .startsWith("joblens: " + rules + ":4:5: ")
                .contains("near it: io.joblens.scenarios.rules.Orders");

        JsonNode json = ForkedApp.parse(String.join(
                "\n",
                Said.by(Jvms.own(), "check", "--json", application.toString(), "--config", rules.toString())
                        .expect(1)
                        .out()));
        assertThat(json.path("hooks")).isEmpty();
        assertThat(json.path("problems")).hasSize(3);
    }

    @Test
    void says_in_a_sentence_which_library_cannot_be_read_and_reads_the_others() throws Exception {
        Path rules = Files.writeString(folder.resolve("joblens.yaml"), RULES);
        byte[] library = archive(classes(""));
        byte[] cut = java.util.Arrays.copyOf(library, library.length / 2);
        Map<String, byte[]> libraries = new LinkedHashMap<>();
        libraries.put("BOOT-INF/lib/cut.jar", cut);
        libraries.put("BOOT-INF/lib/text.jar", "no archive".getBytes(StandardCharsets.UTF_8));
        libraries.put("BOOT-INF/lib/jobs.jar", library);
        Path application = jar("boot.jar", libraries);
        Said said = Said.by(Jvms.own(), "check", application.toString(), "--config", rules.toString());
        assertThat(said.expect(1).err())
                .containsExactly(
                        "joblens: " + application
                                + "!BOOT-INF/lib/cut.jar cannot be read (it is no archive, or its end is"
                                + " missing); it is left out",
                        "joblens: " + application
                                + "!BOOT-INF/lib/text.jar cannot be read (it is no archive, or its end is"
                                + " missing); it is left out");
        assertThat(said.out()).last().asString().startsWith("3 hooks in ");
    }

    private static Map<String, byte[]> classes(String prefix) throws IOException {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        Path root = Unannotated.scenarios();
        try (Stream<Path> files = Files.list(root.resolve("io/joblens/scenarios/rules"))) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                classes.put(prefix + root.relativize(file), Files.readAllBytes(file));
            }
        }
        return classes;
    }

    private Path jar(String name, Map<String, byte[]> entries) throws IOException {
        return Files.write(folder.resolve(name), archive(entries));
    }

    /** Libraries inside are stored in a Spring Boot JAR, and compressed in a WAR. */
    private static byte[] archive(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                if (file.getKey().startsWith("BOOT-INF/lib/")) {
                    CRC32 crc = new CRC32();
                    crc.update(file.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(file.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                archive.putNextEntry(entry);
                archive.write(file.getValue());
                archive.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
