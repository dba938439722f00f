package io.joblens.scenarios;

import java.io.IOException;

/** An application in which there is nothing to measure. */
public final class Plain {
    private Plain() {}

    public static void main(String[] args) throws IOException {
        System.out.println("main begins");
        System.err.println("a word on stderr");
        Stdin.awaitEnd();
        System.out.println("main ends");
        System.exit(3);
    }
}
