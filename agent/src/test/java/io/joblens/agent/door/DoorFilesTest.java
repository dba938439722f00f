package io.joblens.agent.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorFilesTest {
    private static final String HASH = "$2y$10$X0h1gDsPszWURQaxFh.zoubFi6DXncSjhoQNJgRrnGs7EsimhC7zG";

    @TempDir
    private Path folder;

    private final List<String> problems = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "basic_auth_users:\n  alice: HASH\n  bob: 'HASH'\n",
                "http_server_config: {http2: false, headers: {X-Frame-Options: deny, X-Content-Type-Options: nosniff}}",
                "tls_server_config:\nbasic_auth_users:\nhttp_server_config:\n"
            })
    void reads_what_the_toolkit_reads(String text) throws IOException {
        assertThat(files(text).door(problems::add)).isNotNull();
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    # nothing | : the file is empty
                    null | :1:1: the file is empty
                    [a] | :1:1: the file is a list; it takes a map
                    basic_auth_users: {alice | :1:19: this is not valid YAML
                    basic_auth_user: {} | :1:1: no such key `basic_auth_user`; did you mean `basic_auth_users`?
                    basic_auth_users: {alice: secret} | :1:27: this is no hash by bcrypt of cost 4 to 16; it takes what `htpasswd -nBC 10` prints
                    basic_auth_users: {alice: $2y$31$X0h1gDsPszWURQaxFh.zoubFi6DXncSjhoQNJgRrnGs7EsimhC7zG} | :1:27: this is no hash by bcrypt
                    basic_auth_users: {"a:b": HASH} | :1:27: the name of a user is empty or has a colon
                    basic_auth_users: {a: HASH, a: HASH} | :1:85: a is set twice
                    basic_auth_users: [alice] | :1:19: basic_auth_users is a list; it takes a map
                    http_server_config: {http2: yes} | :1:29: http2 is yes; it takes true or false
                    http_server_config: {headers: {Server: x}} | :1:32: no such key `Server`; there are Content-Security-Policy,
                    http_server_config: {headers: {X-Frame-Options: allow}} | :1:49: X-Frame-Options is allow; it takes deny or sameorigin
                    http_server_config: {headers: {X-XSS-Protection: "a\\nb"}} | :1:50: X-XSS-Protection is a\\nb; it takes printable ASCII on one line
                    tls_server_config: {cert_file: none.pem} | none.pem: there is no such file
                    tls_server_config: {min_version: TLS12} | :1:20: cert_file is missing; it takes the path of a PEM file
                    tls_server_config: {cert: x, key: y} | :1:27: there is no certificate in it; it takes PEM
                    tls_server_config: {cert: x, cert_file: y, key: z} | :1:27: cert and cert_file are both set
                    tls_server_config: {cert: x, key: y, client_auth_type: Maybe} | :1:56: client_auth_type is Maybe; it takes RequireAndVerifyClientCert,
                    tls_server_config: {cert: x, key: y, client_auth_type: RequireAndVerifyClientCert} | it takes
                    tls_server_config: {cert: x, key: y, max_version: TLS14} | max_version is TLS14; it takes TLS12 or TLS13
                    tls_server_config: {cert: x, key: y, cipher_suites: [ROT13]} | no such cipher suite in this JVM: ROT13
                    tls_server_config: {cert: x, key: y, curve_preferences: [X25519]} | :1:38: no such key `curve_preferences`
                    rate_limit: {burst: 20} | :1:1: no such key `rate_limit`; there are tls_server_config,
                    """)
    void has_no_door_where_something_is_wrong(String text, String problem) throws IOException {
        DoorFiles files = files(text.replace("\\n", text.contains("\"") ? "\\n" : "\n"));
        assertThat(files.door(problems::add)).isNull();
        assertThat(problems).isNotEmpty().anyMatch(line -> line.contains(problem));
        assertThat(String.join("\n", problems)).doesNotContain("secret");
    }

    @Test
    void complains_about_a_key_that_is_not_that_of_the_certificate_or_needs_a_password() throws IOException {
        KeyPairFiles one = KeyPairFiles.make(folder, "one", "-keyalg", "EC", "-groupname", "secp256r1");
        KeyPairFiles other = KeyPairFiles.make(folder, "other", "-keyalg", "EC", "-groupname", "secp256r1");
        Files.writeString(folder.resolve("cert.pem"), one.certificate());
        Files.writeString(folder.resolve("key.pem"), other.key());
        DoorFiles files = files("tls_server_config:\n  cert_file: cert.pem\n  key_file: key.pem\n");
        assertThat(files.door(problems::add)).isNull();
        Files.writeString(folder.resolve("key.pem"), other.key().replace(" PRIVATE", " ENCRYPTED PRIVATE"));
        assertThat(files.door(problems::add)).isNull();
        Files.writeString(folder.resolve("key.pem"), one.key().replace("M", "A"));
        assertThat(files.door(problems::add)).isNull();
        assertThat(problems).hasSize(3).allMatch(line -> line.contains("web.yml:3:13: the key cannot be used: "));
        assertThat(problems.get(0)).contains("not that of the certificate");
        assertThat(problems.get(1)).contains("needs a password");
        Files.writeString(folder.resolve("key.pem"), one.key());
        assertThat(files.door(problems::add)).isNotNull();
        assertThat(files.read())
                .containsExactly(
                        folder.resolve("web.yml").toString(),
                        folder.resolve("cert.pem").toString(),
                        folder.resolve("key.pem").toString());
    }

    @Test
    void takes_a_token_from_a_file_if_it_is_long_enough() throws IOException {
        Path file = folder.resolve("token");
        DoorFiles files = new DoorFiles(null, null, file.toString());
        assertThat(files.door(problems::add)).isNull();
        Files.writeString(file, "short\n");
        assertThat(files.door(problems::add)).isNull();
        Files.writeString(file, "\n");
        assertThat(files.door(problems::add)).isNull();
        assertThat(problems).hasSize(3);
        assertThat(problems.get(0)).contains("there is no such file");
        assertThat(problems.get(1)).contains("the token is too short").doesNotContain(" short\n");
        Files.writeString(file, "long enough for a token\n");
        assertThat(files.door(problems::add)).isNotNull();
    }

    private DoorFiles files(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("web.yml"), text.replace("HASH", HASH));
        return new DoorFiles(file.toString(), null, null);
    }
}
