package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live page in a real browser, which never complains of anything while the JVM answers. */
class PageIT {
    private static final Path SEEN = Path.of("target", "page");
    private static final String DESK = "io.joblens.scenarios.Desk";
    /** Of the password pressure-cooker. */
    private static final String HASH = "$2y$10$KBCwKxOzLha2MUDgW0PjXe5NXfWssODyKFUp5sq59D.yfO.nymb5G";

    private static final String RULES = """
            rules:
              - job: { path: arg0.type }
                method: io.joblens.scenarios.Desk.work
                id: arg0.id
              - job: waiting
                method: io.joblens.scenarios.Desk.waitInAJob
            """;

    @TempDir
    Path root;

    private final int port = Launch.freePort();
    private Browser browser;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Browser.isInstalled(), "Chromium is not installed (Debian packages chromium, chromium-driver)");
        Files.writeString(root.resolve("joblens.yaml"), RULES);
        browser = Browser.start(root.resolve("browser"));
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void tells_what_to_do_where_nothing_has_run() throws Exception {
        try (ForkedApp app = desk("0")) {
            show(app);
            browser.awaitText("#empty", "2 methods are woven and wait for their first call.");
            assertThat(browser.text("#empty")).contains("No job seen yet", "the probes", "No metrics appear");
            assertThat(browser.text("#running")).isEqualTo("Nothing is running.");
            assertThat(browser.text("#failures")).isEqualTo("No run has ended yet.");
            assertThat(browser.complaints()).isEmpty();
            browser.photograph(SEEN.resolve("nothing-yet.png"));
        }
    }

    @Test
    void shows_what_failed_what_runs_and_on_demand_in_which_stack() throws Exception {
        try (ForkedApp app = desk("1", "waiting")) {
            show(app);
            browser.awaitText("#tiles", "Active\n1");
            assertThat(browser.text("#tiles")).contains("Failed\n100 %");
            assertThat(browser.text("#types")).contains("type-0");
            assertThat(browser.text("#failures")).contains("java.io.IOException", "order-0: no <b>paper</b>");
            assertThat(browser.text("#health")).contains("Methods woven\n2", "Nothing is known to be wrong.");
            assertThat(browser.script("return document.querySelectorAll('#chart canvas').length"))
                    .isEqualTo("1");

            browser.click("#running button");
            browser.awaitText("#stack-title", "waiting");
            assertThat(browser.text("#stack-text"))
                    .startsWith("clerk (WAITING)")
                    .contains("Desk.waitInAJob(");
            browser.click("#stack-close");
            assertThat(browser.script("return document.activeElement.textContent"))
                    .isEqualTo("Stack");
            assertThat(browser.complaints()).isEmpty();
            browser.photograph(SEEN.resolve("one-type.png"));
            // It runs until stdin ends.
            app.checkMetrics(1);
        }
    }

    @Test
    void stays_readable_with_a_hundred_types() throws Exception {
        try (ForkedApp app = desk("100")) {
            show(app);
            // The one of the other method has not run yet.
            browser.awaitText("#types-count", "101");
            assertThat(rows()).isEqualTo("15");
            browser.click("#types-more");
            assertThat(rows()).isEqualTo("101");
            browser.click("#types thead th:nth-child(4) button");
            assertThat(browser.script("return document.querySelector('#types [aria-sort]').textContent"))
                    .isEqualTo("Failed");
            assertThat(browser.text("#types tbody tr")).startsWith("type-0\t").contains("100 %");
            browser.script("const filter = document.querySelector('#filter');"
                    + "filter.value = 'TYPE-4'; filter.dispatchEvent(new Event('input'));");
            assertThat(browser.text("#types-count")).isEqualTo("11 of 101");
            assertThat(rows()).isEqualTo("11");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void sees_a_JVM_go_and_another_one_come() throws Exception {
        try (ForkedApp app = desk("3")) {
            show(app);
            browser.awaitText("#types", "type-2");
            assertThat(browser.complaints()).isEmpty();
        }
        browser.awaitText("#banner", "The JVM does not answer since");
        assertThat(browser.text("#state")).isEqualTo("Not answering");
        assertThat(browser.text("#types")).contains("type-2");
        try (ForkedApp app = desk("2")) {
            app.awaitStdout("ready");
            browser.awaitText("#banner", "A new JVM answers here since");
            assertThat(browser.text("#state")).isEqualTo("Live");
            assertThat(browser.text("#types")).contains("type-1").doesNotContain("type-2");
        }
    }

    @Test
    void opens_with_a_password_and_tells_when_another_JVM_wants_something_else() throws Exception {
        Path users = root.resolve("web.yml");
        Files.writeString(users, "basic_auth_users: { prometheus: " + HASH + " }\n");
        try (ForkedApp app =
                launch().option("http.web-config", users.toString()).main(DESK, "1")) {
            app.awaitStdout("ready");
            app.leaveUnscraped();
            browser.show("http://prometheus:pressure-cooker@127.0.0.1:" + port + "/");
            browser.awaitText("#types", "type-0");
            assertThat(browser.complaints()).isEmpty();
        }
        try (ForkedApp app =
                launch().option("http.token", "the-token-of-another").main(DESK, "2")) {
            app.awaitStdout("ready");
            app.leaveUnscraped();
            browser.awaitText("#banner", "credentials that this page does not have");
            assertThat(browser.text("#state")).isEqualTo("Refused");
            assertThat(browser.text("#types")).contains("type-0");
        }
    }

    @Test
    void fits_the_dark_and_a_narrow_window() throws Exception {
        try (ForkedApp app = desk("20")) {
            browser.prefer("dark");
            browser.width(360);
            show(app);
            browser.awaitText("#types", "type-0");
            assertThat(browser.script("return getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(15, 18, 24)");
            assertThat(browser.script("const root = document.documentElement;"
                            + "return innerWidth + ' ' + (root.scrollWidth - root.clientWidth)"))
                    .isEqualTo("360 0");
            assertThat(browser.complaints()).isEmpty();
            browser.photograph(SEEN.resolve("dark-and-narrow.png"));
        }
    }

    private ForkedApp desk(String... arguments) {
        return launch().main(DESK, arguments);
    }

    private Launch launch() {
        return Launch.on(Jvms.own())
                .option("http.port", String.valueOf(port))
                .option("log.lifecycle", "false")
                .option("config", root.resolve("joblens.yaml").toString());
    }

    private void show(ForkedApp app) throws IOException, InterruptedException {
        app.awaitStdout("ready");
        app.get("/-/healthy");
        browser.show("http://127.0.0.1:" + port + "/");
    }

    private String rows() throws IOException, InterruptedException {
        return browser.script("return document.querySelectorAll('#types tbody tr').length");
    }
}
