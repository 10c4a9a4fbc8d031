package io.vmsh.render;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table as virsh draws it: a blank before each cell, cells padded to the widest of their column and two more, no
 * padding behind the last, a rule under the heading. Widths are terminal columns. The last cell of a line that is shorter
 * than the heading runs on over the columns it lacks.
 */
final class TextTable {
    private final List<List<String>> lines;
    private final boolean headed;
    private final int[] widths;

    /** A table; without heading, the heading's width does not count either. */
    TextTable(List<String> heading, List<List<String>> rows, boolean headed) {
        this.headed = headed;
        lines = Stream.concat(headed ? Stream.of(heading) : Stream.empty(), rows.stream())
                .map(row -> row.stream().map(TextWidth::printable).toList())
                .toList();
        widths = new int[heading.size()];
        for (List<String> line : lines) {
            int padded = line.size() < widths.length ? line.size() - 1 : line.size();
            for (int column = 0; column < padded; column++) {
                widths[column] = Math.max(widths[column], TextWidth.of(line.get(column)));
            }
        }
    }

    String print() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            line(text, lines.get(i));
            if (i == 0 && headed) {
                int rule = Arrays.stream(widths).map(width -> width + 3).sum();
                text.repeat('-', rule).append('\n');
            }
        }
        return text.toString();
    }

    private void line(StringBuilder text, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            text.append(' ').append(cell);
            if (column < cells.size() - 1) {
                text.repeat(' ', widths[column] - TextWidth.of(cell) + 2);
            }
        }
        text.append('\n');
    }
}
