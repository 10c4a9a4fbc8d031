package io.vmsh.command.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.batch.Ending.NotRun;
import io.vmsh.batch.JournalStep;
import io.vmsh.batch.PastRun.Entry;
import io.vmsh.batch.PastRun.Outcome;
import io.vmsh.batch.Place;
import io.vmsh.batch.Step;
import io.vmsh.spec.Effect;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;

class JunitReportTest {
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00.250Z");

    @Test
    void hasTheFormThatOthersRead() throws Exception {
        List<Entry> entries = List.of(
                entry("1", "kvm1", Outcome.DONE, "start web1"),
                entry("2", null, Outcome.SKIPPED, "echo <&>\"'\n", "found done"),
                entry("3@kvm1", "kvm1", Outcome.FAILED, "destroy web1", "Failed", "it said \u0001 & <b>"),
                entry("4", "kvm1", null, "list"));
        NotRun notRun = new NotRun(
                new Step(
                        5,
                        new Place("x.vmsh", 5, 1, 4, "list"),
                        0,
                        List.of(),
                        Effect.READS,
                        "list",
                        List.of(),
                        List.of(),
                        false,
                        null),
                List.of());

        String report = JunitReport.of("nightly", NOON, entries, List.of(notRun));

        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(getClass().getResource("/junit-report.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(report)));
        assertThat(report)
                .contains("tests='5' failures='2' errors='0' skipped='2' time='0.750' timestamp='2026-03-14T12:00:00'")
                .contains("<testcase name='1: start web1' classname='nightly.kvm1' time='0.250'>")
                .contains("<failure type='failed' message='Failed&#10;it said \uFFFD &amp; &lt;b&gt;'/>")
                .contains("<failure type='cut'")
                .contains("<skipped message='not run'/>");
    }

    private static Entry entry(String key, String host, Outcome outcome, String text, String... messages) {
        Duration took = outcome == null ? null : Duration.ofMillis(250);
        return new Entry(new JournalStep(key, text, host, true), NOON, outcome, took, List.of(messages));
    }
}
