package io.joblens.agent.weave.sample;

/** What rules are tried on. */
public class Shop implements Terms.Counter {
    private int stock = 3;

    @Override
    public int count(String what) {
        return stock;
    }

    public String sell(String what) {
        Runnable note = () -> stock--;
        note.run();
        return what;
    }

    public String sell(String what, int times) {
        return what + times;
    }

    @Terms.Big
    public void close() {}

    @Terms.Step
    static void open() {}
}
