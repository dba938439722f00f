package io.joblens.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.joblens.api.JobStart;
import io.joblens.bootstrap.Joblens;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import net.bytebuddy.utility.OpenedClassReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of the house, read from the class files of the product. */
class LawsTest {
    private static final String BOOTSTRAP = "io/joblens/bootstrap/";
    private static final String AGENT = "io/joblens/agent/";

    private final Map<String, Facts> api = read(JobStart.class);
    private final Map<String, Facts> bootstrap = read(Joblens.class);
    private final Map<String, Facts> agent = read(Agent.class);

    @Test
    void all_three_modules_are_java_8_bytecode() {
        assertThat(api)
                .isNotEmpty()
                .allSatisfy((name, facts) -> assertThat(facts.version).isEqualTo(52));
        assertThat(bootstrap)
                .hasSizeGreaterThan(30)
                .allSatisfy((name, facts) -> assertThat(facts.version).isEqualTo(52));
        assertThat(agent)
                .hasSizeGreaterThan(100)
                .allSatisfy((name, facts) -> assertThat(facts.version).isEqualTo(52));
    }

    @Test
    void the_api_depends_on_nothing() {
        assertNoneNames(api, used -> !used.startsWith("java/") && !used.startsWith("io/joblens/api/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"java/util/logging/", "java/nio/file/", "java/lang/management/", "java/lang/invoke/"})
    void the_api_touches_nothing_that_an_application_may_not_have_set_up(String forbidden) {
        assertNoneNames(api, used -> used.startsWith(forbidden));
    }

    @Test
    void the_runtime_depends_on_the_jdk_alone() {
        assertNoneNames(bootstrap, used -> !used.startsWith("java/") && !used.startsWith(BOOTSTRAP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"java/util/logging/", "java/nio/file/", "java/lang/management/", "java/lang/invoke/"})
    void the_runtime_touches_nothing_that_a_starting_jvm_must_not_load(String forbidden) {
        assertNoneNames(bootstrap, used -> used.startsWith(forbidden));
    }

    @Test
    void the_runtime_has_no_invokedynamic() {
        assertThat(bootstrap)
                .allSatisfy((name, facts) -> assertThat(facts.invokesDynamic).isFalse());
    }

    @Test
    void the_launcher_names_nothing_but_the_jdk() {
        Map<String, Facts> launch = new TreeMap<>(agent);
        launch.keySet().removeIf(name -> !name.startsWith(AGENT + "launch/"));
        assertThat(launch).isNotEmpty();
        assertNoneNames(launch, used -> !used.startsWith("java/") && !used.startsWith(AGENT + "launch/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"java/lang/System.exit", "java/lang/Runtime.exit", "java/lang/Runtime.halt"})
    void nothing_ends_the_jvm(String method) {
        // The command line, which is no guest in anybody's JVM.
        agent.remove(AGENT + "launch/Main");
        assertThat(agent).allSatisfy((name, facts) -> assertThat(facts.calls).doesNotContain(method));
        assertThat(bootstrap)
                .allSatisfy((name, facts) -> assertThat(facts.calls).doesNotContain(method));
    }

    /** config ◀ rule ◀ weave ◀ agent ▶ http ▶ bootstrap.metrics; log ▶ bootstrap.job */
    @ParameterizedTest
    @CsvSource({
        "config, rule",
        "config, weave",
        "config, http",
        "config, log",
        "config, launch",
        "rule, weave",
        "rule, http",
        "rule, log",
        "rule, launch",
        "weave, http",
        "weave, log",
        "weave, launch",
        "http, config",
        "http, rule",
        "http, weave",
        "http, log",
        "log, config",
        "log, http",
        "http, push",
        "log, push",
        "push, config",
        "push, rule",
        "push, weave",
        "push, log",
        "push, launch",
        "rule, cli",
        "weave, cli",
        "http, cli",
        "http, door",
        "config, door",
        "rule, door",
        "weave, door",
        "log, door",
        "door, rule",
        "door, weave",
        "door, log",
        "door, cli",
        "log, cli",
        "config, cli",
        "weave, context",
        "rule, context",
        "context, http",
        "context, cli",
        "context, log",
        "later, config",
        "later, rule",
        "later, weave",
        "later, http",
        "later, log",
        "config, runs",
        "rule, runs",
        "weave, runs",
        "http, runs",
        "log, runs",
        "runs, config",
        "runs, rule",
        "runs, weave"
    })
    void packages_name_only_those_they_may(String from, String never) {
        Map<String, Facts> classes = new TreeMap<>(agent);
        classes.keySet().removeIf(name -> !name.startsWith(AGENT + from + "/"));
        assertThat(classes).isNotEmpty();
        assertNoneNames(classes, used -> used.startsWith(AGENT + never + "/"));
    }

    @Test
    void no_package_of_the_agent_names_what_puts_it_together() {
        Map<String, Facts> others = new TreeMap<>(agent);
        others.keySet().removeIf(name -> name.startsWith(AGENT + "Agent"));
        assertNoneNames(others, used -> used.startsWith(AGENT + "Agent"));
    }

    private static void assertNoneNames(Map<String, Facts> classes, Predicate<String> forbidden) {
        Set<String> broken = new TreeSet<>();
        classes.forEach((name, facts) ->
                facts.names.stream().filter(forbidden).forEach(used -> broken.add(name + " names " + used)));
        assertThat(broken).isEmpty();
    }

    /** All class files that stand beside that of a class, by name. */
    private static Map<String, Facts> read(Class<?> one) {
        Map<String, Facts> facts = new TreeMap<>();
        try {
            Path place = Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                readAll(place, facts);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(place, (ClassLoader) null)) {
                    readAll(jar.getPath("/"), facts);
                }
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        assertThat(facts).isNotEmpty();
        return facts;
    }

    private static void readAll(Path root, Map<String, Facts> into) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".class"))::iterator) {
                Facts read = new Facts(Files.readAllBytes(file));
                into.put(read.name, read);
            }
        }
    }

    private static final class Facts {
        final int version;
        final String name;
        final Set<String> names = new TreeSet<>();
        final Set<String> calls = new TreeSet<>();
        boolean invokesDynamic;

        Facts(byte[] file) {
            version = (file[6] & 0xff) << 8 | file[7] & 0xff;
            ClassReader reader = new ClassReader(file);
            name = reader.getClassName();
            reader.accept(
                    new ClassRemapper(OpenedClassReader.ASM_API, new Calls(), new Remapper(OpenedClassReader.ASM_API) {
                        @Override
                        public String map(String internalName) {
                            names.add(internalName);
                            return internalName;
                        }
                    }) {},
                    0);
        }

        private final class Calls extends ClassVisitor {
            Calls() {
                super(OpenedClassReader.ASM_API);
            }

            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                return new MethodVisitor(OpenedClassReader.ASM_API) {
                    @Override
                    public void visitMethodInsn(
                            int opcode, String owner, String name, String descriptor, boolean isInterface) {
                        calls.add(owner + "." + name);
                    }

                    @Override
                    public void visitInvokeDynamicInsn(
                            String name, String descriptor, Handle bootstrap, Object... arguments) {
                        invokesDynamic = true;
                    }
                };
            }
        }
    }
}
