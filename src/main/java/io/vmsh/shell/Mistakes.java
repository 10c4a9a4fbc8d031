package io.vmsh.shell;

import io.vmsh.command.Commands;
import io.vmsh.spec.Alias;
import io.vmsh.spec.Nearest;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Part;
import io.vmsh.spec.Reading;
import io.vmsh.spec.UsageException;
import java.util.ArrayList;
import java.util.List;

/** Shows where a line is wrong, and which names the writer may have meant. */
final class Mistakes {
    private static final String INDENT = "  ";

    private final Commands commands;

    Mistakes(Commands commands) {
        this.commands = commands;
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
        List<String> meant = meant(text, mistake.start());
        if (!meant.isEmpty()) {
            lines.add("did you mean " + String.join(" or ", meant) + "?");
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

    private List<String> meant(String text, int start) {
        Reading reading = new Reading(commands::spec);
        for (Part part : Reading.parts(text, commands::spec)) {
            if (part.role() == Part.Role.COMMAND) {
                reading = new Reading(commands::spec);
                reading.take(part.word());
            }
            if (part.word().start() == start) {
                return switch (part.role()) {
                    case UNKNOWN_COMMAND ->
                        Nearest.to(
                                part.word().text(),
                                commands.all().stream()
                                        .map(command -> command.spec().name())
                                        .toList());
                    case UNKNOWN_OPTION -> Nearest.to(part.word().text().split("=", 2)[0], options(reading));
                    case COMMAND, OPTION, VALUE, EXCESS -> List.of();
                };
            }
        }
        return List.of();
    }

    private static List<String> options(Reading reading) {
        return reading.spec() == null
                ? List.of()
                : reading.spec().accepted().stream()
                        .filter(parameter -> !(parameter instanceof Alias))
                        .map(Parameter::name)
                        .map(name -> "--" + name)
                        .toList();
    }
}
