package io.vmsh.render;

import io.vmsh.advice.Advice;
import io.vmsh.advice.Problem;
import io.vmsh.render.Theme.Role;
import java.util.List;

/** Problems for people: virsh's lines first, then the cause, the facts and the ways out, numbered for {@code fix}. */
final class TextProblemPrinter implements ProblemPrinter {
    private final Theme theme;

    TextProblemPrinter(Theme theme) {
        this.theme = theme;
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
        text.append('\n').append(theme.paint(Role.HEADLINE, advice.headline())).append('\n');
        advice.facts().forEach(fact -> text.append("  - ").append(fact).append('\n'));
        List<Advice.Remedy> remedies = advice.remedies();
        if (!remedies.isEmpty()) {
            text.append('\n');
        }
        for (int i = 0; i < remedies.size(); i++) {
            Advice.Remedy remedy = remedies.get(i);
            text.append("  %d. %s%n".formatted(i + 1, remedy.what()));
            for (String statement : remedy.statements()) {
                text.append("       ")
                        .append(theme.paint(Role.STATEMENT, statement))
                        .append('\n');
            }
            if (!remedy.price().isEmpty()) {
                text.append("     ")
                        .append(theme.paint(Role.PRICE, remedy.price()))
                        .append('\n');
            }
        }
        if (!remedies.isEmpty()) {
            text.append("\n'explain ")
                    .append(advice.code())
                    .append("' tells more; at the prompt, 'fix N' does number N.\n");
        }
    }
}
