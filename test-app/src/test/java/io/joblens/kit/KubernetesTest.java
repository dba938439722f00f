package io.joblens.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.gson.JsonParser;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What Kubernetes is given, before the models of its own client and of Prometheus' operator: nothing unknown, nothing missing. */
class KubernetesTest {
    private static final String WORKER = "app.kubernetes.io/name";

    private final JsonNode deployment = KitFile.of("kubernetes/worker.yaml").yaml();
    private final JsonNode monitor = KitFile.of("kubernetes/podmonitor.yaml").yaml();
    private final JsonNode policy = KitFile.of("kubernetes/networkpolicy.yaml").yaml();

    @Test
    void is_a_deployment_of_kubernetes() throws IOException {
        V1Deployment.validateJsonElement(JsonParser.parseString(deployment.toString()));
        JsonNode wrong = KitFile.yaml(deployment.toString().replace("\"initContainers\"", "\"initContainer\""));
        assertThatThrownBy(() -> V1Deployment.validateJsonElement(JsonParser.parseString(wrong.toString())))
                .hasMessageContaining("initContainer");
    }

    @Test
    void is_a_network_policy_of_kubernetes() throws IOException {
        V1NetworkPolicy.validateJsonElement(JsonParser.parseString(policy.toString()));
    }

    @Test
    void is_a_pod_monitor_of_the_operator() throws IOException {
        ObjectMapper strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .annotationIntrospector(new JacksonAnnotationIntrospector() {
                    private static final long serialVersionUID = 1;

                    /** The models keep what they do not know; here that is an error. */
                    @Override
                    public Boolean hasAnySetter(Annotated annotated) {
                        return false;
                    }
                })
                .build();
        PodMonitor read = strict.readValue(monitor.toString(), PodMonitor.class);
        assertThat(read.getSpec().getPodMetricsEndpoints()).hasSize(1);
        assertThat(monitor.path("apiVersion").asText()).isEqualTo(read.getApiVersion());
        String wrong = monitor.toString().replace("\"scrapeTimeout\"", "\"scrapeTimeOut\"");
        assertThatThrownBy(() -> strict.readValue(wrong, PodMonitor.class)).hasMessageContaining("scrapeTimeOut");
    }

    @Test
    void means_the_same_pods_and_the_same_port_in_all_files() {
        JsonNode template = deployment.at("/spec/template");
        JsonNode labels = template.at("/metadata/labels");
        assertThat(deployment.at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(monitor.at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(policy.at("/spec/podSelector/matchLabels")).isEqualTo(labels);
        assertThat(labels.path(WORKER).asText()).isEqualTo("worker");

        JsonNode port = template.at("/spec/containers/0/ports/0");
        assertThat(monitor.at("/spec/podMetricsEndpoints/0/port")).isEqualTo(port.path("name"));
        assertThat(policy.at("/spec/ingress/0/ports/0/port")).isEqualTo(port.path("name"));
        assertThat(template.at("/metadata/annotations")
                        .path("prometheus.io/port")
                        .asText())
                .isEqualTo(port.path("containerPort").asText());
    }

    @Test
    void brings_the_jar_to_where_the_jvm_is_told_to_find_it() {
        JsonNode pod = deployment.at("/spec/template/spec");
        JsonNode copy = pod.at("/initContainers/0");
        JsonNode worker = pod.at("/containers/0");
        assertThat(copy.at("/command/1").asText()).isEqualTo("/joblens-agent.jar");
        assertThat(KitFile.of("docker/Dockerfile").text())
                .contains("COPY --chmod=644 joblens-agent.jar /joblens-agent.jar");
        assertThat(worker.at("/env/0/value").asText())
                .isEqualTo("-javaagent:" + copy.at("/command/2").asText());
        assertThat(copy.at("/volumeMounts/0/name")).isEqualTo(worker.at("/volumeMounts/0/name"));
        assertThat(copy.at("/volumeMounts/0/name")).isEqualTo(pod.at("/volumes/0/name"));
        assertThat(worker.at("/volumeMounts/0/readOnly").asBoolean()).isTrue();
    }
}
