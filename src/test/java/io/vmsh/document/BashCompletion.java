package io.vmsh.document;

import io.vmsh.command.Commands;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Key;
import io.vmsh.spec.Spec;
import java.util.stream.Collectors;

/** {@code completions/vmsh.bash}: a table of the commands and a short function that reads it. */
final class BashCompletion implements Page {
    @Override
    public String path() {
        return "completions/vmsh.bash";
    }

    @Override
    public String content(Commands commands) {
        StringBuilder rows = new StringBuilder();
        for (Spec spec : Page.specs(commands)) {
            rows.append("        %s)%n".formatted(spec.name()))
                    .append("            flags=%s%n".formatted(quoted(flags(spec))))
                    .append("            valued=(%s)%n".formatted(valued(spec)))
                    .append("            positions=(%s) ;;%n".formatted(positions(spec)));
        }
        String names = Page.specs(commands).stream().map(Spec::name).collect(Collectors.joining(" "));
        return Resources.text("vmsh.bash")
                .replace("@NAMES@", names)
                .replace("@COMMANDS@", rows.toString().stripTrailing());
    }

    private static String flags(Spec spec) {
        return Page.options(spec).stream()
                .filter(parameter -> parameter instanceof Flag)
                .map(parameter -> "--" + parameter.name())
                .collect(Collectors.joining(" "));
    }

    private static String valued(Spec spec) {
        return Page.options(spec).stream()
                .filter(parameter -> parameter instanceof Key<?>)
                .map(parameter -> quoted("--" + parameter.name() + "=" + Page.kind((Key<?>) parameter)))
                .collect(Collectors.joining(" "));
    }

    private static String positions(Spec spec) {
        return Page.positions(spec).stream().map(key -> quoted(Page.kind(key))).collect(Collectors.joining(" "));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
