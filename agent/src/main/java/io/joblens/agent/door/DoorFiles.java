package io.joblens.agent.door;

import io.joblens.agent.config.Problems;
import io.joblens.agent.config.YamlFile;
import io.joblens.agent.config.YamlPart;
import io.joblens.agent.http.Credentials;
import io.joblens.agent.http.Door;
import io.joblens.agent.http.Tls;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the options say about who may come in, and the door that is made of it. Not thread-safe. */
public final class DoorFiles {
    private static final int LEAST_TOKEN = 16;

    private final String webConfig;
    private final String token;
    private final String tokenFile;
    private final Set<String> read = new LinkedHashSet<String>();

    /**
     * Each may be {@code null}.
     *
     * @param webConfig path of a file in the exporter toolkit's format
     * @param token a bearer token
     * @param tokenFile path of a file that holds one
     */
    public DoorFiles(String webConfig, String token, String tokenFile) {
        this.webConfig = webConfig;
        this.token = token;
        this.tokenFile = tokenFile;
    }

    /** Whether there are none, so that the door stands open. */
    public boolean areNone() {
        return webConfig == null && token == null && tokenFile == null;
    }

    /** The files that were looked at when the door was read last; when they change it should be read again. */
    public List<String> read() {
        return new ArrayList<String>(read);
    }

    /** Reads the files; {@code null} once it was reported what is wrong with them. */
    public Door door(Problems problems) {
        Complaints complaints = new Complaints(problems);
        read.clear();
        List<String> tokens = new ArrayList<String>();
        if (token != null) {
            tokens.add(token);
        }
        if (tokenFile != null) {
            tokens.add(tokenOfFile(complaints));
        }
        Section config = webConfig == null ? null : config(complaints);
        Map<String, String> users = Collections.emptyMap();
        Map<String, String> headers = Collections.emptyMap();
        if (config != null) {
            users = Users.of(config.part("basic_auth_users"), complaints);
            headers = Headers.of(config.part("http_server_config"), complaints);
        }
        Tls tls = config == null ? null : TlsSection.of(config.part("tls_server_config"), webConfig, read, complaints);
        return complaints.areAny()
                ? null
                : Door.of(Credentials.of(users, tokens), headers).with(tls);
    }

    private Section config(Complaints complaints) {
        read.add(webConfig);
        YamlPart root = YamlFile.read(webConfig, complaints);
        if (root != null && root.isEmpty()) {
            complaints.add(root, "the file is empty");
        }
        return root == null
                ? null
                : Section.of(
                        root, "the file", complaints, "tls_server_config", "http_server_config", "basic_auth_users");
    }

    private String tokenOfFile(Complaints complaints) {
        read.add(tokenFile);
        String text = YamlFile.text(tokenFile, complaints);
        String found = text == null ? "" : text.trim();
        if (text != null && found.length() < LEAST_TOKEN) {
            complaints.report(tokenFile + ": the token is too short; it takes a text of at least " + LEAST_TOKEN
                    + " characters, such as `openssl rand -hex 32` prints");
        }
        return found;
    }
}
