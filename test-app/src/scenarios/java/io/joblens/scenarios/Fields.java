package io.joblens.scenarios;

import io.joblens.api.Attempt;
import io.joblens.api.JobComplete;
import io.joblens.api.JobField;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import io.joblens.api.UserId;
import java.util.Arrays;
import java.util.List;

/** Where the values of a job come from. */
final class Fields {
    private Fields() {}

    static void run() {
        paths(new Order(7, new Customer("ann", Arrays.asList("a@x", "b@x")), 2));
        paths(new Order(8, new Customer(null, null), 1));
        paths(new Order(9, null, 1));
        paths(null);
        kinds(true, 'c', 1.5f, null, Kind.LARGE, new int[] {1, 2});
    }

    @JobStart("paths")
    @JobComplete("paths")
    private static void paths(
            @JobId(path = "number")
                    @UserId(path = "customer.name")
                    @Attempt(path = "attempt")
                    @JobField(value = "first_mail", path = "customer.mails[0]")
                    @JobField(value = "mails", path = "customer.mails.size")
                    Order order) {
        System.out.println("paths " + (order == null ? null : order.number));
    }

    @JobStart("kinds")
    @JobComplete("kinds")
    private static void kinds(
            @JobField("truth") boolean truth,
            @JobField("letter") char letter,
            @JobField("single") float single,
            @JobField("nothing") String nothing,
            @JobField("kind") Kind kind,
            @JobField(value = "count", path = "length") int[] numbers) {
        System.out.println("kinds " + truth + letter + single + nothing + kind + numbers.length);
    }

    enum Kind {
        LARGE
    }

    static final class Order {
        private final int number;
        private final Customer customer;
        private final int attempt;

        Order(int number, Customer customer, int attempt) {
            this.number = number;
            this.customer = customer;
            this.attempt = attempt;
        }

        int getNumber() {
            return number;
        }

        Customer customer() {
            return customer;
        }

        int attempt() {
            return attempt;
        }
    }

    static final class Customer {
        final String name;
        private final List<String> mails;

        Customer(String name, List<String> mails) {
            this.name = name;
            this.mails = mails;
        }

        List<String> getMails() {
            return mails;
        }
    }
}
