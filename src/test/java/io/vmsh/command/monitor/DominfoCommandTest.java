package io.vmsh.command.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DominfoCommandTest {
    @Test
    void roundsTimeAsPrintfDoes() {
        Random random = new Random(1);
        LongStream nearTies = LongStream.range(-20_000, 20_000).map(i -> 12_350_000_000L + i);
        LongStream any = random.longs(20_000, 0, 30_000_000_000_000_000L);
        assertThat(LongStream.concat(nearTies, any))
                .allSatisfy(nanos -> assertThat(DominfoCommand.seconds(nanos))
                        .isEqualTo(new BigDecimal(nanos / 1e9).setScale(1, RoundingMode.HALF_EVEN) + "s"));
    }
}
