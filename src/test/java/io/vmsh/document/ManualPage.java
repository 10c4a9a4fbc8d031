package io.vmsh.document;

import io.vmsh.command.Command;
import io.vmsh.command.Commands;
import io.vmsh.spec.Group;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Spec;
import java.util.List;

/** {@code src/docs/vmsh.1}: the manual page. */
final class ManualPage implements Page {
    @Override
    public String path() {
        return "src/docs/vmsh.1";
    }

    @Override
    public String content(Commands commands) {
        StringBuilder groups = new StringBuilder();
        for (Group group : Group.values()) {
            List<Command> members = commands.in(group);
            if (!members.isEmpty()) {
                groups.append(".SS \"%s\"\n".formatted(roff(group.title())));
                members.forEach(command -> groups.append(entry(command.spec())));
            }
        }
        return Resources.text("vmsh.1").replace("@COMMANDS@", groups.toString().stripTrailing());
    }

    private static String entry(Spec spec) {
        StringBuilder entry = new StringBuilder(".TP\n.B %s\n%s\n"
                .formatted(roff(ReferencePage.synopsis(spec)), roff(ReferencePage.sentence(spec.summary()))));
        for (Parameter parameter : spec.parameters()) {
            String help = Page.help(parameter);
            if (!help.isEmpty()) {
                entry.append(".br\n\\fB%s\\fR: %s\n".formatted(roff(ReferencePage.name(parameter)), roff(help)));
            }
        }
        return entry.toString();
    }

    private static String roff(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
