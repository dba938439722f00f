package io.nightly;

import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Runs each of its jobs an exact number of times, says so, and ends when its input does. */
@SpringBootApplication
@EnableScheduling
@EnableTransactionManagement(proxyTargetClass = true)
public class Nightly {
    public static void main(String[] arguments) throws IOException {
        ConfigurableApplicationContext context = SpringApplication.run(Nightly.class, arguments);
        System.out.println("ready");
        context.getBean(Rounds.class).awaitAll();
        System.out.println("done");
        while (System.in.read() >= 0) {
            // Waits for the end.
        }
        System.exit(SpringApplication.exit(context));
    }
}
