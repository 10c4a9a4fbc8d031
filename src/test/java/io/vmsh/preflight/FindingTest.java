package io.vmsh.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {
    @Test
    void theWorstEvidenceDecidesAndComesFirst() {
        Finding finding =
                new Judgement("storage").ok("a").blocker("b").notice("c").finding();
        assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKER);
        assertThat(Samples.sentences(finding)).containsExactly("b", "c", "a");
    }

    @Test
    void whatIsUnknownIsWorseThanANoticeAndBetterThanABlocker() {
        assertThat(new Judgement("x").notice("a").unknown("b").finding().verdict())
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(new Judgement("x").unknown("a").blocker("b").finding().verdict())
                .isEqualTo(Verdict.BLOCKER);
    }

    @Test
    void theSameIsSaidOnce() {
        Finding finding = new Judgement("x")
                .ok("a")
                .ok("a")
                .remedy("do", "it")
                .remedy("do", "it")
                .finding();
        assertThat(finding.evidence()).hasSize(1);
        assertThat(finding.remedies()).hasSize(1);
    }

    @Test
    void theBestTargetHasTheBestVerdictAndThenTheFewestFlaws() {
        Report clean = report("clean", new Judgement("a").ok("-"), new Judgement("b").ok("-"));
        Report one = report("one", new Judgement("a").notice("-"), new Judgement("b").ok("-"));
        Report two = report("two", new Judgement("a").notice("-"), new Judgement("b").notice("-"));
        Report blocked = report("blocked", new Judgement("a").blocker("-"), new Judgement("b").ok("-"));
        assertThat(List.of(blocked, two, one, clean).stream().sorted(Report.BEST_FIRST))
                .containsExactly(clean, one, two, blocked);
    }

    private static Report report(String target, Judgement... judgements) {
        return new Report(
                target, List.of(judgements).stream().map(Judgement::finding).toList());
    }
}
