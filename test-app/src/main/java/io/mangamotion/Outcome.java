package io.mangamotion;

/** How an attempt at a chapter ended that did not fail. */
enum Outcome {
    CONVERTED,
    /** Malware was found, so the chapter was set aside and nothing was made of it. */
    QUARANTINED
}
