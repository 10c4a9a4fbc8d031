package io.vmsh.render;

import io.vmsh.advice.Advice;
import io.vmsh.advice.Problem;
import io.vmsh.render.Theme.Role;
import io.vmsh.spec.Paragraph;
import java.util.List;

/**
 * Problems for people: virsh's lines first, then the cause, the facts and the ways out, numbered for {@code fix}. Our own
 * sentences are broken between words where the terminal ends; errors and statements stay whole, to be copied.
 */
final class TextProblemPrinter implements ProblemPrinter {
    private final Theme theme;
    private final int width;

    TextProblemPrinter(Theme theme, int width) {
        this.theme = theme;
        this.width = width;
    }

    @Override
    public String print(Problem problem) {
        StringBuilder text = new StringBuilder();
        for (String line : problem.lines()) {
            text.append(theme.paint(Role.ERROR, "error:"))
                    .append(' ')
                    .append(line)
                    .append('\n');
        }
        if (problem.advice() != null) {
            advice(text, problem.advice());
        }
        return text.toString();
    }

    private void advice(StringBuilder text, Advice advice) {
        text.append('\n');
        say(text, "", Role.HEADLINE, advice.headline());
        advice.facts().forEach(fact -> say(text, "  - ", Role.PROSE, fact));
        List<Advice.Remedy> remedies = advice.remedies();
        if (!remedies.isEmpty()) {
            text.append('\n');
        }
        for (int i = 0; i < remedies.size(); i++) {
            Advice.Remedy remedy = remedies.get(i);
            say(text, "  %d. ".formatted(i + 1), Role.PROSE, remedy.what());
            for (String statement : remedy.statements()) {
                text.append("       ")
                        .append(theme.paint(Role.STATEMENT, statement))
                        .append('\n');
            }
            if (!remedy.price().isEmpty()) {
                say(text, "     ", Role.PRICE, remedy.price());
            }
        }
        if (!remedies.isEmpty()) {
            text.append('\n');
            say(
                    text,
                    "",
                    Role.PROSE,
                    "'explain %s' tells more; at the prompt, 'fix N' does number N.".formatted(advice.code()));
        }
    }

    /** One paragraph behind a mark; its further lines begin below its first word. */
    private void say(StringBuilder text, String mark, Role role, String sentence) {
        String before = mark;
        for (String line : Paragraph.lines(sentence, width - mark.length())) {
            text.append(before).append(theme.paint(role, line)).append('\n');
            before = " ".repeat(mark.length());
        }
    }
}
