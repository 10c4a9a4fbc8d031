package io.vmsh.shell;

import io.vmsh.completion.Completion;
import io.vmsh.completion.Place;
import io.vmsh.spec.ForgivingLexer;
import io.vmsh.spec.LineLexer;
import io.vmsh.spec.Token;
import io.vmsh.spec.UsageException;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Reads lines for JLine by the statements' own grammar. A line that ends with {@code \} goes on in the next. */
final class LineParser implements Parser {
    private final Completion completion;

    LineParser(Completion completion) {
        this.completion = completion;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context != ParseContext.COMPLETE && goesOn(line)) {
            throw new EOFError(-1, -1, "the line goes on", "\\");
        }
        String before = line.substring(0, Math.clamp(cursor, 0, line.length()));
        Place place = completion.endOf(before);
        List<String> words = new ArrayList<>();
        for (Token token : ForgivingLexer.tokens(before.substring(0, place.start()))) {
            if (token instanceof Token.Word word) {
                words.add(word.text());
            }
        }
        words.add(place.word());
        return new TypedLine(line, before.length(), place, words);
    }

    @Override
    public boolean isEscapeChar(char c) {
        return c == '\\';
    }

    /** Whether a line goes on in the next: it ends with a backslash that stands before nothing. */
    static boolean goesOn(String line) {
        if (!line.endsWith("\\")) {
            return false;
        }
        try {
            LineLexer lexer = new LineLexer(line);
            while (!(lexer.next() instanceof Token.End)) {}
            return false;
        } catch (UsageException mistake) {
            return line.charAt(mistake.start()) == '\\';
        }
    }
}
