package io.mangamotion;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The worker: watches an inbox for comic chapters and makes films of them. */
public final class MangaMotion {
    private static final Logger log = LoggerFactory.getLogger(MangaMotion.class);
    private static final long POLL_MILLIS = 200;
    private static final long SAMPLE_SEED = 1;

    private final Options options;
    private final Home home;
    private final Workers workers;
    private final CountDownLatch stopping = new CountDownLatch(1);

    private MangaMotion(Options options, Scanner scanner) throws IOException {
        this.options = options;
        home = Home.open(options.home);
        workers = new Workers(
                new ChapterQueue(options.queue),
                new Converter(home, scanner),
                new DeadLetters(home.dlq),
                options.retryDelayMillis,
                options.workers);
    }

    /** Runs until stopped, or with {@code --once} until all is done; a command line that is wrong ends with status 2. */
    public static void main(String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
        Options options;
        Scanner scanner;
        try {
            options = Options.parse(args);
            scanner = Scanner.fromEnvironment(System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Options.USAGE);
            System.exit(2);
            return;
        }
        MangaMotion mangaMotion = new MangaMotion(options, scanner);
        Runtime.getRuntime().addShutdownHook(new Thread(mangaMotion::stop, "stop"));
        mangaMotion.run();
    }

    /** Runs in this thread until all is done, for tests that bring their own scanner. */
    static void runOnce(Options options, Scanner scanner) throws Exception {
        new MangaMotion(options, scanner).run();
    }

    private void run() throws IOException, InterruptedException {
        try {
            SampleChapters samples = new SampleChapters(home.inbox, SAMPLE_SEED);
            samples.write(options.generate);
            if (options.generateEverySeconds > 0) keepGenerating(samples);
            log.info("Watching {}", home.inbox);
            do {
                takeInbox();
                if (options.once
                        && workers.idle()
                        && Home.archivesIn(home.inbox).isEmpty()) {
                    log.info("All chapters are done");
                    hold();
                    return;
                }
            } while (!stopping.await(POLL_MILLIS, MILLISECONDS));
        } finally {
            workers.stop();
        }
    }

    private void keepGenerating(SampleChapters samples) {
        Thread generator = new Thread(
                () -> {
                    try {
                        while (!stopping.await(options.generateEverySeconds, SECONDS)) samples.write(1);
                    } catch (IOException | InterruptedException e) {
                        log.error("Cannot generate more chapters", e);
                    }
                },
                "generator");
        generator.setDaemon(true);
        generator.start();
    }

    private void takeInbox() throws IOException, InterruptedException {
        for (Path archive : Home.archivesIn(home.inbox)) {
            Path taken = home.work.resolve(archive.getFileName());
            // The same name again waits until the earlier chapter is done.
            if (Files.exists(taken)) continue;
            Files.move(archive, taken, ATOMIC_MOVE);
            workers.submit(Chapter.of(taken));
        }
    }

    private void hold() throws IOException, InterruptedException {
        if (options.hold == null) return;
        Files.createFile(options.hold);
        while (Files.exists(options.hold)) {
            if (stopping.await(POLL_MILLIS, MILLISECONDS)) return;
        }
    }

    /** What a signal does: new work stays in the inbox, begun work is finished. */
    private void stop() {
        stopping.countDown();
        try {
            workers.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
