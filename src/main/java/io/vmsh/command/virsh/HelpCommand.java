package io.vmsh.command.virsh;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Commands;
import io.vmsh.command.Result;
import io.vmsh.spec.Group;
import io.vmsh.spec.Nearest;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows all commands, those of one group, or what one command accepts. */
final class HelpCommand implements Command {
    private static final int NAME_WIDTH = 30;
    private static final Opt<String> ABOUT = Opt.of("command", Value.COMMAND, "a command, or the keyword of a group");

    @Override
    public Spec spec() {
        return Spec.of("help", Group.VIRSH, "show what there is, or how a command is used")
                .takes(ABOUT)
                .describedAs(
                        "Without a word, shows every command by group. With the keyword of a group, shows that group; with a"
                                + " command, shows what it accepts.")
                .local()
                .example("help", "every command, group by group")
                .example("help pool", "the commands for storage pools")
                .example("help migrate", "what migrate accepts");
    }

    @Override
    public Result run(Call call) {
        Commands commands = call.workspace().commands();
        Optional<String> word = call.findUnlessEmpty(ABOUT);
        if (word.isEmpty()) {
            List<Group> groups = Arrays.stream(Group.values())
                    .filter(group -> !commands.in(group).isEmpty())
                    .toList();
            StringBuilder text = new StringBuilder("Commands by group:\n\n");
            groups.forEach(group -> text.append(text(group, commands)));
            return new Result.Document(
                    text.toString(),
                    groups.stream().map(group -> data(group, commands)).toList());
        }
        Spec spec = commands.spec(word.get());
        if (spec != null) {
            return new Result.Document(CommandHelp.text(spec), CommandHelp.data(spec));
        }
        return Arrays.stream(Group.values())
                .filter(group -> group.keyword().equals(word.get())
                        && !commands.in(group).isEmpty())
                .findFirst()
                .map(group -> new Result.Document(text(group, commands), data(group, commands)))
                .orElseThrow(() -> CommandFailure.of(
                        "command or command group '%s' doesn't exist%s",
                        word.get(), call.workspace().watched() ? meant(word.get(), commands) : ""));
    }

    /** virsh leaves whoever has mistyped a name alone with it. */
    private static String meant(String word, Commands commands) {
        List<String> names = new ArrayList<>();
        commands.all().forEach(command -> names.add(command.spec().name()));
        Arrays.stream(Group.values())
                .filter(group -> !commands.in(group).isEmpty())
                .forEach(group -> names.add(group.keyword()));
        return Nearest.question(word, names);
    }

    private static String text(Group group, Commands commands) {
        StringBuilder text = new StringBuilder(" %s (help keyword '%s'):\n".formatted(group.title(), group.keyword()));
        for (Command command : commands.in(group)) {
            String name = command.spec().name();
            text.append("    ")
                    .append(name)
                    .repeat(' ', Math.max(0, NAME_WIDTH - name.length()))
                    .append(' ')
                    .append(command.spec().summary())
                    .append('\n');
        }
        return text.append('\n').toString();
    }

    private static Map<String, Object> data(Group group, Commands commands) {
        return Result.object(
                "group",
                group.keyword(),
                "title",
                group.title(),
                "commands",
                commands.in(group).stream()
                        .map(command -> Result.object(
                                "name",
                                command.spec().name(),
                                "summary",
                                command.spec().summary()))
                        .toList());
    }
}
