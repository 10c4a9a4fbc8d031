package io.vmsh.document;

import io.vmsh.command.Commands;
import io.vmsh.spec.Spec;
import java.util.Comparator;
import java.util.stream.Collectors;

/** {@code src/editors/vscode/syntaxes/vmsh.tmLanguage.json}: the colours of scripts in VS Code. */
final class TextMateGrammar implements Page {
    @Override
    public String path() {
        return "src/editors/vscode/syntaxes/vmsh.tmLanguage.json";
    }

    @Override
    public String content(Commands commands) {
        // The longest first: an alternative that fits is taken, also when a longer one would.
        String names = Page.specs(commands).stream()
                .map(Spec::name)
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.joining("|"));
        return Resources.text("vmsh.tmLanguage.json").replace("@COMMANDS@", names);
    }
}
