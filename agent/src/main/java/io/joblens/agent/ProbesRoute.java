package io.joblens.agent;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.joblens.agent.http.Request;
import io.joblens.agent.http.Response;
import io.joblens.agent.http.Route;
import io.joblens.agent.rule.PatternRule;
import io.joblens.agent.rule.RejectedRule;
import io.joblens.agent.rule.RuleSet;
import io.joblens.agent.weave.NearMisses;
import io.joblens.agent.weave.Presets;
import io.joblens.agent.weave.Weaver;
import io.joblens.agent.weave.WovenRules;
import io.joblens.agent.weave.WovenRules.Woven;
import io.joblens.bootstrap.report.Reports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code /api/probes}: every preset, every rule of the file and every annotation that was found, the methods each was woven into,
 * how often they were called and what went wrong, and for a rule without a method what comes near.
 */
final class ProbesRoute implements Route {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Weaver weaver;
    private final SaidProblems said;
    private final NearMisses nearMisses;

    /** @param said what is wrong with the configuration */
    ProbesRoute(Weaver weaver, SaidProblems said, NearMisses nearMisses) {
        this.weaver = weaver;
        this.said = said;
        this.nearMisses = nearMisses;
    }

    @Override
    public Response answer(Request request) throws IOException {
        RuleSet rules = weaver.rules();
        WovenRules woven = weaver.woven();
        Map<String, List<Woven>> bySource = bySource(woven.all());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonGenerator json = FACTORY.createGenerator(out);
        json.writeStartObject();
        writePresets(json);
        json.writeArrayFieldStart("rules");
        for (PatternRule rule : allRules(rules)) {
            write(rule, bySource.remove(rule.source()), woven, json);
        }
        if (rules != null) {
            for (RejectedRule rule : rules.rejected()) {
                write(rule, json);
            }
        }
        for (Map.Entry<String, List<Woven>> annotation : bySource.entrySet()) {
            Woven first = annotation.getValue().get(0);
            json.writeStartObject();
            writeHead(annotation.getKey(), first.kind, first.name, json);
            writeMethods(annotation.getValue(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        List<String> problems = said.lines();
        problems.addAll(woven.problems());
        writeTexts("problems", problems, json);
        json.writeNumberField("errors", Reports.errors().sum());
        json.writeEndObject();
        json.close();
        return Response.ok("application/json; charset=utf-8", out.toByteArray());
    }

    private static Map<String, List<Woven>> bySource(List<Woven> all) {
        Map<String, List<Woven>> bySource = new LinkedHashMap<String, List<Woven>>();
        for (Woven one : all) {
            List<Woven> ofSource = bySource.get(one.source);
            if (ofSource == null) {
                ofSource = new ArrayList<Woven>();
                bySource.put(one.source, ofSource);
            }
            ofSource.add(one);
        }
        return bySource;
    }

    /** Those of the file, and those of the presets that found their framework. */
    private List<PatternRule> allRules(RuleSet rules) {
        List<PatternRule> all = new ArrayList<PatternRule>();
        if (rules != null) {
            all.addAll(rules.rules());
        }
        all.addAll(weaver.presets().activeRules());
        return all;
    }

    private void writePresets(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("presets");
        for (Presets.Preset preset : weaver.presets().all()) {
            json.writeStartObject();
            json.writeStringField("name", preset.name());
            json.writeStringField("state", !preset.isOn() ? "off" : preset.rules() == null ? "waiting" : "active");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(PatternRule rule, List<Woven> methods, WovenRules woven, JsonGenerator json) throws IOException {
        json.writeStartObject();
        boolean gauge = rule.rule() == null;
        String name = gauge ? rule.metric() : name(rule);
        writeHead(rule.source(), gauge ? "gauge" : kind(rule), name, json);
        json.writeStringField("pattern", rule.pattern().toString());
        writeMethods(methods == null ? Collections.<Woven>emptyList() : methods, json);
        if (methods == null && woven.hasMatched(rule.source())) {
            json.writeStringField("instead", "an annotation or an earlier rule of the same kind is on its methods");
        } else if (methods == null && !rule.isPreset()) {
            writeTexts("nearest", nearMisses.of(rule, woven.near(rule.source())), json);
        }
        json.writeEndObject();
    }

    private static void write(RejectedRule rule, JsonGenerator json) throws IOException {
        json.writeStartObject();
        writeHead(rule.source(), rule.kind(), rule.name(), json);
        writeTexts("rejected", rule.problems(), json);
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
        if (kind != null) {
            json.writeStringField("kind", kind);
        }
        if (name != null) {
            json.writeStringField("name", name);
        }
    }

    /** The sums of the methods first, then each; a gauge is read, not called, and has neither. */
    private static void writeMethods(List<Woven> methods, JsonGenerator json) throws IOException {
        long[] calls = new long[methods.size()];
        long[] errors = new long[methods.size()];
        long allCalls = 0;
        long allErrors = 0;
        boolean called = false;
        for (int i = 0; i < calls.length; i++) {
            Woven method = methods.get(i);
            called |= method.tally != null;
            calls[i] = method.tally == null ? 0 : method.tally.calls();
            errors[i] = method.tally == null ? 0 : method.tally.errors();
            allCalls += calls[i];
            allErrors += errors[i];
        }
        if (called) {
            json.writeNumberField("calls", allCalls);
            json.writeNumberField("errors", allErrors);
        }
        json.writeArrayFieldStart("woven");
        for (int i = 0; i < calls.length; i++) {
            json.writeStartObject();
            json.writeStringField("member", methods.get(i).member);
            json.writeStringField("loader", methods.get(i).loader);
            if (called) {
                json.writeNumberField("calls", calls[i]);
                json.writeNumberField("errors", errors[i]);
            }
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
