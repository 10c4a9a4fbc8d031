package io.vmsh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void isPublic() {
        assertThat(Main.class).isPublic();
    }
}
