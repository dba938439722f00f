package io.joblens.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "com.acme.Encoder, com.acme.Encoder, true",
        "com.acme.Encoder, com.acme.EncoderX, false",
        "com.acme.*, com.acme.Encoder, true",
        "com.acme.*, com.acme.video.Encoder, false",
        "com.acme.**, com.acme.video.Encoder, true",
        "com.acme.**, com.acmex.Encoder, false",
        "com.acme.*Service, com.acme.MailService, true",
        "com.acme.*Service, com.acme.mail.Service, false",
        "com.**.Worker, com.Worker, true",
        "com.**.Worker, com.acme.a.b.Worker, true",
        "com.**.Worker, com.acme.MyWorker, false",
        "com.**Worker, com.acme.MyWorker, true",
        "**.Worker, Worker, true",
        "**.Worker, a.b.Worker, true",
        "**, anything.at.All, true",
        "com.*.job.*Job, com.acme.job.MailJob, true",
        "com.*.job.*Job, com.acme.x.job.MailJob, false",
        "handle*, handle, true",
        "*handle, rehandle, true",
        "lambda$run$*, lambda$run$0, true",
    })
    void matches_within_segments_and_over_them(String pattern, String name, boolean expected) {
        assertThat(new Glob(pattern).matches(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"com.acme.Enc*, com.acme", "com.acme.**, com.acme", "com*.acme, ''", "**.X, ''", "a.B, a.B"})
    void knows_the_package_it_begins_with(String pattern, String leading) {
        assertThat(new Glob(pattern).leadingSegments()).isEqualTo(leading);
    }
}
