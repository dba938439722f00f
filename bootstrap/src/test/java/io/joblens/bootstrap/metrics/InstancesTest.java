package io.joblens.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstancesTest {
    private final Instances instances = new Instances();

    @Test
    void tells_equal_objects_apart() {
        List<String> one = new ArrayList<>();
        List<String> other = new ArrayList<>();
        instances.add(one);
        instances.add(other);
        one.add("so that its hash changes");

        assertThat(instances.live()).hasSize(2).anyMatch(o -> o == one).anyMatch(o -> o == other);
    }

    @Test
    void holds_an_object_once() {
        Object object = new Object();
        instances.add(object);
        instances.add(object);

        assertThat(instances.live()).containsExactly(object);
    }

    @Test
    void holds_nothing_once_it_is_closed() {
        Object before = new Object();
        instances.add(before);
        instances.close();
        instances.add(new Object());

        assertThat(instances.live()).isEmpty();
    }

    @Test
    void asks_nothing_of_the_objects() {
        Object hostile = new Object() {
            @Override
            public int hashCode() {
                throw new AssertionError();
            }

            @Override
            public boolean equals(Object other) {
                throw new AssertionError();
            }
        };
        instances.add(hostile);
        instances.add(hostile);

        assertThat(instances.live().size()).isEqualTo(1);
    }

    @Test
    void keeps_nothing_alive() {
        Object kept = new Object();
        instances.add(kept);
        for (int i = 0; i < 1_000; i++) {
            instances.add(new Object());
        }
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (instances.live().size() > 1 && Instant.now().isBefore(end)) {
            System.gc();
            Thread.onSpinWait();
        }

        assertThat(instances.live()).containsExactly(kept);
    }

    @Test
    void is_bounded() {
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 10_500; i++) {
            many.add(new Object());
            instances.add(many.get(i));
        }

        assertThat(instances.live()).hasSize(10_000);
    }
}
