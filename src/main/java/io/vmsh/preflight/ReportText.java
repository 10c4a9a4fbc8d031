package io.vmsh.preflight;

import io.vmsh.preflight.Finding.Evidence;
import io.vmsh.preflight.Finding.Remedy;
import io.vmsh.spec.Paragraph;
import io.vmsh.spec.StatementText;
import java.util.ArrayList;
import java.util.List;

/** Reports for people, at most 80 columns wide where that is in our hand. */
public final class ReportText {
    private static final int WIDTH = 80;
    private static final int VERDICT_WIDTH = 9;
    private static final int CHECK_WIDTH = 12;

    private ReportText() {}

    /** One target in full: each check with what it saw, then what to do. */
    public static String of(Guest guest, Report report) {
        StringBuilder text = new StringBuilder();
        text.append("%s to %s: %s%n%n".formatted(guest.name(), report.target(), word(report)));
        for (Finding finding : report.findings()) {
            String check = finding.check();
            for (Evidence seen : finding.evidence()) {
                String front =
                        padded(check, CHECK_WIDTH) + padded(seen.verdict().word(), VERDICT_WIDTH);
                wrap(text, " " + front, seen.sentence());
                check = "";
            }
        }
        remedies(text, report);
        return text.toString();
    }

    private static void remedies(StringBuilder text, Report report) {
        boolean any = false;
        for (Finding finding : report.findings()) {
            String check = finding.check();
            for (Remedy remedy : finding.remedies()) {
                if (!any) {
                    text.append("\nWhat to do:\n");
                    any = true;
                }
                wrap(text, " " + padded(check, CHECK_WIDTH), remedy.what());
                remedy.statements()
                        .forEach(statement -> text.repeat(' ', CHECK_WIDTH + 5)
                                .append(statement)
                                .append('\n'));
                check = "";
            }
        }
    }

    /** Several targets, a row each, the best first. */
    public static String comparing(Guest guest, Way way, List<Report> reports) {
        int width = Math.max(
                6,
                reports.stream()
                        .mapToInt(report -> report.target().length())
                        .max()
                        .orElse(0));
        StringBuilder text = new StringBuilder();
        text.append(' ')
                .append(padded("Target", width + 3))
                .append(padded("Verdict", VERDICT_WIDTH + 1))
                .append("Because\n");
        text.repeat('-', Math.max(width + VERDICT_WIDTH + 15, 40)).append('\n');
        for (Report report : reports) {
            wrap(
                    text,
                    " " + padded(report.target(), width + 3) + padded(word(report), VERDICT_WIDTH + 1),
                    because(report));
        }
        Report best = reports.getFirst();
        if (!best.blocked()) {
            text.append("\nBest: ").append(best.target()).append('\n');
            text.append("  ").append(statement(guest, way, best.target())).append('\n');
        }
        if (best.verdict() != Verdict.OK) {
            text.append("\nAll about one: migrate-check %s --to %s\n"
                    .formatted(StatementText.quote(guest.name()), StatementText.quote(best.target())));
        }
        return text.toString();
    }

    private static String word(Report report) {
        return report.blocked() ? "blocked" : report.verdict().word();
    }

    private static String because(Report report) {
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.BLOCKER, Verdict.UNKNOWN, Verdict.NOTICE)) {
            List<String> checks =
                    report.of(verdict).stream().map(Finding::check).toList();
            if (verdict == Verdict.BLOCKER && checks.contains(Preflight.CONNECTION)) {
                return "blocker: connection: "
                        + report.of(verdict).getFirst().evidence().getFirst().sentence();
            }
            if (!checks.isEmpty()) {
                parts.add(verdict.word() + ": " + String.join(", ", checks));
            }
        }
        return String.join("; ", parts);
    }

    private static String statement(Guest guest, Way way, String target) {
        List<String> words = new ArrayList<>(List.of("migrate"));
        words.addAll(way.words());
        words.add(StatementText.quote(guest.name()));
        words.add(StatementText.quote(target));
        return String.join(" ", words);
    }

    /** Breaks a sentence at blanks, its later lines below the first. */
    private static void wrap(StringBuilder text, String front, String sentence) {
        String before = front;
        for (String line : Paragraph.lines(sentence, WIDTH - front.length())) {
            text.append(before).append(line).append('\n');
            before = " ".repeat(front.length());
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
