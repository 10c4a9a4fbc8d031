package io.vmsh.command.virsh;

import io.vmsh.command.Result;
import io.vmsh.spec.Alias;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Example;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Key;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Paragraph;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Rest;
import io.vmsh.spec.Spec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one command accepts, in the sections of a manual page. */
final class CommandHelp {
    private static final int WIDTH = 80;
    private static final int OPTION_WIDTH = 24;
    private static final String INDENT = "    ";

    private CommandHelp() {}

    static String text(Spec spec) {
        StringBuilder text = new StringBuilder();
        section(text, "NAME").append(INDENT).append("%s - %s\n".formatted(spec.name(), spec.summary()));
        section(text, "SYNOPSIS").append(synopsis(spec));
        if (!spec.description().isEmpty()) {
            section(text, "DESCRIPTION").append(wrapped(spec.description()));
        }
        section(text, "OPTIONS");
        for (Parameter parameter : spec.accepted()) {
            switch (parameter) {
                case Alias alias -> {}
                case Flag flag -> option(text, "--" + flag.name(), flag.help());
                case Key<?> key -> option(text, form(key, spec), key.help());
            }
        }
        if (!spec.examples().isEmpty()) {
            section(text, "EXAMPLES");
            for (Example example : spec.examples()) {
                text.append(INDENT).append(example.statement()).append('\n');
                if (!example.shows().isEmpty()) {
                    text.append(INDENT.repeat(2)).append(example.shows()).append('\n');
                }
            }
        }
        return text.append('\n').toString();
    }

    static Map<String, Object> data(Spec spec) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", spec.name());
        data.put("group", spec.group().keyword());
        data.put("summary", spec.summary());
        data.put("description", spec.description());
        data.put(
                "options",
                spec.accepted().stream()
                        .filter(parameter -> !(parameter instanceof Alias))
                        .map(CommandHelp::data)
                        .toList());
        data.put(
                "examples",
                spec.examples().stream()
                        .map(example -> Result.object("statement", example.statement(), "shows", example.shows()))
                        .toList());
        return data;
    }

    private static Map<String, Object> data(Parameter parameter) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", parameter.name());
        switch (parameter) {
            case Alias alias -> {}
            case Flag flag -> data.put("help", flag.help());
            case Key<?> key -> {
                data.put("value", key.value().label());
                data.put("required", key.required());
                data.put("positional", key.positional());
                data.put("repeatable", key instanceof Rest<?>);
                data.put("help", key.help());
            }
        }
        return data;
    }

    private static StringBuilder section(StringBuilder text, String title) {
        return text.append(text.isEmpty() ? "" : "\n")
                .append("  ")
                .append(title)
                .append('\n');
    }

    /** The command with its own parameters, the common ones left to the list below. */
    private static String synopsis(Spec spec) {
        StringBuilder words = new StringBuilder(spec.name());
        for (Parameter parameter : spec.parameters()) {
            switch (parameter) {
                case Alias alias -> {}
                case Flag flag -> words.append(" [--").append(flag.name()).append(']');
                case Arg<?> arg -> words.append(" <").append(arg.name()).append('>');
                case Opt<?> opt -> {
                    String form = "--%s <%s>".formatted(opt.name(), opt.value().label());
                    words.append(' ').append(opt.required() ? form : "[" + form + "]");
                }
                case Rest<?> rest ->
                    words.append(
                            rest.required() ? " <%s>...".formatted(rest.name()) : " [<%s>]...".formatted(rest.name()));
            }
        }
        return wrapped(words.toString());
    }

    private static String form(Key<?> key, Spec spec) {
        boolean bare = key.positional() && spec.parameters().contains(key);
        String name = bare ? "[--" + key.name() + "]" : "--" + key.name();
        return name + " <" + key.value().label() + ">";
    }

    private static void option(StringBuilder text, String form, String help) {
        text.append(INDENT)
                .append(form)
                .repeat(' ', Math.max(0, OPTION_WIDTH - form.length()))
                .append(' ')
                .append(help)
                .append('\n');
    }

    /** The text in lines that fit a terminal; words of the synopsis that belong together stay together. */
    private static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        Paragraph.lines(List.of(text.split(" (?!<[a-z]+>\\])", -1)), WIDTH - INDENT.length())
                .forEach(line -> lines.append(INDENT).append(line).append('\n'));
        return lines.toString();
    }
}
