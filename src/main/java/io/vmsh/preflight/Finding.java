package io.vmsh.preflight;

import java.util.List;

/**
 * What one check found about one target.
 *
 * @param check its name
 * @param evidence what was seen, in the order it was looked at; never empty
 * @param remedies what to do about it, the safest first
 */
public record Finding(String check, List<Evidence> evidence, List<Remedy> remedies) {
    public Finding {
        evidence = List.copyOf(evidence);
        remedies = List.copyOf(remedies);
    }

    /** One thing seen, and what it means. */
    public record Evidence(Verdict verdict, String sentence) {}

    /**
     * A way out.
     *
     * @param what it does, in a few words
     * @param statements ready to run, in order; none where it takes other means
     */
    public record Remedy(String what, List<String> statements) {
        public Remedy {
            statements = List.copyOf(statements);
        }
    }

    /** The worst of the evidence. */
    public Verdict verdict() {
        return evidence.stream().map(Evidence::verdict).reduce(Verdict.OK, Verdict::and);
    }
}
