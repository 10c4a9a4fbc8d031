package io.vmsh.shell;

import io.vmsh.command.Commands;
import io.vmsh.command.Meant;
import io.vmsh.spec.UsageException;
import java.util.ArrayList;
import java.util.List;

/** Shows where a line is wrong, and which names the writer may have meant. */
final class Mistakes {
    private static final String INDENT = "  ";

    private final Meant meant;

    Mistakes(Commands commands) {
        this.meant = new Meant(commands);
    }

    /**
     * What to say about a mistake, besides that it is one.
     *
     * @param text the line as typed
     * @param width columns of the terminal
     */
    List<String> explain(String text, UsageException mistake, int width) {
        List<String> lines = new ArrayList<>();
        if (mistake.end() > mistake.start()) {
            lines.addAll(place(text, mistake.start(), mistake.end(), width - INDENT.length()));
        }
        List<String> names = meant.in(text, mistake.start());
        if (!names.isEmpty()) {
            lines.add("did you mean " + String.join(" or ", names) + "?");
        }
        return lines;
    }

    /** The line of the text with carets under the place, cut to the width. */
    private static List<String> place(String text, int start, int end, int width) {
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        int lineBreak = text.indexOf('\n', start);
        int lineEnd = lineBreak < 0 ? text.length() : lineBreak;
        int room = Math.max(width, 8);
        int from = Math.max(lineStart, Math.min(start - room / 2, lineEnd - room));
        String shown = text.substring(from, Math.min(lineEnd, from + room)).replace('\t', ' ');
        int carets = Math.max(1, Math.min(end, from + shown.length()) - start);
        return List.of(INDENT + shown, INDENT + " ".repeat(start - from) + "^".repeat(carets));
    }
}
