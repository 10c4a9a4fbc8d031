package io.vmsh.document;

import io.vmsh.command.Command;
import io.vmsh.command.Commands;
import io.vmsh.spec.Example;
import io.vmsh.spec.Group;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Spec;
import java.util.List;
import java.util.stream.Collectors;

/** {@code src/docs/commands.md}: every command with its options and examples. */
final class ReferencePage implements Page {
    @Override
    public String path() {
        return "src/docs/commands.md";
    }

    @Override
    public String content(Commands commands) {
        StringBuilder page =
                new StringBuilder("# Commands\n\nMade from the commands' declarations. Every command also takes"
                        + " `--output table|json|yaml|csv` and `--help`.\n");
        for (Group group : Group.values()) {
            List<Command> members = commands.in(group);
            if (!members.isEmpty()) {
                page.append("\n## %s (`help %s`)\n".formatted(group.title(), group.keyword()));
                members.forEach(command -> page.append(section(command.spec())));
            }
        }
        return page.toString();
    }

    private static String section(Spec spec) {
        StringBuilder section = new StringBuilder("\n### %s\n\n%s\n".formatted(spec.name(), sentence(spec.summary())));
        if (!spec.description().isEmpty()) {
            section.append('\n').append(spec.description().strip()).append('\n');
        }
        section.append("\n```\n%s\n```\n".formatted(synopsis(spec)));
        if (!spec.parameters().isEmpty()) {
            section.append('\n');
            for (Parameter parameter : spec.parameters()) {
                String help = Page.help(parameter);
                if (!help.isEmpty()) {
                    section.append("- `%s` %s\n".formatted(name(parameter), help.replace("<", "&lt;")));
                }
            }
        }
        if (!spec.examples().isEmpty()) {
            section.append("\nExamples:\n\n");
            for (Example example : spec.examples()) {
                String shows = example.shows().isEmpty() ? "" : " — " + example.shows();
                section.append("- `%s`%s\n".formatted(example.statement(), shows));
            }
        }
        return section.toString();
    }

    static String synopsis(Spec spec) {
        return (spec.name() + " "
                        + spec.parameters().stream()
                                .map(Page::synopsis)
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(" ")))
                .strip();
    }

    static String name(Parameter parameter) {
        return parameter instanceof io.vmsh.spec.Arg<?> || parameter instanceof io.vmsh.spec.Rest<?>
                ? "<" + parameter.name() + ">"
                : "--" + parameter.name();
    }

    static String sentence(String summary) {
        return Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + (summary.endsWith(".") ? "" : ".");
    }
}
