package io.joblens.scenarios.rules;

import java.util.HashMap;
import java.util.Map;

/** Everything that rules can mean, without an annotation of ours. */
final class Orders {
    private final Map<String, Integer> waiting = new HashMap<String, Integer>();

    void enqueue(String id) {
        waiting.put(id, 1);
    }

    /** A whole job. */
    String encode(Order order) {
        return order.id.equals("bad") ? "FAILED" : order.id.equals("late") ? "SKIPPED" : "DONE";
    }

    /** Started here, completed elsewhere. */
    void begin(String id) {
        System.out.println("begin " + id);
    }

    void finish(String id) {
        System.out.println("finish " + id);
    }

    void giveUp(String id, IllegalStateException why) {
        System.out.println("give up " + id + " " + why.getMessage());
    }

    boolean scan(byte[] content) {
        return content.length > 0;
    }

    boolean scanBy(String scanner) {
        return scanner.isEmpty();
    }

    static void resize() {
        System.out.println("resize");
    }

    /** Overloads: a rule means one of them. */
    void load(String name) {
        load(name, 1);
    }

    void load(String name, int times) {
        System.out.println("load " + name + times);
    }

    private void secret() {
        System.out.println("secret");
    }

    static void everywhere() {
        System.out.println("everywhere");
    }

    void byHand() {
        secret();
        everywhere();
        run(() -> System.out.println("lambda"));
    }

    private static void run(Runnable task) {
        task.run();
    }

    @Begin("mapped")
    void mapped(@Key String id) {
        mappedEnd(id);
    }

    @Finish
    void mappedEnd(@Key String id) {
        System.out.println("mapped " + id);
    }

    @Nightly
    void clean() {
        System.out.println("clean");
    }

    int size() {
        return waiting.size();
    }

    /** An order as a queue would hand it over. */
    static final class Order {
        final String id;
        final Map<String, String> labels = new HashMap<String, String>();

        Order(String id) {
            this.id = id;
            labels.put("key", "k-" + id);
        }
    }
}
