package io.vmsh.preflight;

import java.util.Comparator;
import java.util.List;

/**
 * All findings about one target, in the order of the checks.
 *
 * @param target the session's name
 */
public record Report(String target, List<Finding> findings) {
    /** From the one to move to down to the one to keep away from; equal ones stay in their order. */
    public static final Comparator<Report> BEST_FIRST = Comparator.comparing(Report::verdict)
            .thenComparingInt(report -> report.count(Verdict.BLOCKER))
            .thenComparingInt(report -> report.count(Verdict.UNKNOWN))
            .thenComparingInt(report -> report.count(Verdict.NOTICE));

    public Report {
        findings = List.copyOf(findings);
    }

    /** The worst of its findings. */
    public Verdict verdict() {
        return findings.stream().map(Finding::verdict).reduce(Verdict.OK, Verdict::and);
    }

    public boolean blocked() {
        return verdict() == Verdict.BLOCKER;
    }

    /** The findings of one verdict. */
    public List<Finding> of(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).toList();
    }

    private int count(Verdict verdict) {
        return of(verdict).size();
    }
}
