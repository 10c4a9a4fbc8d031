package io.vmsh.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/** The terminal that the shell sits on. */
final class Terminals {
    private static final Size USUAL = new Size(80, 24);

    private Terminals() {}

    /** Opens it; Ctrl-C no longer ends the process from here on. */
    static Terminal open() {
        muteIfUnknown(System.getenv("TERM"));
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

    /**
     * JLine knows the usual terminals itself and asks {@code infocmp} for the others. If that fails, it goes on with
     * plain ways, but logs a stack trace first, which would appear on the screen.
     */
    private static void muteIfUnknown(@Nullable String type) {
        if (type != null && InfoCmp.getLoadedInfoCmp(type) == null) {
            Jline.LOGGER.setLevel(Level.OFF);
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

    /** Kept, since a logger that nobody keeps forgets how it was set; apart, since few starts need it. */
    private static final class Jline {
        static final Logger LOGGER = Logger.getLogger("org.jline");
    }
}
