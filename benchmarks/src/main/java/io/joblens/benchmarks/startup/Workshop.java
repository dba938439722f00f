package io.joblens.benchmarks.startup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes the JARs that {@code startup} measures, in the folder that is its argument. */
public final class Workshop {
    private static final int CLASSES = 5000;

    private Workshop() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        agent(folder.resolve("empty-agent.jar"), "EmptyAgent");
        agent(folder.resolve("transformer-agent.jar"), "TransformerAgent", "TransformerAgent$1");
        application(folder.resolve("application.jar"));
    }

    private static void agent(Path jar, String... classes) throws IOException {
        Manifest manifest = manifest("Premain-Class", classes[0]);
        manifest.getMainAttributes().putValue("Can-Redefine-Classes", "true");
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (String name : classes) {
                put(out, name, bytes(name));
            }
        }
    }

    private static void application(Path jar) throws IOException {
        Manifest manifest = manifest("Main-Class", "Application");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            put(out, "Application", bytes("Application"));
            put(out, "AnnotatedJob", bytes("AnnotatedJob"));
            // The names are equally long, so that a copy is the same bytes but for the digits.
            String template = new String(bytes("Template00000"), StandardCharsets.ISO_8859_1);
            for (int i = 0; i < CLASSES; i++) {
                String name = String.format("Template%05d", i);
                put(out, name, template.replace("Template00000", name).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static Manifest manifest(String role, String mainClass) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue(role, Workshop.class.getPackageName() + "." + mainClass);
        return manifest;
    }

    private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new ZipEntry(Workshop.class.getPackageName().replace('.', '/') + "/" + name + ".class"));
        out.write(bytes);
        out.closeEntry();
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = Workshop.class.getResourceAsStream(name + ".class")) {
            return in.readAllBytes();
        }
    }
}
