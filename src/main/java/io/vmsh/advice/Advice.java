package io.vmsh.advice;

import java.util.List;

/**
 * Why something failed and what to do about it.
 *
 * @param code a short stable name, for {@code explain CODE}
 * @param headline the cause in one sentence
 * @param facts what was looked at and found, one sentence each
 * @param remedies ways out, the safest first
 */
public record Advice(String code, String headline, List<String> facts, List<Remedy> remedies) {
    public Advice {
        facts = List.copyOf(facts);
        remedies = List.copyOf(remedies);
    }

    /**
     * One way out.
     *
     * @param what it does, in one sentence
     * @param statements ready to run, in order
     * @param price what it costs or risks; empty for nothing
     */
    public record Remedy(String what, List<String> statements, String price) {
        public Remedy {
            statements = List.copyOf(statements);
        }
    }
}
