package io.joblens.bootstrap.job;

/** How the values of a field are shown that are not to be shown as they are. Implementations are thread-safe. */
public interface Redaction {
    /**
     * What is shown in place of a value. A value that was redacted already stays as it is.
     *
     * @param value not {@code null}
     * @throws RuntimeException what the value's own {@code toString} throws
     */
    Object of(Object value);
}
