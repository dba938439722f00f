package io.joblens.agent.push;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTP/1.1 400 Bad Request\\r\\nA: b\\r\\n\\r\\nwrong\\nvery | 400 Bad Request: wrong
            HTTP/1.1 400 Bad Request\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nwrong\\r\\n0\\r\\n | 400 Bad Request: wrong
            HTTP/1.0 503\\r\\n\\r\\n | 503
            HTTP/1.1 502 Bad Gateway\\r\\nServer: x | 502 Bad Gateway
            HTTP/1.1 401 No\\r\\n\\r\\na\\tb\\033c | 401 No: a b c
            """)
    void says_the_status_and_the_first_line_of_the_body(String text, String said) {
        assertThat(Answer.of(text.translateEscapes())).hasToString(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK", "SSH-2.0-x\r\n", "HTTP/1.1\r\n\r\n", "HTTP/1.1 abc\r\n", "\r\n"})
    void is_none_without_a_whole_status_line(String text) {
        assertThat(Answer.of(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "200, true, false",
        "202, true, false",
        "301, false, false",
        "400, false, false",
        "401, false, false",
        "429, false, true",
        "500, false, true",
        "503, false, true"
    })
    void tells_what_may_pass(int status, boolean success, boolean mayPass) {
        Answer answer = Answer.of("HTTP/1.1 " + status + " x\r\n");
        assertThat(answer.isSuccess()).isEqualTo(success);
        assertThat(answer.mayPass()).isEqualTo(mayPass);
    }
}
