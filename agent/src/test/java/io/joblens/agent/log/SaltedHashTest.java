package io.joblens.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SaltedHashTest {
    private static final String SALT = "0123456789abcdef";

    @Test
    void is_the_start_of_an_hmac_of_the_text() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SALT.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String whole = HexFormat.of().formatHex(mac.doFinal("us\u00e9r-1".getBytes(StandardCharsets.UTF_8)));
        assertThat(SaltedHash.with(SALT).of("us\u00e9r-1")).isEqualTo("hash:" + whole.substring(0, 16));
    }

    @Test
    void is_the_same_for_a_number_and_its_text_and_another_for_another_salt() {
        Object hash = SaltedHash.with(SALT).of("42");
        assertThat(SaltedHash.with(SALT).of(42)).isEqualTo(hash);
        assertThat(SaltedHash.with(SALT + "x").of("42")).isNotEqualTo(hash);
    }

    @Test
    void stays_what_it_is() {
        Object hash = SaltedHash.with(SALT).of("user-1");
        assertThat(SaltedHash.with(SALT).of(hash)).isSameAs(hash);
        assertThat(SaltedHash.with(SALT).of("hash:not-really-one-")).isNotEqualTo("hash:not-really-one-");
    }

    @Test
    void differs_from_jvm_to_jvm_without_a_salt() {
        assertThat(SaltedHash.with(null).of("user-1"))
                .isNotEqualTo(SaltedHash.with(null).of("user-1"));
    }
}
