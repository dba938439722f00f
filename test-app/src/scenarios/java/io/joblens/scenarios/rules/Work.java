package io.joblens.scenarios.rules;

/** Does a known amount of work, so that every count can be told. */
public final class Work {
    private static Orders kept;

    private Work() {}

    public static void all() throws InterruptedException {
        Orders orders = new Orders();
        kept = orders;
        orders.enqueue("a");
        orders.enqueue("b");
        for (String id : new String[] {"good", "better", "bad", "late"}) {
            orders.encode(new Orders.Order(id));
        }
        endElsewhere(orders);
        orders.scan(new byte[0]);
        orders.scan(new byte[1]);
        orders.scanBy("clamav");
        orders.scanBy("");
        Orders.resize();
        Orders.resize();
        orders.load("x");
        orders.byHand();
        orders.mapped("m-1");
        orders.clean();
        for (Handler handler : new Handler[] {new MailHandler(), new MailHandler(), new PushHandler()}) {
            handler.handleAll("hello");
        }
    }

    /** Keeps the queue that is measured from being collected. */
    static Orders kept() {
        return kept;
    }

    private static void endElsewhere(final Orders orders) throws InterruptedException {
        orders.begin("1");
        orders.begin("2");
        Thread other = new Thread(new Runnable() {
            @Override
            public void run() {
                orders.finish("1");
                orders.giveUp("2", new IllegalStateException("no"));
            }
        });
        other.start();
        other.join();
    }
}
