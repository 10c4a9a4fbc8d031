package io.vmsh.command.migration;

import io.vmsh.command.Result;
import io.vmsh.recovery.Copy;
import io.vmsh.recovery.Recovery;
import io.vmsh.recovery.Sight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was found of a guest on all sides, as text and as data. */
final class RecoveryText {
    private RecoveryText() {}

    static Result of(String guest, List<Sight> sights, Recovery recovery) {
        return new Result.Document(text(sights, recovery), data(guest, sights, recovery));
    }

    private static String text(List<Sight> sights, Recovery recovery) {
        StringBuilder text = new StringBuilder(recovery.headline()).append("\n\n");
        List<List<String>> rows = sights.stream().map(RecoveryText::row).toList();
        List<Integer> widths = IntStream.range(0, rows.getFirst().size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        for (List<String> row : rows) {
            String line = IntStream.range(0, row.size())
                    .mapToObj(column -> row.get(column)
                            + " ".repeat(widths.get(column) - row.get(column).length()))
                    .collect(Collectors.joining("   "));
            text.append("  ").append(line.stripTrailing()).append('\n');
        }
        if (!recovery.facts().isEmpty()) {
            text.append('\n').append(AdviceText.facts(recovery.facts()));
        }
        int steps = recovery.steps().size();
        if (steps > 0) {
            text.append("\nSteps, in this order:\n").append(AdviceText.remedies(recovery.steps(), 1));
        }
        if (!recovery.choices().isEmpty()) {
            text.append("\nFor you to decide:\n").append(AdviceText.remedies(recovery.choices(), steps + 1));
        }
        return text.toString();
    }

    private static List<String> row(Sight sight) {
        String state =
                !sight.answers() ? "no answer" : sight.copy().map(Copy::words).orElse("not known there");
        String definition = sight.copy()
                .map(copy -> copy.defined() ? copy.saved() ? "defined, saved" : "defined" : "not defined")
                .orElse("");
        String job = sight.copy()
                .flatMap(Copy::job)
                .map(operation -> operation.label().toLowerCase(Locale.ROOT))
                .orElse("");
        String process = sight.processes()
                .map(numbers -> numbers.isEmpty()
                        ? "no process"
                        : "process " + numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")))
                .orElse("processes not seen");
        String lock = sight.locked().isEmpty() ? "" : "holds the lock";
        return List.of(sight.session(), state, definition, process, lock, job);
    }

    private static Map<String, Object> data(String guest, List<Sight> sights, Recovery recovery) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("guest", guest);
        data.put(
                "uuid",
                sights.stream()
                        .flatMap(sight -> sight.copy().stream())
                        .map(Copy::uuid)
                        .findFirst()
                        .orElse(null));
        data.put("situation", recovery.situation().word());
        data.put("well", recovery.situation().well());
        data.put("headline", recovery.headline());
        List<Object> hosts = new ArrayList<>();
        sights.forEach(sight -> hosts.add(host(sight)));
        data.put("hosts", hosts);
        data.put("facts", recovery.facts());
        data.put("steps", AdviceText.data(recovery.steps(), 1));
        data.put("choices", AdviceText.data(recovery.choices(), recovery.steps().size() + 1));
        return data;
    }

    private static Map<String, Object> host(Sight sight) {
        Map<String, Object> host = new LinkedHashMap<>();
        host.put("session", sight.session());
        host.put("answers", sight.answers());
        host.put("refusal", sight.answers() ? null : sight.refusal());
        host.put(
                "state", sight.copy().map(copy -> copy.status().state().label()).orElse(null));
        host.put("reason", sight.copy().map(copy -> copy.status().reasonLabel()).orElse(null));
        host.put("defined", sight.copy().map(Copy::defined).orElse(null));
        host.put("job", sight.copy().flatMap(Copy::job).map(job -> job.label()).orElse(null));
        host.put("processes", sight.processes().orElse(null));
        host.put("locked", sight.locked());
        return host;
    }
}
