package io.vmsh.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameOrderTest {
    @Test
    void comparesBytesButForCapitals() {
        // U+1F600 takes four bytes in UTF-8 and comes last; by UTF-16 it would come before the one in front.
        List<String> inOrder = List.of("", "a", "A1", "a_", "B", "b", "ba", "Z", "Ä", "ä", "\uE000", "\uD83D\uDE00");
        List<String> sorted = new ArrayList<>(inOrder);
        sorted.sort(NameOrder.IGNORING_CASE);
        assertThat(sorted).isEqualTo(inOrder);
        assertThat(NameOrder.IGNORING_CASE.compare("Ä", "ä")).isNegative();
        assertThat(NameOrder.IGNORING_CASE.compare("web", "WEB")).isZero();
    }
}
