package io.vmsh.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;

/** The terminal that the shell sits on. */
final class Terminals {
    private static final Size USUAL = new Size(80, 24);

    private Terminals() {}

    /** Opens it; Ctrl-C no longer ends the process from here on. */
    static Terminal open() {
        try {
            Terminal terminal = build();
            if (terminal.getWidth() <= 0 || terminal.getHeight() <= 0) {
                // A serial line does not know its size, and nothing can be laid out in no columns.
                terminal.setSize(USUAL);
            }
            terminal.handle(Terminal.Signal.INT, signal -> {});
            if (PlainReader.suits(terminal)) {
                // JLine leaves the signals of such a terminal alone.
                Signals.register("INT", () -> terminal.raise(Terminal.Signal.INT));
            }
            return terminal;
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /** JLine would try five ways to reach the terminal and load them all; the first one here is the fastest to start. */
    private static Terminal build() throws IOException {
        try {
            return build("jni");
        } catch (IllegalStateException noSuchLibrary) {
            return build("ffm");
        }
    }

    private static Terminal build(String provider) throws IOException {
        return TerminalBuilder.builder()
                .name("vmsh")
                .system(true)
                .provider(provider)
                .dumb(false)
                .build();
    }
}
