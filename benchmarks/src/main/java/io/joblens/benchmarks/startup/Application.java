package io.joblens.benchmarks.startup;

/**
 * Loads so many copies of the template, and a class with a job in it when asked: {@code Application 5000 job}. With
 * {@code hold} behind it, it waits until its standard input ends, so that its memory can be looked at.
 */
public final class Application {
    private Application() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("Hello, world");
        int classes = Integer.parseInt(arguments[0]);
        String prefix = Application.class.getPackageName() + ".Template";
        for (int i = 0; i < classes; i++) {
            String number = Integer.toString(100_000 + i);
            Class.forName(prefix.concat(number.substring(1)));
        }
        if (arguments[1].equals("job")) {
            new AnnotatedJob().run("job-1");
        }
        if (arguments.length > 2) {
            System.out.println("ready");
            System.in.read();
        }
    }
}
