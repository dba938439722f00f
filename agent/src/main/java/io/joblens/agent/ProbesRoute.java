package io.joblens.agent;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.joblens.agent.http.Request;
import io.joblens.agent.http.Response;
import io.joblens.agent.http.Route;
import io.joblens.agent.rule.PatternRule;
import io.joblens.agent.rule.RuleSet;
import io.joblens.agent.weave.Weaver;
import io.joblens.agent.weave.WovenRules;
import io.joblens.agent.weave.WovenRules.Woven;
import io.joblens.bootstrap.report.Reports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code /api/probes}: every rule of the file and every annotation that was found, the methods each was woven into, and for a
 * rule without a method what comes near. Calls are not counted by rule: that would cost every call, and the series of the
 * rule's name count them already.
 */
final class ProbesRoute implements Route {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Weaver weaver;
    private final Instrumentation instrumentation;

    ProbesRoute(Weaver weaver, Instrumentation instrumentation) {
        this.weaver = weaver;
        this.instrumentation = instrumentation;
    }

    @Override
    public Response answer(Request request) throws IOException {
        RuleSet rules = weaver.rules();
        WovenRules woven = weaver.woven();
        Map<String, List<Woven>> bySource = new LinkedHashMap<String, List<Woven>>();
        for (Woven one : woven.all()) {
            List<Woven> ofSource = bySource.get(one.source);
            if (ofSource == null) {
                ofSource = new ArrayList<Woven>();
                bySource.put(one.source, ofSource);
            }
            ofSource.add(one);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonGenerator json = FACTORY.createGenerator(out);
        json.writeStartObject();
        json.writeArrayFieldStart("rules");
        for (PatternRule rule : rules == null ? new ArrayList<PatternRule>() : rules.rules()) {
            write(rule, bySource.remove(rule.source()), woven, json);
        }
        for (Map.Entry<String, List<Woven>> annotation : bySource.entrySet()) {
            Woven first = annotation.getValue().get(0);
            json.writeStartObject();
            writeHead(annotation.getKey(), first.kind, first.name, json);
            writeMethods(annotation.getValue(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        writeTexts("problems", woven.problems(), json);
        json.writeNumberField("errors", Reports.errors().sum());
        json.writeEndObject();
        json.close();
        return Response.ok("application/json; charset=utf-8", out.toByteArray());
    }

    private void write(PatternRule rule, List<Woven> methods, WovenRules woven, JsonGenerator json) throws IOException {
        json.writeStartObject();
        boolean gauge = rule.rule() == null;
        String name = gauge ? rule.metric() : name(rule);
        writeHead(rule.source(), gauge ? "gauge" : kind(rule), name, json);
        json.writeStringField("pattern", rule.pattern().toString());
        writeMethods(methods == null ? new ArrayList<Woven>() : methods, json);
        if (methods == null && woven.hasMatched(rule.source())) {
            json.writeStringField("instead", "an annotation or an earlier rule of the same kind is on its methods");
        } else if (methods == null) {
            writeTexts("nearest", new NearMisses(instrumentation).of(rule, woven.near(rule.source())), json);
        }
        json.writeEndObject();
    }

    private static String kind(PatternRule rule) {
        return rule.rule().kind().name().toLowerCase(Locale.ROOT);
    }

    private static String name(PatternRule rule) {
        return rule.rule().namePath() == null
                ? rule.rule().name()
                : "{" + rule.rule().namePath() + "}";
    }

    private static void writeHead(String source, String kind, String name, JsonGenerator json) throws IOException {
        json.writeStringField("source", source);
        json.writeStringField("kind", kind);
        if (name != null) {
            json.writeStringField("name", name);
        }
    }

    private static void writeMethods(List<Woven> methods, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("woven");
        for (Woven method : methods) {
            json.writeStartObject();
            json.writeStringField("member", method.member);
            json.writeStringField("loader", method.loader);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeTexts(String field, List<String> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
