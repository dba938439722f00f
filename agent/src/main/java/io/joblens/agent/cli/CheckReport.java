package io.joblens.agent.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.joblens.agent.weave.Hook;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What {@code check} found, for people and for programs. */
final class CheckReport {
    private CheckReport() {}

    /** A table of the hooks, and a sum. */
    static List<String> lines(List<Hook> hooks, int problems, int classes) {
        List<String> lines = new ArrayList<String>();
        if (!hooks.isEmpty()) {
            Table table = new Table("KIND", "NAME", "SAID BY", "METHOD");
            for (Hook hook : hooks) {
                table.row(hook.kind(), hook.name() == null ? "-" : hook.name(), hook.source(), signature(hook));
            }
            lines.addAll(table.lines());
            lines.add("");
        }
        lines.add(number(hooks.size(), "hook") + " in " + number(classes, "class") + ", "
                + (problems == 0 ? "no problems" : number(problems, "problem")));
        return lines;
    }

    private static String signature(Hook hook) {
        String member = hook.className() + "." + hook.member();
        if (hook.parameters() == null) {
            return member;
        }
        List<String> simple = new ArrayList<String>();
        for (String parameter : hook.parameters()) {
            simple.add(parameter.substring(parameter.lastIndexOf('.') + 1));
        }
        return member + "(" + String.join(", ", simple) + ")";
    }

    private static String number(int count, String thing) {
        return count + " " + (count == 1 ? thing : thing.endsWith("s") ? thing + "es" : thing + "s");
    }

    static void writeJson(List<Hook> hooks, List<String> problems, int classes, PrintStream out) {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeArrayFieldStart("hooks");
            for (Hook hook : hooks) {
                write(hook, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("problems");
            for (String problem : problems) {
                json.writeString(problem);
            }
            json.writeEndArray();
            json.writeNumberField("classes", classes);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Hook hook, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", hook.kind());
        json.writeStringField("name", hook.name());
        json.writeStringField("source", hook.source());
        json.writeStringField("class", hook.className());
        json.writeStringField(hook.parameters() == null ? "field" : "method", hook.member());
        if (hook.parameters() != null) {
            json.writeArrayFieldStart("parameters");
            for (String parameter : hook.parameters()) {
                json.writeString(parameter);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
