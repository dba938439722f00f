package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import java.io.IOException;

/** An application that traces its work with OpenTelemetry, begun after its first job. */
public final class TracedJob {
    private TracedJob() {}

    public static void main(String[] args) throws IOException {
        convert("job-1");
        Scope scope = span().makeCurrent();
        try {
            render("job-2 of \"naïve 動画\"");
        } finally {
            scope.close();
        }
        System.out.println("ready");
        Stdin.awaitEnd();
    }

    private static Span span() {
        return Span.wrap(SpanContext.create(
                "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault()));
    }

    @JobStart("conversion")
    @JobComplete("conversion")
    private static void convert(@JobId String id) {}

    @JobStart("rendering")
    @JobComplete("rendering")
    private static void render(@JobId String id) {}
}
