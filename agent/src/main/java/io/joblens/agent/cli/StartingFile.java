package io.joblens.agent.cli;

import io.joblens.agent.config.Option;

/** The text of a configuration file that changes nothing yet: every option, commented out, with its default. */
final class StartingFile {
    private static final String HEAD = "# Options of Joblens. Those that are commented out show their defaults.\n"
            + "# To use this file: java -javaagent:joblens-agent.jar=config=joblens.yaml ...\n"
            + "# An agent argument (http.port=9000), a system property (joblens.http.port) and an environment variable\n"
            + "# (JOBLENS_HTTP_PORT) win over what is said here, in this order.\n";

    private StartingFile() {}

    static String text() {
        StringBuilder text = new StringBuilder(HEAD);
        String section = "";
        for (Option option : Option.values()) {
            if (option == Option.CONFIG) {
                continue;
            }
            int dot = option.key().indexOf('.');
            String ofOption = dot < 0 ? "" : option.key().substring(0, dot);
            if (!ofOption.equals(section)) {
                text.append('\n').append(dot < 0 ? "" : ofOption + ":\n");
                section = ofOption;
            } else if (dot < 0) {
                text.append('\n');
            }
            String indent = dot < 0 ? "" : "  ";
            text.append(indent).append("# ").append(option.description()).append('\n');
            text.append(indent).append('#').append(option.key().substring(dot + 1));
            text.append(": ").append(value(option)).append('\n');
        }
        return text.toString();
    }

    private static String value(Option option) {
        return option.defaultText() == null ? example(option) : option.defaultText();
    }

    private static String example(Option option) {
        switch (option) {
            case HTTP_PORT_FILE:
                return "joblens.port";
            case HTTP_WEB_CONFIG:
                return "web-config.yml";
            case HTTP_TOKEN_FILE:
                return "joblens.token";
            case HTTP_TOKEN:
            case LOG_HASH_SALT:
                return "a long secret text of your own";
            case LOG_FIELDS:
                return "{job_id: job.id}";
            case LOG_MASK:
                return "[iban, '*_pin', -token_count]";
            case LOG_HASH:
                return "[user_id]";
            case PUSH_URL:
                return "http://push.internal:9091";
            case PUSH_JOB:
                return "nightly-import";
            case PUSH_LABELS:
                return "{instance: worker-1}";
            case PUSH_USER:
                return "worker";
            case PUSH_PASSWORD:
                return "that password";
            case PUSH_PASSWORD_FILE:
                return "/run/secrets/push";
            case PUSH_INTERVAL:
                return "1m";
            case SNAPSHOT_FILE:
                return "joblens-snapshot.json";
            case PRESETS:
                return "{quartz: false}";
            default:
                return "{region: eu}";
        }
    }
}
