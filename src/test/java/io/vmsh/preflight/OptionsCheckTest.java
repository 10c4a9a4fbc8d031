package io.vmsh.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.preflight.Way.Option;
import io.vmsh.preflight.Way.Value;
import org.junit.jupiter.api.Test;

class OptionsCheckTest {
    @Test
    void theUsualWaysGoTogether() {
        assertThat(judge(Way.LIVE)).isEqualTo(Verdict.OK);
        assertThat(judge(Way.OFFLINE)).isEqualTo(Verdict.OK);
        assertThat(judge(Way.of(Option.TUNNELLED, Option.FROM_SOURCE))).isEqualTo(Verdict.OK);
        assertThat(judge(Way.LIVE.with(Value.MIGRATION_URI, "tcp://10.0.0.2"))).isEqualTo(Verdict.OK);
    }

    @Test
    void whatLibvirtRefusesIsFoundBefore() {
        assertThat(judge(Way.of(Option.OFFLINE))).isEqualTo(Verdict.BLOCKER);
        assertThat(judge(Way.OFFLINE.with(Option.COPY_STORAGE))).isEqualTo(Verdict.BLOCKER);
        assertThat(judge(Way.of(Option.TUNNELLED))).isEqualTo(Verdict.BLOCKER);
        assertThat(judge(Way.of(Option.TUNNELLED, Option.FROM_SOURCE, Option.COPY_STORAGE)))
                .isEqualTo(Verdict.BLOCKER);
        assertThat(judge(Way.of(Option.TUNNELLED, Option.FROM_SOURCE, Option.PARALLEL)))
                .isEqualTo(Verdict.BLOCKER);
        assertThat(judge(Way.of(Option.DIRECT))).isEqualTo(Verdict.BLOCKER);
        assertThat(judge(Way.of(Option.ZEROCOPY))).isEqualTo(Verdict.BLOCKER);
        assertThat(judge(Way.LIVE.with(Value.MIGRATION_URI, "10.0.0.2"))).isEqualTo(Verdict.BLOCKER);
        assertThat(judge(Way.LIVE.with(Value.MIGRATION_URI, "http://kvm2"))).isEqualTo(Verdict.BLOCKER);
    }

    private static Verdict judge(Way way) {
        return new OptionsCheck().judge(new OptionsCheck.Facts(way, "QEMU")).verdict();
    }
}
