package io.joblens.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.bootstrap.report.Reports;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After each test the thread works on no run, and no error was counted but those that the test expects. */
public final class NothingLeaks implements AfterEachCallback {
    private long expectedErrors = Reports.errors().sum();

    /** So many more errors of the agent are counted by the end of this test. */
    public void expectErrors(int more) {
        expectedErrors += more;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(JobContext.currentRun()).isNull();
        assertThat(Reports.errors().sum()).isEqualTo(expectedErrors);
    }
}
