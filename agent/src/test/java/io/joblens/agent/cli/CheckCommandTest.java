package io.joblens.agent.cli;

import static io.joblens.agent.cli.Archives.archive;
import static io.joblens.agent.cli.Archives.classFile;
import static io.joblens.agent.cli.Archives.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.joblens.agent.cli.sample.BadShop;
import io.joblens.agent.cli.sample.Numbered;
import io.joblens.agent.cli.sample.Order;
import io.joblens.agent.cli.sample.Shop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String SHOP = "io.joblens.agent.cli.sample.Shop";
    private static final List<String> HOOKS = List.of(
            "KIND   NAME          SAID BY     METHOD",
            "job    order         annotation  " + SHOP + ".ship(Order, int[])",
            "scan   clamav        annotation  " + SHOP + ".scan(String)",
            "gauge  queue_length  annotation  " + SHOP + ".orders",
            "",
            "3 hooks in 3 classes, no problems");

    @TempDir
    Path folder;

    @Test
    void shows_the_hooks_of_a_jar() throws IOException {
        expectHooks(Files.write(folder.resolve("app.jar"), archive(classes(""))));
    }

    @Test
    void reads_a_war() throws IOException {
        expectHooks(Files.write(folder.resolve("app.war"), archive(classes("WEB-INF/classes/"))));
    }

    @Test
    void reads_a_fat_jar_whose_types_are_in_a_nested_one() throws IOException {
        Map<String, byte[]> library =
                Map.of(path(Order.class), classFile(Order.class), path(Numbered.class), classFile(Numbered.class));
        Map<String, byte[]> entries = Map.of(
                "BOOT-INF/classes/" + path(Shop.class),
                classFile(Shop.class),
                "BOOT-INF/lib/orders.jar",
                archive(library));
        expectHooks(Files.write(folder.resolve("app.jar"), archive(entries)));
    }

    @Test
    void reads_a_jar_in_a_war_in_an_archive() throws IOException {
        byte[] war = archive(Map.of("WEB-INF/lib/shop.jar", archive(classes(""))));
        expectHooks(Files.write(folder.resolve("app.jar"), archive(Map.of("app.war", war))));
    }

    @Test
    void reads_folders_with_classes_and_jars_at_any_depth() throws IOException {
        Path classFile = folder.resolve("app/classes").resolve(path(Shop.class));
        Files.createDirectories(classFile.getParent());
        Files.write(classFile, classFile(Shop.class));
        Files.createDirectories(folder.resolve("app/lib"));
        Files.write(
                folder.resolve("app/lib/orders.jar"),
                archive(Map.of(
                        path(Order.class), classFile(Order.class), path(Numbered.class), classFile(Numbered.class))));
        expectHooks(folder.resolve("app"));
    }

    @Test
    void says_what_makes_no_sense_in_the_words_of_the_agent() throws IOException {
        Map<String, byte[]> entries = classes("");
        entries.put(path(BadShop.class), classFile(BadShop.class));
        Run run = check(Files.write(folder.resolve("app.jar"), archive(entries)));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("job    order         annotation  " + BadShop.class.getName() + ".ship(Order)", "2 problems");
        assertThat(run.err().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("joblens: "))
                .anyMatch(line -> line.contains("nubmer") && line.contains("the value is left out"))
                .anyMatch(line -> line.contains("retrun") && line.contains("the scan is not counted"));
    }

    @Test
    void writes_json() throws IOException {
        Map<String, byte[]> entries = classes("");
        entries.put(path(BadShop.class), classFile(BadShop.class));
        Path app = Files.write(folder.resolve("app.jar"), archive(entries));
        Run run = Run.of("check", "--json", app.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        List<String> methods = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(run.out())) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING && "method".equals(json.currentName())) {
                    methods.add(json.getText());
                }
            }
        }
        assertThat(methods).containsExactlyInAnyOrder("ship", "ship", "scan");
    }

    @Test
    void says_what_is_wrong_in_the_configuration() throws IOException {
        Path app = Files.write(folder.resolve("app.jar"), archive(classes("")));
        Path config = Files.writeString(folder.resolve("joblens.yaml"), "http:\n  prot: 1\n");
        Run run = Run.of("check", app.toString(), "--config", config.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains(config + ":2:3: no such option `http.prot`; did you mean `http.port`?");
    }

    @Test
    void refuses_what_does_not_exist() {
        Run run = check(folder.resolve("nowhere.jar"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("nowhere.jar does not exist");
    }

    @Test
    void says_that_a_file_is_no_archive() throws IOException {
        Run run = check(Files.writeString(folder.resolve("app.jar"), "not a zip"));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("app.jar cannot be read");
    }

    @Test
    void goes_on_after_a_nested_archive_that_is_corrupt() throws IOException {
        Map<String, byte[]> entries = classes("BOOT-INF/classes/");
        entries.put("BOOT-INF/lib/broken.jar", "not a zip".getBytes(StandardCharsets.UTF_8));
        Run run = check(Files.write(folder.resolve("app.jar"), archive(entries)));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("app.jar!BOOT-INF/lib/broken.jar cannot be read");
        assertThat(run.out()).contains("3 hooks in 3 classes, 1 problem");
    }

    @Test
    void goes_on_after_a_class_file_that_is_corrupt() throws IOException {
        Map<String, byte[]> entries = classes("");
        entries.put("Broken.class", new byte[] {1, 2, 3});
        Run run = check(Files.write(folder.resolve("app.jar"), archive(entries)));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("Broken cannot be read as a class file");
        assertThat(run.out()).contains("3 hooks in 4 classes, 1 problem");
    }

    private static void expectHooks(Path application) {
        Run run = check(application);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out().lines()).containsExactlyElementsOf(HOOKS);
    }

    private static Run check(Path application) {
        return Run.of("check", application.toString());
    }

    private static Map<String, byte[]> classes(String prefix) {
        Map<String, byte[]> classes = new java.util.LinkedHashMap<>();
        for (Class<?> type : List.of(Shop.class, Order.class, Numbered.class)) {
            classes.put(prefix + path(type), classFile(type));
        }
        return classes;
    }
}
