package io.joblens.bootstrap.log;

import java.nio.charset.Charset;
import java.util.Map;

/**
 * One line of the application in the making: woven code says what the event holds, and asks once for the whole. It is then
 * used again, and must not be touched any more. Not thread-safe. Nothing is thrown from here.
 */
public interface ApplicationLine {
    /**
     * What every line has. Of {@code logger} and {@code thread}, {@code null} leaves out the field.
     *
     * @param wallMillis when it was logged, since 1970-01-01T00:00Z
     * @param level the library's name of the level
     */
    void head(long wallMillis, String level, String logger, String thread, String message);

    /** The fields of the job and the application's context data, or {@code null}. They are read now, or never. */
    void context(Map<?, ?> fields);

    /** A named value of the event itself; the last of a name stands. */
    void field(String name, Object value);

    /** What was thrown, or {@code null}. */
    void error(Throwable thrown);

    /** What was thrown in another JVM, of which there are only words. */
    void error(String type, String message, String stack);

    /**
     * The line and its line break in this encoding, JSON escapes standing for what the encoding may lack.
     *
     * @param charset {@code null} is the JVM's default
     * @return {@code null} when no line could be made; the library's own is then to be written
     */
    byte[] bytes(Charset charset);

    /** The line and its line break, for a library that encodes later; {@code null} as for {@link #bytes(Charset)}. */
    String text();
}
