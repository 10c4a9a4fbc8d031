package io.vmsh.render;

/** The printer of each form of output. */
public final class Printers {
    private Printers() {}

    /**
     * The printer of results.
     *
     * @param quiet whether headings of tables and sentences of success are left out
     */
    public static Printer of(Format format, boolean quiet) {
        return switch (format) {
            case TABLE -> new TextPrinter(quiet);
            case JSON -> new TreePrinter(TreePrinter.Syntax.JSON, quiet);
            case YAML -> new TreePrinter(TreePrinter.Syntax.YAML, quiet);
            case CSV -> new CsvPrinter(quiet);
        };
    }

    /**
     * The printer of problems, for the error stream: data where the results are, else sentences.
     *
     * @param width columns of the terminal; {@link Integer#MAX_VALUE} where there is none
     */
    public static ProblemPrinter problems(Format format, Theme theme, int width) {
        return switch (format) {
            case TABLE, CSV -> new TextProblemPrinter(theme, width);
            case JSON -> problem -> TreePrinter.Syntax.JSON.print(Data.of(problem));
            case YAML -> problem -> TreePrinter.Syntax.YAML.print(Data.of(problem));
        };
    }
}
