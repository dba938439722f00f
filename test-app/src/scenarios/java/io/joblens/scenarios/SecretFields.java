package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobField;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import io.joblens.api.UserId;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jobs with fields that are nobody's business, which the application logs about. */
public final class SecretFields {
    private static final Logger LOG = LoggerFactory.getLogger("worker");

    private SecretFields() {}

    public static void main(String[] args) throws IOException {
        upload("job-1", "user-1", "s3cret", 17);
        System.out.println("ready");
        Stdin.awaitEnd();
    }

    @JobStart("upload")
    @JobComplete("upload")
    private static void upload(
            @JobId String id,
            @UserId String user,
            @JobField("access_token") String token,
            @JobField("tokens_used") int used) {
        LOG.info("inside");
    }
}
