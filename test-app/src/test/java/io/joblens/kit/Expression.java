package io.joblens.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An expression in PromQL that the kit or a document shows to somebody.
 *
 * @param place where it stands, for messages
 * @param text as Prometheus is asked it
 */
public record Expression(String place, String text) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```promql\\n(.*?)^```");

    private static final Pattern METRIC = Pattern.compile("\\b(?!group_)[a-z]+_[a-z0-9_:]*\\b(?!\\s*\\()");

    /** The blocks of a document that are marked as PromQL; an empty line ends an expression. */
    public static List<Expression> ofDocument(KitFile document) {
        List<Expression> expressions = new ArrayList<>();
        Matcher block = BLOCK.matcher(document.text());
        while (block.find()) {
            Arrays.stream(block.group(1).split("\\n\\s*\\n"))
                    .map(Expression::withoutComments)
                    .filter(text -> !text.isEmpty())
                    .forEach(text -> expressions.add(new Expression(document.toString(), text)));
        }
        return expressions;
    }

    /** What the rules in a file record, or alert on. */
    public static List<Expression> ofRules(KitFile file) {
        return KitFile.each(file.yaml().path("groups"))
                .flatMap(group -> KitFile.each(group.path("rules")))
                .map(rule -> new Expression(
                        file + " "
                                + rule.path("record").asText(rule.path("alert").asText()),
                        rule.path("expr").asText()))
                .toList();
    }

    /** The queries of all panels and variables of a dashboard, with everything chosen. */
    public static List<Expression> ofDashboard(KitFile file) {
        JsonNode dashboard = file.yaml();
        Stream<Expression> panels = KitFile.each(dashboard.path("panels"))
                .flatMap(panel -> KitFile.each(panel.path("targets"))
                        .map(target -> new Expression(
                                panel.path("title").asText(),
                                chosen(target.path("expr").asText()))));
        Stream<Expression> annotations = KitFile.each(dashboard.at("/annotations/list"))
                .filter(annotation -> annotation.has("expr"))
                .map(annotation -> new Expression(
                        annotation.path("name").asText(),
                        // Whether something happened is nothing that always returns data.
                        chosen(annotation.path("expr").asText()).replaceAll(" > 0$", "")));
        return Stream.concat(panels, annotations).toList();
    }

    /** The metrics it asks for, each as an expression. */
    public Stream<Expression> metrics() {
        return METRIC.matcher(text).results().map(metric -> new Expression(place, metric.group()));
    }

    private static String chosen(String text) {
        return text.replace("$__rate_interval", "1m").replaceAll("\\$(job|instance|job_type)\\b", ".*");
    }

    private static String withoutComments(String text) {
        return text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
    }
}
