package io.vmsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.hypervisor.GuestConsole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

/** A guest that says back what it is told, and ends when it is told {@code !}. */
class ConsoleTrafficTest {
    private static final class EchoingGuest implements GuestConsole {
        private final Deque<Byte> pending = new ArrayDeque<>();
        private boolean ended;

        @Override
        public int read(byte[] buffer) {
            if (pending.isEmpty()) {
                return ended ? -1 : 0;
            }
            buffer[0] = pending.remove();
            return 1;
        }

        @Override
        public void write(byte[] bytes, int count) {
            for (int i = 0; i < count; i++) {
                pending.add(bytes[i]);
                ended |= bytes[i] == '!';
            }
        }

        @Override
        public void close() {}
    }

    private static String typed(String keys, String escape) throws IOException {
        Deque<Integer> bytes = new ArrayDeque<>();
        for (byte b : keys.getBytes(StandardCharsets.UTF_8)) {
            bytes.add(b & 0xff);
            bytes.add(ConsoleTraffic.NO_KEY);
        }
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        ConsoleTraffic.carry(new EchoingGuest(), millis -> bytes.isEmpty() ? -1 : bytes.remove(), screen, escape);
        return screen.toString(StandardCharsets.UTF_8);
    }

    @Test
    void allKeysGoToTheGuestButTheOneThatLeaves() throws IOException {
        assertThat(typed("ü\u0003\u001dmore", "^]")).isEqualTo("ü\u0003");
        assertThat(typed("a\u001d\u0018more", "^x")).isEqualTo("a\u001d");
        assertThat(typed("a~more", "~")).isEqualTo("a");
    }

    @Test
    void theGuestsEndAndTheTerminalsEndLeave() throws IOException {
        assertThat(typed("a!more", "^]")).isEqualTo("a!");
        assertThat(typed("a", "^]")).isEqualTo("a");
    }

    @Test
    void theGreetingNamesTheKey() {
        assertThat(ConsoleTraffic.greeting("^]")).isEqualTo("Escape character is ^] (Ctrl + ])\n");
        assertThat(ConsoleTraffic.greeting("~")).isEqualTo("Escape character is ~\n");
    }
}
