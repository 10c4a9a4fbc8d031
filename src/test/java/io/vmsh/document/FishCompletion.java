package io.vmsh.document;

import io.vmsh.command.Commands;
import io.vmsh.spec.Key;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Spec;

/** {@code completions/vmsh.fish}: a line for each command and each of its options. */
final class FishCompletion implements Page {
    @Override
    public String path() {
        return "completions/vmsh.fish";
    }

    @Override
    public String content(Commands commands) {
        StringBuilder lines = new StringBuilder(Resources.text("vmsh.fish"));
        for (Spec spec : Page.specs(commands)) {
            lines.append("\ncomplete -c vmsh -n __vmsh_needs_command -a %s -d %s\n"
                    .formatted(spec.name(), quoted(spec.summary())));
            String condition = "-n " + quoted("__vmsh_command_is " + spec.name());
            for (Parameter parameter : Page.options(spec)) {
                lines.append("complete -c vmsh %s -l %s -d %s"
                        .formatted(condition, parameter.name(), quoted(Page.help(parameter))));
                lines.append(parameter instanceof Key<?> key ? " -r" + values(key) : "")
                        .append('\n');
            }
            Page.positions(spec).stream()
                    .map(FishCompletion::values)
                    .filter(values -> !values.isEmpty())
                    .distinct()
                    .forEach(values -> lines.append("complete -c vmsh %s%s\n".formatted(condition, values)));
        }
        return lines.toString();
    }

    private static String values(Key<?> key) {
        String kind = Page.kind(key);
        if (kind.startsWith("words:")) {
            return " -a " + quoted(kind.substring("words:".length()));
        }
        return switch (kind) {
            case "file" -> " -F";
            case "none" -> "";
            default -> " -a " + quoted("(__vmsh_values " + kind + ")");
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
