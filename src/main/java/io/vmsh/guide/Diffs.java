package io.vmsh.guide;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.vmsh.probe.HostFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Differences of texts, for people and for taking them back. */
final class Diffs {
    private static final int CONTEXT = 3;
    private static final String NOTHING = "/dev/null";

    private Diffs() {}

    /** A unified diff, as {@code patch} takes it. */
    static String unified(String host, HostFile before, String after) {
        String path = host + ":" + before.path();
        List<String> old = shown(before.text());
        List<String> lines = UnifiedDiffUtils.generateUnifiedDiff(
                before.exists() ? path : NOTHING, path, old, DiffUtils.diff(old, shown(after)), CONTEXT);
        return String.join("\n", lines);
    }

    /**
     * Takes an edit back from a text that others have edited since: their lines stay.
     *
     * @param after the text as the edit had left it
     * @param before the text as the edit had found it
     * @param now the text as it is
     * @return empty when others have edited the very lines of the edit
     */
    static Optional<String> without(String after, String before, String now) {
        List<String> base = lines(after);
        List<AbstractDelta<String>> own = DiffUtils.diff(base, lines(before)).getDeltas();
        List<AbstractDelta<String>> others = DiffUtils.diff(base, lines(now)).getDeltas();
        if (own.stream().anyMatch(one -> others.stream().anyMatch(other -> overlap(one, other)))) {
            return Optional.empty();
        }
        List<AbstractDelta<String>> all = Stream.concat(own.stream(), others.stream())
                .sorted(Comparator.comparingInt(Diffs::start).thenComparingInt(Diffs::size))
                .toList();
        List<String> merged = new ArrayList<>();
        int next = 0;
        for (AbstractDelta<String> delta : all) {
            merged.addAll(base.subList(next, start(delta)));
            merged.addAll(delta.getTarget().getLines());
            next = start(delta) + size(delta);
        }
        merged.addAll(base.subList(next, base.size()));
        return Optional.of(joined(merged));
    }

    /** Whether two edits of one text touch the same lines; lines put in beside others' do not. */
    private static boolean overlap(AbstractDelta<String> one, AbstractDelta<String> other) {
        return start(one) < start(other) + size(other) && start(other) < start(one) + size(one);
    }

    private static int start(AbstractDelta<String> delta) {
        return delta.getSource().getPosition();
    }

    private static int size(AbstractDelta<String> delta) {
        return delta.getSource().size();
    }

    /** Each with its line break, which only the last may lack. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, next));
            start = next;
        }
        return lines;
    }

    private static String joined(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
            text.append(line);
        }
        return text.toString();
    }

    private static List<String> shown(String text) {
        return text.lines().toList();
    }
}
