package io.vmsh.batch;

import io.vmsh.spec.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a word stands for: text, and variables whose values come later. */
record Template(List<Piece> pieces) {
    static final String NAME = "[A-Za-z_][A-Za-z0-9_-]*";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{((?:env\\.)?" + NAME + ")}");

    Template {
        pieces = List.copyOf(pieces);
    }

    /** A part of a word. */
    sealed interface Piece {
        /** Text, as it is. */
        record Text(String text) implements Piece {}

        /** {@code ${name}}, and where it stands. */
        record Variable(String name, int start, int end) implements Piece {}
    }

    /**
     * Reads a word as it is written, quotes and all.
     *
     * @param start where it stands in its text
     * @throws UsageException for a <code>${</code> that is no variable
     */
    static Template read(String raw, int start) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean single = false;
        boolean twice = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (!twice && c == '\'') {
                single = !single;
            } else if (!single && c == '"') {
                twice = !twice;
            } else if (!single && c == '\\' && i + 1 < raw.length()) {
                i++;
                text.append(raw.charAt(i) == '\n' ? "" : raw.charAt(i));
            } else if (!single && raw.startsWith("${", i)) {
                Piece.Variable variable = variable(raw, i, start);
                flush(text, pieces);
                pieces.add(variable);
                i = variable.end() - start - 1;
            } else {
                text.append(c);
            }
        }
        flush(text, pieces);
        return new Template(pieces);
    }

    private static Piece.Variable variable(String raw, int at, int start) {
        Matcher matcher = VARIABLE.matcher(raw).region(at, raw.length());
        if (!matcher.lookingAt()) {
            throw new UsageException(
                    "'${' begins a variable, as in ${host}; write '\\${' for the characters",
                    start + at,
                    start + raw.length());
        }
        return new Piece.Variable(matcher.group(1), start + at, start + matcher.end());
    }

    private static void flush(StringBuilder text, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece.Text(text.toString()));
            text.setLength(0);
        }
    }

    /** The variables in it. */
    List<Piece.Variable> variables() {
        return pieces.stream()
                .filter(Piece.Variable.class::isInstance)
                .map(Piece.Variable.class::cast)
                .toList();
    }

    /** Its text; null when variables are in it. */
    @Nullable
    String fixed() {
        if (pieces.isEmpty()) {
            return "";
        }
        // Text stands in one piece.
        return pieces.size() == 1 && pieces.getFirst() instanceof Piece.Text(String text) ? text : null;
    }

    /** Whether it begins with a variable, so that its first characters are a value's. */
    boolean beginsWithVariable() {
        return !pieces.isEmpty() && pieces.getFirst() instanceof Piece.Variable;
    }

    /** Its text with the variables' values in place. */
    String fill(Function<String, String> values) {
        return pieces.stream()
                .map(piece -> switch (piece) {
                    case Piece.Text(String text) -> text;
                    case Piece.Variable variable -> values.apply(variable.name());
                })
                .collect(Collectors.joining());
    }
}
