package io.vmsh.command.script;

import io.vmsh.batch.Ending.NotRun;
import io.vmsh.batch.PastRun.Entry;
import io.vmsh.batch.PastRun.Outcome;
import io.vmsh.hypervisor.XmlText;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A run as JUnit XML, which continuous integration shows: a step is a test case. */
final class JunitReport {
    private JunitReport() {}

    /**
     * The document.
     *
     * @param name of the run
     * @param notRun steps that were not begun
     */
    static String of(String name, Instant started, List<Entry> entries, List<NotRun> notRun) {
        long failed = entries.stream().filter(entry -> !entry.finished()).count();
        long skipped = notRun.size()
                + entries.stream()
                        .filter(entry -> entry.outcome() == Outcome.SKIPPED)
                        .count();
        Duration total =
                entries.stream().map(Entry::took).filter(Objects::nonNull).reduce(Duration.ZERO, Duration::plus);
        Object[] sums = {
            "name",
            safe(name),
            "tests",
            entries.size() + notRun.size(),
            "failures",
            failed,
            "errors",
            0,
            "skipped",
            skipped,
            "time",
            seconds(total),
            "timestamp",
            JournalText.time(started).replace("Z", "")
        };
        XmlText xml = new XmlText();
        xml.open("testsuites", Arrays.copyOf(sums, sums.length - 2)).open("testsuite", sums);
        entries.forEach(entry -> testCase(xml, name, entry));
        notRun.forEach(step -> xml.open(
                        "testcase",
                        "name",
                        safe(step.step().number() + ": " + step.step().text()),
                        "classname",
                        safe(name),
                        "time",
                        seconds(Duration.ZERO))
                .empty("skipped", "message", "not run")
                .close());
        return "<?xml version='1.0' encoding='UTF-8'?>\n" + xml.close().close();
    }

    private static void testCase(XmlText xml, String name, Entry entry) {
        String host = entry.step().host();
        xml.open(
                "testcase",
                "name",
                safe(entry.step().key() + ": " + entry.step().text()),
                "classname",
                safe(host == null ? name : name + "." + host),
                "time",
                seconds(Objects.requireNonNullElse(entry.took(), Duration.ZERO)));
        String messages = safe(String.join("\n", entry.messages()));
        if (entry.outcome() == Outcome.SKIPPED) {
            xml.empty("skipped", "message", messages);
        } else if (!entry.finished()) {
            xml.empty("failure", "type", JournalText.outcome(entry), "message", messages);
        }
        xml.close();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }

    /** Without the characters that no XML document may hold. */
    private static String safe(String text) {
        return text.replaceAll("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
