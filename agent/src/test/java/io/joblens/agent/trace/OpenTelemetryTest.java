package io.joblens.agent.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class OpenTelemetryTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final OpenTelemetry traces = new OpenTelemetry();

    @Test
    void tells_the_trace_of_the_current_span() {
        traces.begins(Span.class.getClassLoader());
        assertThat(traces.id()).isNull();
        try (Scope scope = span(TraceFlags.getSampled()).makeCurrent()) {
            assertThat(scope).isNotNull();
            assertThat(traces.id()).isEqualTo(TRACE);
        }
        assertThat(traces.id()).isNull();
    }

    @Test
    void leaves_out_traces_that_are_not_kept() {
        traces.begins(Span.class.getClassLoader());
        try (Scope scope = span(TraceFlags.getDefault()).makeCurrent()) {
            assertThat(scope).isNotNull();
            assertThat(traces.id()).isNull();
        }
    }

    @Test
    void asks_no_copy_before_that_copy_keeps_contexts() {
        try (Scope scope = span(TraceFlags.getSampled()).makeCurrent()) {
            assertThat(scope).isNotNull();
            assertThat(traces.id()).isNull();
            traces.begins(Span.class.getClassLoader());
            assertThat(traces.id()).isEqualTo(TRACE);
        }
    }

    @Test
    void asks_every_copy() throws Exception {
        URL[] own = {
            Span.class.getProtectionDomain().getCodeSource().getLocation(),
            Scope.class.getProtectionDomain().getCodeSource().getLocation()
        };
        traces.begins(ClassLoader.getPlatformClassLoader());
        try (URLClassLoader other = new URLClassLoader(own, ClassLoader.getPlatformClassLoader())) {
            traces.begins(other);
            assertThat(traces.id()).isNull();
            traces.begins(Span.class.getClassLoader());
            try (Scope scope = span(TraceFlags.getSampled()).makeCurrent()) {
                assertThat(scope).isNotNull();
                assertThat(traces.id()).isEqualTo(TRACE);
            }
        }
    }

    private static Span span(TraceFlags flags) {
        return Span.wrap(SpanContext.create(TRACE, "b7ad6b7169203331", flags, TraceState.getDefault()));
    }
}
