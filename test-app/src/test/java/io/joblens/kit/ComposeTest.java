package io.joblens.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The compose file: no engine is at hand, so what it names is looked up. */
class ComposeTest {
    private static final Set<String> KEYS = Set.of(
            "build", "image", "user", "volumes", "depends_on", "command", "environment", "ports", "network_mode");

    private final KitFile file = KitFile.of("docker/docker-compose.yml");
    private final JsonNode services = file.yaml().path("services");

    @Test
    void has_the_worker_prometheus_and_grafana_in_versions_that_stay() {
        Set<String> names = new TreeSet<>();
        services.properties().forEach(service -> {
            names.add(service.getKey());
            assertThat(service.getValue().path("image").asText()).contains(":").doesNotEndWith(":latest");
            service.getValue()
                    .fieldNames()
                    .forEachRemaining(key -> assertThat(KEYS).contains(key));
        });
        assertThat(names).containsExactly("grafana", "joblens", "mangamotion", "prometheus");
    }

    @Test
    void mounts_what_is_there_and_depends_on_services_that_are_there() {
        Path folder = file.path().getParent();
        for (JsonNode service : services) {
            for (JsonNode volume : service.path("volumes")) {
                String source = volume.asText().split(":")[0];
                if (source.startsWith(".")) {
                    assertThat(Files.isDirectory(folder.resolve(source).normalize()))
                            .as(source)
                            .isTrue();
                } else {
                    assertThat(file.yaml().path("volumes").has(source))
                            .as(source)
                            .isTrue();
                }
            }
            JsonNode needed = service.path("depends_on");
            if (needed.isArray()) {
                needed.forEach(name -> assertThat(services.has(name.asText()))
                        .as(name.asText())
                        .isTrue());
            } else {
                needed.fieldNames()
                        .forEachRemaining(
                                name -> assertThat(services.has(name)).as(name).isTrue());
            }
        }
        JsonNode build = services.at("/joblens/build");
        Path context = folder.resolve(build.path("context").asText());
        assertThat(context.resolve(build.path("dockerfile").asText()).normalize())
                .isRegularFile();
    }

    @Test
    void listens_on_this_machine_only() {
        assertThat(services.findValues("ports"))
                .isNotEmpty()
                .allSatisfy(ports -> assertThat(KitFile.each(ports))
                        .allMatch(port -> port.asText().startsWith("127.0.0.1:")));
    }

    @Test
    void gives_grafana_the_addresses_that_its_data_sources_ask_for() {
        JsonNode environment = services.at("/grafana/environment");
        KitFile.each(KitFile.of("grafana/provisioning/datasources/joblens.yml")
                        .yaml()
                        .path("datasources"))
                .map(source -> source.path("url").asText().substring(1))
                .forEach(variable ->
                        assertThat(environment.has(variable)).as(variable).isTrue());
        assertThat(services.at("/prometheus/network_mode").asText()).isEqualTo("service:mangamotion");
        assertThat(environment.path("PROMETHEUS_URL").asText()).isEqualTo("http://mangamotion:9090");
    }
}
