package io.vmsh.render;

import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Field;
import java.util.List;

/** Results as virsh prints them. */
public final class TextPrinter implements Printer {
    private final boolean quiet;

    /**
     * A printer of virsh's form.
     *
     * @param quiet whether headings and sentences of success are left out
     */
    public TextPrinter(boolean quiet) {
        this.quiet = quiet;
    }

    @Override
    public String print(Result result) {
        return switch (result) {
            case Result.Done done -> quiet ? "" : done.message() + (done.endsLine() ? "\n" : "");
            case Result.Document document -> document.text();
            case Result.Rows rows -> rows(rows);
            case Result.Fields fields -> fields(fields);
            case Result.Sequence sequence -> sequence(sequence.results());
            case Result.PerHost perHost -> new HostsText(perHost.hosts(), quiet, this).print();
            case Result.Leave leave -> "";
            case Result.In in -> print(in.result());
            case Result.Aside aside -> print(aside.result());
        };
    }

    private String sequence(List<Result> results) {
        StringBuilder text = new StringBuilder();
        results.forEach(result -> text.append(print(result)));
        return text.toString();
    }

    private String rows(Result.Rows rows) {
        return switch (rows.layout()) {
            case Result.Layout.Lines lines -> lines(rows, lines.form());
            case Result.Layout.Table table -> new TextTable(rows.headings(), rows.texts(), !quiet).print();
        };
    }

    private static String lines(Result.Rows rows, String form) {
        StringBuilder text = new StringBuilder();
        for (List<Cell> row : rows.rows()) {
            text.append(form.formatted(row.stream().map(Cell::text).toArray())).append('\n');
        }
        return text.toString();
    }

    private static String fields(Result.Fields fields) {
        StringBuilder text = new StringBuilder();
        for (Field field : fields.fields()) {
            String label = field.label() + ":";
            text.append(label)
                    .repeat(' ', Math.max(1, fields.labelWidth() - label.length()))
                    .append(field.text())
                    .append('\n');
        }
        return text.toString();
    }
}
