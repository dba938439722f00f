package io.joblens.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.io.TempDir;

/** Woven classes count wherever they come from, and go when their class loader goes. */
class ClassLoadersIT {
    private static final String FIRST_JOB = "io/joblens/scenarios/FirstJob.class";
    private static final String STDIN = "io/joblens/scenarios/Stdin.class";
    private static final String ONE_CONVERSION = "job_processed_total{job_type=\"conversion\"}";

    @TempDir
    Path folder;

    @OnEveryJvm
    void measures_behind_a_loader_that_refuses_names(Jvm jvm) {
        expectOneConversion(Launch.on(jvm).main("io.joblens.scenarios.HidingLoader"));
    }

    @OnEveryJvm
    void measures_in_jboss_modules(Jvm jvm) throws IOException {
        assumeTrue(jvm.feature() >= 11, "JBoss Modules 2.3 wants Java 11");
        Path module = folder.resolve("worker/main");
        copy(module.resolve("classes").resolve(FIRST_JOB), FIRST_JOB);
        copy(module.resolve("classes").resolve(STDIN), STDIN);
        Files.writeString(module.resolve("module.xml"), """
                <module xmlns="urn:jboss:module:1.9" name="worker">
                  <resources><resource-root path="classes"/></resources>
                  <main-class name="io.joblens.scenarios.FirstJob"/>
                </module>
                """);
        expectOneConversion(
                Launch.on(jvm).jar(Neighbour.libraries("jboss-modules").get(0), "-mp", folder.toString(), "worker"));
    }

    @OnEveryJvm
    void measures_in_felix(Jvm jvm) throws IOException {
        Launch launch = Launch.on(jvm).classPath(Neighbour.libraries("felix"));
        if (jvm.feature() >= 24) {
            // The JVM's own words about Felix.
            launch.expectStderrWithout("joblens");
        }
        expectOneConversion(launch.main(
                "io.joblens.scenarios.InFelix",
                folder.resolve("cache").toString(),
                bundle().toUri().toString(),
                "io.joblens.scenarios.FirstJob"));
    }

    @OnEveryJvm
    void weaves_classes_that_many_threads_load_at_once(Jvm jvm) {
        try (ForkedApp app = Launch.on(jvm).option("log.lifecycle", "false").main("io.joblens.scenarios.ManyClasses")) {
            app.awaitStdout("ready");
            Scrape scrape = app.scrape();
            assertThat(scrape.value("job_processed_total{job_type=\"Job01\"}")).isEqualTo(16 * 3);
            assertThat(scrape.sum("job_processed_total")).isEqualTo(16 * 3 * 50);
        }
    }

    @OnEveryJvm
    void lets_go_of_a_deployment(Jvm jvm) {
        try (ForkedApp app = Launch.on(jvm).classPath(Built.logback()).main("io.joblens.scenarios.Redeployment")) {
            app.awaitStdout("deployed");
            assertThat(app.scrape().value("queue_length")).isEqualTo(2);
            app.send("undeploy");
            app.awaitStdout("collected");
            Scrape after = app.scrape();
            assertThat(after.value("queue_length")).isZero();
            assertThat(after.value("job_processed_total{job_type=\"redeployed\"}"))
                    .isEqualTo(1);
            assertThat(after.value("job_failed_total{job_type=\"redeployed\"}")).isZero();
        }
    }

    private static void expectOneConversion(ForkedApp worker) {
        try (ForkedApp app = worker) {
            app.awaitStdout("ready");
            assertThat(app.scrape().value(ONE_CONVERSION)).isEqualTo(1);
        }
    }

    private Path bundle() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", "worker");
        attributes.putValue("Bundle-Version", "1.0.0");
        Path bundle = folder.resolve("worker.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(bundle), manifest)) {
            add(jar, FIRST_JOB);
            add(jar, STDIN);
        }
        return bundle;
    }

    private static void add(JarOutputStream jar, String file) throws IOException {
        jar.putNextEntry(new JarEntry(file));
        Files.copy(Built.scenarios().resolve(file), (OutputStream) jar);
        jar.closeEntry();
    }

    private static void copy(Path to, String file) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(Built.scenarios().resolve(file), to);
    }
}
