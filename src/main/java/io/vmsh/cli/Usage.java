package io.vmsh.cli;

import io.vmsh.command.Command;
import io.vmsh.command.Commands;
import io.vmsh.spec.Group;
import java.util.List;

/** What {@code -h} shows. */
final class Usage {
    private static final int OPTION_WIDTH = 38;
    private static final int COMMAND_WIDTH = 32;

    private Usage() {}

    static String text(Commands commands) {
        StringBuilder text = new StringBuilder("""
                usage: vmsh [OPTION…] [STATEMENT]
                       vmsh [OPTION…] COMMAND [WORD…]

                Without a statement, statements are read from the terminal or from standard input.

                Options:
                """);
        for (GlobalOption option : GlobalOption.values()) {
            text.append("  ")
                    .append(padded(forms(option), OPTION_WIDTH))
                    .append(option.help())
                    .append('\n');
        }
        text.append("\nCommands:\n");
        for (Group group : Group.values()) {
            List<Command> members = commands.in(group);
            if (!members.isEmpty()) {
                text.append("\n %s (help keyword '%s')\n".formatted(group.title(), group.keyword()));
                members.forEach(command -> text.append("    ")
                        .append(padded(command.spec().name(), COMMAND_WIDTH))
                        .append(command.spec().summary())
                        .append('\n'));
            }
        }
        return text.append("\n'vmsh help COMMAND' tells more about a command.\n")
                .toString();
    }

    private static String forms(GlobalOption option) {
        StringBuilder forms = new StringBuilder();
        if (option.letter() == GlobalOption.NO_LETTER) {
            forms.append("    ");
        } else {
            forms.append('-').append(option.letter());
            forms.append(option.longName().isEmpty() ? "" : ", ");
        }
        if (!option.longName().isEmpty()) {
            forms.append("--").append(option.longName());
        }
        return option.value().isEmpty() ? forms.toString() : forms + " " + option.value();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
