package io.mangamotion;

/** What a scan says of a file. */
enum Verdict {
    CLEAN,
    INFECTED
}
