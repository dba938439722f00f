package io.joblens.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedFamiliesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"name[]=job_failed_total", "name%5B%5D=job_failed", "x=1&name[]=job%5Ffailed&name[]=nothing"})
    void shows_only_what_is_asked_for(String query) {
        assertThat(scrape(query)).isEqualTo("""
                # HELP job_failed_total Total number of jobs failed
                # TYPE job_failed_total counter
                job_failed_total 15
                """);
    }

    @Test
    void shows_a_whole_histogram_for_one_of_its_samples() {
        assertThat(scrape("name[]=job_attempts_count"))
                .startsWith("# HELP job_attempts ")
                .contains("job_attempts_bucket{le=\"1\"} 1250\n")
                .doesNotContain("job_processing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name=a", "&&=&name[]", "%zz=1"})
    void shows_everything_where_no_name_is_given(String query) {
        assertThat(scrape(query)).isEqualTo(scrape(null));
    }

    @Test
    void shows_nothing_for_a_name_that_nothing_has() {
        assertThat(scrape("name[]=%zz")).isEmpty();
    }

    private static String scrape(String query) {
        return Measured.scrape(Measured.seed(), query, Map.of());
    }
}
