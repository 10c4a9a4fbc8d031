package io.vmsh.document;

import io.vmsh.command.Commands;
import io.vmsh.spec.Spec;
import java.util.Set;

/** {@code src/editors/vim/syntax/vmsh.vim}: the colours of scripts in Vim. */
final class VimSyntax implements Page {
    /** Commands that look like the language's own. */
    private static final Set<String> KEYWORDS = Set.of("on", "expect-error");

    @Override
    public String path() {
        return "src/editors/vim/syntax/vmsh.vim";
    }

    @Override
    public String content(Commands commands) {
        StringBuilder lines = new StringBuilder(Resources.text("vmsh.vim"));
        Page.specs(commands).stream()
                .map(Spec::name)
                .filter(name -> !KEYWORDS.contains(name))
                .forEach(name -> lines.append("syntax keyword vmshCommand contained ")
                        .append(name)
                        .append('\n'));
        return lines.append("""

                highlight default link vmshComment Comment
                highlight default link vmshString String
                highlight default link vmshEscape SpecialChar
                highlight default link vmshVariable Identifier
                highlight default link vmshOption Special
                highlight default link vmshBrace Delimiter
                highlight default link vmshTime Number
                highlight default link vmshSelector Tag
                highlight default link vmshKeyword Keyword
                highlight default link vmshWord Operator
                highlight default link vmshCommand Function

                let b:current_syntax = 'vmsh'
                """).toString();
    }
}
