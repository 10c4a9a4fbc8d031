package io.vmsh.preflight;

import io.vmsh.preflight.Finding.Evidence;
import io.vmsh.preflight.Finding.Remedy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what one check has to say. */
final class Judgement {
    private final String check;
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Remedy> remedies = new ArrayList<>();

    Judgement(String check) {
        this.check = check;
    }

    Judgement ok(String sentence, Object... values) {
        return say(Verdict.OK, sentence, values);
    }

    Judgement notice(String sentence, Object... values) {
        return say(Verdict.NOTICE, sentence, values);
    }

    Judgement unknown(String sentence, Object... values) {
        return say(Verdict.UNKNOWN, sentence, values);
    }

    Judgement blocker(String sentence, Object... values) {
        return say(Verdict.BLOCKER, sentence, values);
    }

    Judgement say(Verdict verdict, String sentence, Object... values) {
        Evidence seen = new Evidence(verdict, values.length == 0 ? sentence : sentence.formatted(values));
        if (!evidence.contains(seen)) {
            evidence.add(seen);
        }
        return this;
    }

    /** Names a way out, once. */
    Judgement remedy(String what, String... statements) {
        Remedy remedy = new Remedy(what, List.of(statements));
        if (!remedies.contains(remedy)) {
            remedies.add(remedy);
        }
        return this;
    }

    boolean isEmpty() {
        return evidence.isEmpty();
    }

    /** The finding, the worst evidence first. */
    Finding finding() {
        return new Finding(
                check,
                evidence.stream()
                        .sorted(Comparator.comparing(Evidence::verdict).reversed())
                        .toList(),
                remedies);
    }
}
