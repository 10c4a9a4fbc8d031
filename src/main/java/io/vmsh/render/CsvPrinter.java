package io.vmsh.render;

import io.vmsh.command.Result;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Results as comma-separated values, quoted as RFC 4180 says, with a line of keys first. Lines end with a bare line
 * feed, which every reader takes and the tools of a pipe need. An absent value is empty; a list or an object within a
 * cell is JSON.
 */
final class CsvPrinter implements Printer {
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");

    private final boolean quiet;

    CsvPrinter(boolean quiet) {
        this.quiet = quiet;
    }

    @Override
    public String print(Result result) {
        return switch (result) {
            case Result.Done done when quiet -> "";
            case Result.Rows rows ->
                print(
                        rows.columns().stream().map(Result.Column::key).toList(),
                        rows.rows().stream()
                                .map(cells -> Data.row(rows.columns(), cells))
                                .toList());
            case Result.PerHost perHost ->
                objects(Data.ofHosts(perHost.hosts(), problem -> String.join(": ", problem.lines())));
            default -> data(Data.of(result));
        };
    }

    private static String data(@Nullable Object data) {
        return switch (data) {
            case null -> "";
            case List<?> rows -> objects(rows);
            default -> objects(List.of(data));
        };
    }

    private static String objects(List<?> elements) {
        List<Map<?, ?>> rows = elements.stream().<Map<?, ?>>map(CsvPrinter::row).toList();
        Set<String> keys = new LinkedHashSet<>();
        rows.forEach(row -> row.keySet().forEach(key -> keys.add(String.valueOf(key))));
        return keys.isEmpty() ? "" : print(List.copyOf(keys), rows);
    }

    private static Map<?, ?> row(@Nullable Object element) {
        return switch (element) {
            case null -> Map.of();
            case Map<?, ?> object -> object;
            default -> Map.of("value", element);
        };
    }

    private static String print(List<String> keys, List<? extends Map<?, ?>> rows) {
        StringBuilder text = new StringBuilder();
        line(text, keys);
        rows.forEach(row ->
                line(text, keys.stream().map(key -> cell(row.get(key))).toList()));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(CsvPrinter::quoted).collect(Collectors.joining(",")))
                .append('\n');
    }

    private static String quoted(String cell) {
        return NEEDS_QUOTES.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> object -> TreePrinter.Syntax.COMPACT_JSON.write(object);
            case Iterable<?> array -> TreePrinter.Syntax.COMPACT_JSON.write(array);
            default -> value.toString();
        };
    }
}
