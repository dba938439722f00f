package io.joblens.scenarios;

/** All scenarios, one after the other; what the application sees of itself is printed. */
public final class Scenarios {
    private Scenarios() {}

    public static void main(String[] args) throws Exception {
        Class.forName(NeverRun.class.getName());
        Runs.run();
        Shapes.run();
        Bodies.run();
        Throwing.run();
        Stages.run();
        Outcomes.run();
        Steps.run();
        Fields.run();
        System.out.println("ready");
        Stdin.awaitEnd();
    }
}
