package io.vmsh.command;

import io.vmsh.advice.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a command has to show. Printers turn it into a table, JSON, YAML or CSV. */
public sealed interface Result {
    /** Nothing to show. */
    Result NOTHING = new Sequence(List.of());
    /** The shell is to be left. */
    Result LEAVE = new Leave();

    /**
     * It was done; the sentence is dropped when quiet.
     *
     * @param data the same for structured formats
     * @param endsLine whether the line ends behind it; virsh forgets that once
     */
    record Done(String message, Object data, boolean endsLine) implements Result {
        public Done(String message, Object data) {
            this(message, data, true);
        }

        public Done(String message) {
            this(message, Map.of("message", message));
        }

        /** The same sentence, behind which the line ends or not. */
        public Done endingLine(boolean ends) {
            return new Done(message, data, ends);
        }
    }

    /**
     * Text to be shown as it is.
     *
     * @param text with its line breaks; none is added
     * @param data the same as maps, lists, strings, numbers and booleans for structured formats
     */
    record Document(String text, Object data) implements Result {}

    /** A listing. */
    record Rows(List<Column> columns, List<List<Cell>> rows, Layout layout) implements Result {
        public Rows {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        /** The headings that people see. */
        public List<String> headings() {
            return columns.stream().filter(Column::shown).map(Column::heading).toList();
        }

        /** What people see of each row. */
        public List<List<String>> texts() {
            return rows.stream()
                    .map(row -> IntStream.range(0, columns.size())
                            .filter(column -> columns.get(column).shown())
                            .mapToObj(column -> row.get(column).text())
                            .toList())
                    .toList();
        }
    }

    /**
     * The properties of one object.
     *
     * @param labelWidth columns that label and colon are padded to
     */
    record Fields(List<Field> fields, int labelWidth) implements Result {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /** Several results, one after the other. */
    record Sequence(List<Result> results) implements Result {
        public Sequence {
            results = List.copyOf(results);
        }
    }

    /** The outcome on each of several hosts, in the order of the sessions. */
    record PerHost(List<HostOutcome> hosts) implements Result {
        public PerHost {
            hosts = List.copyOf(hosts);
        }
    }

    /** The shell is to be left. */
    record Leave() implements Result {}

    /** A result that is printed in its own format, whatever that of the statement is. */
    record In(String format, Result result) implements Result {}

    /** Something beside the result: on the error stream for people, and where all is data with the rest. */
    record Aside(Result result) implements Result {}

    /**
     * A column of a listing: its heading for people, its key for programs.
     *
     * @param shown whether people see it
     */
    record Column(String heading, String key, boolean shown) {
        public Column(String heading, String key) {
            this(heading, key, true);
        }

        /** One that would make the table too wide. */
        public static Column forPrograms(String key) {
            return new Column("", key, false);
        }
    }

    /** What stands in a cell: the text for people, the value for programs (string, number, boolean, null). */
    record Cell(String text, @Nullable Object value) {
        public static Cell of(String text) {
            return new Cell(text, text);
        }

        public static Cell of(long number) {
            return new Cell(Long.toString(number), number);
        }

        /** Another text than the value's own. */
        public static Cell of(String text, @Nullable Object value) {
            return new Cell(text, value);
        }
    }

    /** One property: its label for people, its key for programs, its text and value. */
    record Field(
            String label, String key, String text, @Nullable Object value) {
        public static Field of(String label, String key, String text) {
            return new Field(label, key, text, text);
        }

        public static Field of(String label, String key, String text, @Nullable Object value) {
            return new Field(label, key, text, value);
        }
    }

    /** How a listing looks on paper. */
    sealed interface Layout {
        /** With heading and rule, as virsh's tables. */
        Layout TABLE = new Table();

        /** With heading and rule. */
        record Table() implements Layout {}

        /** A line a row without heading, by a {@link String#format} form that takes the cells' texts. */
        record Lines(String form) implements Layout {}
    }

    /** What one host answered: a result or a problem. */
    record HostOutcome(
            String session,
            @Nullable Result result,
            @Nullable Problem problem) {}

    static Done done(String form, Object... values) {
        return new Done(form.formatted(values));
    }

    /** An XML document; a line break is added where it lacks one. */
    static Result xml(String xml) {
        return new Document(xml.endsWith("\n") ? xml : xml + "\n", Map.of("xml", xml));
    }

    /** One line of text, and its value under a key. */
    static Result line(String key, String text, Object value) {
        return new Document(text + "\n", Map.of(key, value));
    }

    /** Keys and values by turns as data that keeps their order, which {@link Map#of} does not. */
    static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return object;
    }

    static Result of(Result... results) {
        return new Sequence(Arrays.asList(results));
    }

    /** Collects the rows of a listing. */
    static RowsBuilder rows(Column... columns) {
        return new RowsBuilder(columns);
    }

    /** Collects the rows of a listing. */
    final class RowsBuilder {
        private final List<Column> columns;
        private final List<List<Cell>> rows = new ArrayList<>();

        private RowsBuilder(Column... columns) {
            this.columns = List.of(columns);
        }

        public RowsBuilder row(Cell... cells) {
            rows.add(List.of(cells));
            return this;
        }

        public Result table() {
            return new Rows(columns, rows, Layout.TABLE);
        }

        public Result lines(String form) {
            return new Rows(columns, rows, new Layout.Lines(form));
        }
    }
}
