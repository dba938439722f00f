package io.joblens.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code log.fields}, {@code log.mask}, {@code log.hash} and {@code log.hash-salt}. */
class LogOptionsTest {

    @TempDir
    private Path folder;

    @Test
    void fields_are_renamed_in_every_source_and_the_higher_one_decides() {
        Reading reading = Reading.of()
                .arguments("log.fields.job_id=id")
                .property("joblens.log.fields.job_id", "other")
                .property("joblens.log.fields.timestamp", "@timestamp")
                .variable("JOBLENS_LOG_FIELDS_JOB_TYPE", "job.type")
                .yaml(folder, "log:\n  fields: {user_id: false, job_type: kind}\n");
        assertThat(reading.problems()).isEmpty();
        Map<String, String> names = reading.load().fieldNames();
        assertThat(names)
                .containsEntry("job_id", "id")
                .containsEntry("timestamp", "@timestamp")
                .containsEntry("job_type", "job.type")
                .containsEntry("user_id", null)
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    log: {fields: {jobid: x}} | 1:16: log.fields has no field `jobid`; did you mean `job_id`?; it is left out
                    log: {fields: {message: false}} | 1:25: log.fields.message is false; it takes a name of printable ASCII without space, = and "; using message
                    log: {fields: {job_id: a b}} | 1:24: log.fields.job_id is a b; it takes a name of printable ASCII without space, = and ", or false; using job_id
                    log: {fields: {job_id: user_id}} | 1:24: log.fields.job_id is user_id, which is the name of another field; using job_id
                    log: {fields: {job_id: [x]}} | 1:24: log.fields is job_id: a list; it takes one option for each field such as log.fields.job_id=job.id; using the names as they are
                    log: {fields: x} | 1:15: log.fields is x; it takes one option for each field such as log.fields.job_id=job.id; using the names as they are
                    log: {mask: [iban, job_id]} | 1:20: log.mask is job_id; it takes names or patterns of fields such as iban, *_pin or -token_count; of the standard fields it takes user_id alone; using [iban]
                    log: {hash: ['user*']} | 1:14: log.hash is user*; it takes names of fields such as user_id; of the standard fields it takes job_id and user_id; using none
                    log: {hash-salt: short-secret} | 1:18: log.hash-salt is too short; it takes a text of at least 16 characters; using none
                    log: {masks: [a]} | 1:7: no such option `log.masks`; did you mean `log.mask`?
                    """)
    void what_makes_no_sense_is_named_with_its_place(String yaml, String problem) {
        assertThat(Reading.of().yaml(folder, yaml).problems()).containsExactly("joblens.yaml:" + problem);
    }

    @Test
    void names_may_be_swapped() {
        Reading reading = Reading.of().arguments("log.fields.job_id=user_id,log.fields.user_id=job_id");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.load().fieldNames()).hasSize(2);
    }

    @Test
    void lists_are_lists_in_yaml_and_have_colons_elsewhere() {
        Reading yaml =
                Reading.of().yaml(folder, "log:\n  mask: [iban, -token_count, '*_pin']\n  hash: user_id, owner\n");
        assertThat(yaml.problems()).isEmpty();
        assertThat(yaml.load().list(Option.LOG_MASK)).isEqualTo(List.of("iban", "-token_count", "*_pin"));
        assertThat(yaml.load().list(Option.LOG_HASH)).isEqualTo(List.of("user_id", "owner"));
        Reading flat =
                Reading.of().arguments("log.mask=iban:-token_count").variable("JOBLENS_LOG_HASH", "user_id,owner");
        assertThat(flat.problems()).isEmpty();
        assertThat(flat.load().list(Option.LOG_MASK)).isEqualTo(List.of("iban", "-token_count"));
        assertThat(flat.load().list(Option.LOG_HASH)).isEqualTo(List.of("user_id", "owner"));
    }

    @Test
    void a_salt_is_never_told_to_anybody() {
        Reading reading = Reading.of()
                .arguments("log.hash-salt=short-secret")
                .variable("JOBLENS_LOG_HASH_SALT", "a-salt-that-is-long-enough");
        assertThat(reading.problems()).hasSize(1).noneMatch(line -> line.contains("secret") || line.contains("a-salt"));
        assertThat(reading.load().text(Option.LOG_HASH_SALT)).isEqualTo("a-salt-that-is-long-enough");
    }
}
