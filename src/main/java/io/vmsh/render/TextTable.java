package io.vmsh.render;

import java.util.List;

/**
 * A table as virsh draws it: a blank before each cell, cells padded to the widest of their column and two more, no
 * padding behind the last, a rule under the heading. Widths are terminal columns. The last cell of a line that is shorter
 * than the heading runs on over the columns it lacks.
 */
final class TextTable {
    private final List<List<String>> lines;
    private final int[] widths;

    TextTable(List<String> heading, List<List<String>> rows) {
        lines = java.util.stream.Stream.concat(java.util.stream.Stream.of(heading), rows.stream())
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

    String print(boolean withoutHeading) {
        StringBuilder text = new StringBuilder();
        for (int i = withoutHeading ? 1 : 0; i < lines.size(); i++) {
            line(text, lines.get(i));
            if (i == 0) {
                text.repeat(
                                '-',
                                java.util.Arrays.stream(widths)
                                        .map(width -> width + 3)
                                        .sum())
                        .append('\n');
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
