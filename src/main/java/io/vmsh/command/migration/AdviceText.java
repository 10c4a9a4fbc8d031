package io.vmsh.command.migration;

import io.vmsh.advice.Advice;
import io.vmsh.advice.Advice.Remedy;
import io.vmsh.command.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Advice as text, and as data for programs. */
final class AdviceText {
    private AdviceText() {}

    /** The facts, a line each. */
    static String facts(List<String> facts) {
        StringBuilder text = new StringBuilder();
        facts.forEach(fact -> text.append("  - ").append(fact).append('\n'));
        return text.toString();
    }

    /** The ways out, numbered for {@code fix}. */
    static String remedies(List<Remedy> remedies, int first) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < remedies.size(); i++) {
            Remedy remedy = remedies.get(i);
            text.append("  %d. %s\n".formatted(first + i, remedy.what()));
            remedy.statements()
                    .forEach(statement ->
                            text.append("       ").append(statement).append('\n'));
            if (!remedy.price().isEmpty()) {
                text.append("     ").append(remedy.price()).append('\n');
            }
        }
        return text.toString();
    }

    static List<Map<String, Object>> data(List<Remedy> remedies, int first) {
        List<Map<String, Object>> data = new ArrayList<>();
        for (int i = 0; i < remedies.size(); i++) {
            Remedy remedy = remedies.get(i);
            data.add(Result.object(
                    "number",
                    first + i,
                    "what",
                    remedy.what(),
                    "statements",
                    remedy.statements(),
                    "price",
                    remedy.price()));
        }
        return data;
    }

    static Map<String, Object> data(Advice advice) {
        return Result.object(
                "code",
                advice.code(),
                "headline",
                advice.headline(),
                "facts",
                advice.facts(),
                "remedies",
                data(advice.remedies(), 1));
    }
}
