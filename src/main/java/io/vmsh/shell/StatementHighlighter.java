package io.vmsh.shell;

import io.vmsh.spec.Part;
import io.vmsh.spec.Reading;
import io.vmsh.spec.Spec;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/** Commands bold, options cyan, and a command that there is not, red. */
final class StatementHighlighter implements Highlighter {
    private static final AttributedStyle COMMAND = AttributedStyle.BOLD;
    private static final AttributedStyle OPTION = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle WRONG = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);

    private final Function<String, @Nullable Spec> specs;
    private final Predicate<String> isBeginning;

    /**
     * Colours for statements.
     *
     * @param isBeginning whether some command starts with a word
     */
    StatementHighlighter(Function<String, @Nullable Spec> specs, Predicate<String> isBeginning) {
        this.specs = specs;
        this.isBeginning = isBeginning;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        int end = 0;
        for (Part part : Reading.parts(buffer, specs)) {
            line.append(buffer.substring(end, part.word().start()));
            end = part.word().end();
            line.styled(
                    style(part, end == buffer.length()),
                    buffer.substring(part.word().start(), end));
        }
        return line.append(buffer.substring(end)).toAttributedString();
    }

    private AttributedStyle style(Part part, boolean isBeingTyped) {
        return switch (part.role()) {
            case COMMAND -> COMMAND;
            case UNKNOWN_COMMAND ->
                isBeingTyped && isBeginning.test(part.word().text()) ? AttributedStyle.DEFAULT : WRONG;
            case OPTION -> OPTION;
            case UNKNOWN_OPTION, VALUE, EXCESS -> AttributedStyle.DEFAULT;
        };
    }
}
