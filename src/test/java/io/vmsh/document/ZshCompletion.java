package io.vmsh.document;

import io.vmsh.command.Commands;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Key;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Rest;
import io.vmsh.spec.Spec;

/** {@code completions/_vmsh}: an {@code _arguments} call for each command. */
final class ZshCompletion implements Page {
    @Override
    public String path() {
        return "completions/_vmsh";
    }

    @Override
    public String content(Commands commands) {
        StringBuilder names = new StringBuilder();
        StringBuilder cases = new StringBuilder();
        for (Spec spec : Page.specs(commands)) {
            names.append("        '%s:%s'\n".formatted(spec.name(), escaped(spec.summary())));
            cases.append("        (%s)\n            _arguments".formatted(spec.name()));
            for (Parameter parameter : Page.options(spec)) {
                cases.append(" \\\n                ").append(option(parameter));
            }
            for (Key<?> key : Page.positions(spec)) {
                cases.append(" \\\n                ").append(position(key));
            }
            cases.append(" ;;\n");
        }
        return Resources.text("_vmsh")
                .replace("@NAMES@", names.toString().stripTrailing())
                .replace("@COMMANDS@", cases.toString().stripTrailing());
    }

    private static String option(Parameter parameter) {
        String help = escaped(Page.help(parameter));
        return switch (parameter) {
            case Flag flag -> "'--%s[%s]'".formatted(flag.name(), help);
            case Key<?> key ->
                "'--%s=[%s]:%s:%s'".formatted(key.name(), help, key.value().label(), action(key));
            default -> "";
        };
    }

    private static String position(Key<?> key) {
        return "'%s:%s:%s'"
                .formatted(key instanceof Rest<?> ? "*" : key.required() ? "" : ":", key.name(), action(key));
    }

    private static String action(Key<?> key) {
        String kind = Page.kind(key);
        if (kind.startsWith("words:")) {
            return "(%s)".formatted(kind.substring("words:".length()));
        }
        return switch (kind) {
            case "file" -> "_files";
            case "none" -> " ";
            default -> "_vmsh_values " + kind;
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("'", "'\\''")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace(":", "\\:");
    }
}
