package io.joblens.agent.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The annotations of {@code io.joblens.api}, known by name: the agent never loads them. */
public enum Word {
    JOB_START("JobStart", Place.METHOD),
    JOB_COMPLETE("JobComplete", Place.METHOD),
    JOB_FAILED("JobFailed", Place.METHOD),
    JOB_SKIPPED("JobSkipped", Place.METHOD),
    JOB_CREATED("JobCreated", Place.METHOD),
    SCAN("Scan", Place.METHOD),
    OPERATION("Operation", Place.METHOD),
    QUEUE_LENGTH("QueueLength", Place.GAUGE),
    FAILED_JOBS_DLQ("FailedJobsDlq", Place.GAUGE),
    JOB_ID("JobId", Place.PARAMETER),
    USER_ID("UserId", Place.PARAMETER),
    ATTEMPT("Attempt", Place.PARAMETER),
    JOB_ERROR("JobError", Place.PARAMETER),
    JOB_FIELD("JobField", Place.PARAMETER),
    JOB_FIELDS("JobFields", Place.PARAMETER);

    private enum Place {
        METHOD,
        GAUGE,
        PARAMETER
    }

    private static final Map<String, Word> BY_DESCRIPTOR = new HashMap<String, Word>();

    static {
        for (Word word : values()) {
            BY_DESCRIPTOR.put(word.descriptor(), word);
        }
    }

    private final String simpleName;
    private final Place place;

    Word(String simpleName, Place place) {
        this.simpleName = simpleName;
        this.place = place;
    }

    /** The strings of which one stands in the constant pool of every class that has something to weave. */
    public static List<String> needles() {
        List<String> needles = new ArrayList<String>();
        for (Word word : values()) {
            if (word.place != Place.PARAMETER) {
                needles.add(word.descriptor());
            }
        }
        return needles;
    }

    /** The name an application's own annotation is mapped under: {@code job-start}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Word of(String descriptor) {
        return BY_DESCRIPTOR.get(descriptor);
    }

    boolean isForMethods() {
        return place == Place.METHOD;
    }

    boolean isForGauges() {
        return place == Place.GAUGE;
    }

    private String descriptor() {
        return "Lio/joblens/api/" + simpleName + ";";
    }

    @Override
    public String toString() {
        return "@" + simpleName;
    }
}
