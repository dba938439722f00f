package io.joblens.agent.door;

import io.joblens.agent.config.YamlFile;
import io.joblens.agent.config.YamlPart;
import java.io.File;
import java.util.Set;

/** PEM texts that a section has, either in itself or in a file, whose path is relative to that of the section. */
final class PemSource {
    private final Section section;
    private final File folder;
    private final Set<String> read;
    private final Complaints complaints;

    /** @param read takes the files that are looked at */
    PemSource(Section section, String file, Set<String> read, Complaints complaints) {
        this.section = section;
        this.folder = new File(file).getAbsoluteFile().getParentFile();
        this.read = read;
        this.complaints = complaints;
    }

    /** The text under {@code key}, or of the file that {@code key_file} names; {@code null} without either. */
    String text(String key) {
        String text = section.text(key);
        String path = section.text(key + "_file");
        if (path == null) {
            return text;
        }
        if (text != null) {
            complaints.add(section.part(key), key + " and " + key + "_file are both set; it takes one of them");
            return null;
        }
        File file = new File(path).isAbsolute() ? new File(path) : new File(folder, path);
        read.add(file.getPath());
        return YamlFile.text(file.getPath(), complaints);
    }

    /** Where that stands, for sentences. */
    YamlPart place(String key) {
        YamlPart file = section.part(key + "_file");
        return file == null ? section.part(key) : file;
    }
}
