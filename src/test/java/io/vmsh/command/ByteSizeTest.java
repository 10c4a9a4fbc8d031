package io.vmsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.00 B",
        "1023, 1023.00 B",
        "1024, 1.00 KiB",
        "1536, 1.50 KiB",
        // Halves as C rounds them: 1.125 and 1.375 exactly.
        "1152, 1.12 KiB",
        "1408, 1.38 KiB",
        "1048575, 1024.00 KiB",
        "107374182400, 100.00 GiB",
        "1152921504606846976, 1.00 EiB",
        // 64 bits without sign.
        "-1, 16.00 EiB"
    })
    void readsAsPrintfWritesIt(long bytes, String text) {
        assertThat(ByteSize.text(bytes)).isEqualTo(text);
    }
}
