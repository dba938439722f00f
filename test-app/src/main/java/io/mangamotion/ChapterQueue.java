package io.mangamotion;

import io.joblens.api.JobCreated;
import io.joblens.api.JobField;
import io.joblens.api.JobId;
import io.joblens.api.QueueLength;
import io.joblens.api.UserId;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Chapters waiting for a worker. Whoever adds one waits while the queue is full. */
final class ChapterQueue {
    @QueueLength
    private final BlockingQueue<Chapter> chapters;

    ChapterQueue(int capacity) {
        chapters = new ArrayBlockingQueue<>(capacity);
    }

    @JobCreated("chapter")
    void submit(
            @JobId(path = "id") @UserId(path = "userId") @JobField(value = "file_count", path = "fileCount")
                    Chapter chapter,
            @JobField("total_size_mb") String totalSizeMb)
            throws InterruptedException {
        chapters.put(chapter);
    }

    /** Adds a chapter for another attempt. */
    void resubmit(Chapter chapter) throws InterruptedException {
        chapters.put(chapter);
    }

    /** The next chapter, or {@code null} when none comes in time. */
    Chapter poll(long timeout, TimeUnit unit) throws InterruptedException {
        return chapters.poll(timeout, unit);
    }
}
