package io.vmsh.batch;

import io.vmsh.spec.Invocation;
import io.vmsh.spec.LineLexer;
import io.vmsh.spec.Token;
import io.vmsh.spec.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A script, read whole: its statements, or what is wrong with them. Each statement is read by itself, so that one mistake
 * does not hide the next.
 */
public record Script(List<Statement> statements, List<Mistake> mistakes) {
    public Script {
        statements = List.copyOf(statements);
        mistakes = List.copyOf(mistakes);
    }

    /**
     * A statement.
     *
     * @param text as it is written, on one line
     * @param line where it starts, counted from 1
     * @param comments the comments on lines of their own before it
     */
    public record Statement(Invocation invocation, String text, int line, List<String> comments) {
        public Statement {
            comments = List.copyOf(comments);
        }
    }

    /**
     * A mistake and its place.
     *
     * @param line of its first character, counted from 1
     * @param column likewise
     * @param source the line of the script that it is on
     * @param length characters it is long, on that line
     */
    public record Mistake(String message, int line, int column, String source, int length) {
        /** {@code FILE:LINE:COLUMN: message}, then the line with carets under the place. */
        public String describe(String file) {
            return "%s:%d:%d: %s\n  %s\n  %s%s"
                    .formatted(
                            file,
                            line,
                            column,
                            message,
                            source.replace('\t', ' '),
                            " ".repeat(column - 1),
                            "^".repeat(length));
        }
    }

    /**
     * Reads a script.
     *
     * @param parser reads the text of one statement, and throws {@link UsageException} for a mistake in it
     */
    public static Script read(String text, Function<String, List<Invocation>> parser) {
        return new Reader(text, parser).read();
    }

    private static final class Reader {
        private final String text;
        private final Function<String, List<Invocation>> parser;
        private final List<Statement> statements = new ArrayList<>();
        private final List<Mistake> mistakes = new ArrayList<>();
        private final List<String> comments = new ArrayList<>();

        Reader(String text, Function<String, List<Invocation>> parser) {
            this.text = text;
            this.parser = parser;
        }

        Script read() {
            LineLexer lexer = new LineLexer(text);
            int start = -1;
            int end = -1;
            try {
                while (true) {
                    switch (lexer.next()) {
                        case Token.Word word -> {
                            start = start < 0 ? word.start() : start;
                            end = word.end();
                        }
                        case Token.Separator separator -> {
                            statement(start, end);
                            start = -1;
                            comment(separator);
                        }
                        case Token.End last -> {
                            statement(start, end);
                            return new Script(statements, mistakes);
                        }
                    }
                }
            } catch (UsageException unreadable) {
                // Where words end is lost from here on.
                mistake(unreadable, 0, unreadable.start(), unreadable.end());
                return new Script(statements, mistakes);
            }
        }

        private void comment(Token.Separator separator) {
            String comment = text.substring(separator.start(), separator.end()).strip();
            int lineStart = text.lastIndexOf('\n', separator.start() - 1) + 1;
            boolean alone = text.substring(lineStart, separator.start()).isBlank();
            if (alone && comment.startsWith("#")) {
                comments.add(comment);
            }
        }

        private void statement(int start, int end) {
            if (start < 0) {
                return;
            }
            try {
                for (Invocation invocation : parser.apply(text.substring(start, end))) {
                    invocation.readAll();
                    statements.add(new Statement(
                            invocation,
                            text.substring(start, end).replaceAll("\\\\\n[ \t]*", ""),
                            line(start),
                            comments));
                    comments.clear();
                }
            } catch (UsageException mistake) {
                mistake(mistake, start, start, end);
            }
        }

        /** A mistake with a place of its own within the statement, or else about all of it. */
        private void mistake(UsageException mistake, int offset, int start, int end) {
            boolean placed = mistake.end() > mistake.start();
            int from = placed ? offset + mistake.start() : start;
            int to = placed ? offset + mistake.end() : end;
            int lineStart = text.lastIndexOf('\n', from - 1) + 1;
            int lineBreak = text.indexOf('\n', from);
            int lineEnd = lineBreak < 0 ? text.length() : lineBreak;
            mistakes.add(new Mistake(
                    String.join("; ", mistake.lines()),
                    line(from),
                    from - lineStart + 1,
                    text.substring(lineStart, lineEnd),
                    Math.max(1, Math.min(to, lineEnd) - from)));
        }

        private int line(int offset) {
            return 1
                    + (int) text.substring(0, offset)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
        }
    }
}
