package io.joblens.agent.rule.expression;

/** Tells the classes of the JDK from those of applications. */
final class Platform {
    /** The platform's loader, which Java 8 calls the one of extensions. */
    private static final ClassLoader LOADER = ClassLoader.getSystemClassLoader().getParent();

    private Platform() {}

    static boolean owns(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == LOADER;
    }
}
