package io.joblens.scenarios;

/** {@link LogLines} in an application of Spring Boot, which is known here by name only and sets up the logging. */
public final class SpringLogLines {
    private SpringLogLines() {}

    public static void main(String[] args) throws Exception {
        Class.forName("org.springframework.boot.SpringApplication")
                .getMethod("run", Class.class, String[].class)
                .invoke(null, SpringLogLines.class, args);
        LogLines.main(args);
    }
}
