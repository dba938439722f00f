package io.joblens.agent.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text with columns below each other. Not thread-safe. */
final class Table {
    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<String[]>();

    Table(String... head) {
        rows.add(head);
    }

    void row(String... cells) {
        rows.add(cells);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<String>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.length - 1; column++) {
                line.append(row[column]);
                for (int i = row[column].length(); i < width(column); i++) {
                    line.append(' ');
                }
                line.append(GAP);
            }
            lines.add(line.append(row[row.length - 1]).toString());
        }
        return lines;
    }

    private int width(int column) {
        int width = 0;
        for (String[] row : rows) {
            width = Math.max(width, row[column].length());
        }
        return width;
    }
}
