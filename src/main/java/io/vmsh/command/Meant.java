package io.vmsh.command;

import io.vmsh.spec.Alias;
import io.vmsh.spec.Nearest;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Part;
import io.vmsh.spec.Reading;
import io.vmsh.spec.Token;
import java.util.List;

/** The names that somebody may have meant who has written one that there is not. */
public record Meant(Commands commands) {
    /** Those in the place of a word of a text; none where the word is not to blame. */
    public List<String> in(String text, int start) {
        Reading reading = new Reading(commands::spec);
        for (Part part : Reading.parts(text, commands::spec)) {
            if (part.role() == Part.Role.COMMAND) {
                reading = new Reading(commands::spec);
                reading.take(part.word());
            }
            if (part.word().start() == start) {
                return by(part, reading);
            }
        }
        return List.of();
    }

    /** The same for a statement of which the words are known. */
    public List<String> in(List<Token.Word> statement, int start) {
        Reading reading = new Reading(commands::spec);
        for (Token.Word word : statement) {
            Part part = reading.take(word);
            if (word.start() == start) {
                return by(part, reading);
            }
        }
        return List.of();
    }

    private List<String> by(Part part, Reading statement) {
        String word = part.word().text();
        return switch (part.role()) {
            case UNKNOWN_COMMAND ->
                Nearest.to(
                        word,
                        commands.all().stream()
                                .map(command -> command.spec().name())
                                .toList());
            case UNKNOWN_OPTION -> Nearest.to(word.split("=", 2)[0], options(statement));
            case COMMAND, OPTION, VALUE, EXCESS -> List.of();
        };
    }

    private static List<String> options(Reading statement) {
        return statement.spec() == null
                ? List.of()
                : statement.spec().accepted().stream()
                        .filter(parameter -> !(parameter instanceof Alias))
                        .map(Parameter::name)
                        .map(name -> "--" + name)
                        .toList();
    }
}
