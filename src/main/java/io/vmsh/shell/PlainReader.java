package io.vmsh.shell;

import io.vmsh.cli.InputLine;
import io.vmsh.cli.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/**
 * Lines from a terminal that can only scroll. The kernel edits and echoes them, as for any program; JLine's reader for
 * such terminals shows each line twice and does not see Ctrl-D.
 */
final class PlainReader {
    private static final String CONTINUATION = "  > ";

    private final Terminal terminal;
    private final Surroundings surroundings;
    private volatile boolean restarted;

    PlainReader(Terminal terminal, Surroundings surroundings) {
        this.terminal = terminal;
        this.surroundings = surroundings;
    }

    /** Whether a terminal is one of those. */
    static boolean suits(Terminal terminal) {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    /**
     * Reads a line, and those that continue it. Ctrl-C begins anew.
     *
     * @throws EndOfFileException when there are no more
     */
    String readStatement(String prompt) {
        SignalHandler before = terminal.handle(Signal.INT, signal -> restart(prompt));
        try {
            show(prompt);
            restarted = false;
            String text = line();
            while (LineParser.goesOn(text)) {
                show(CONTINUATION);
                restarted = false;
                String more = line();
                text = restarted ? more : text + '\n' + more;
            }
            return text;
        } catch (EndOfFileException noMore) {
            show("\n");
            throw noMore;
        } finally {
            terminal.handle(Signal.INT, before);
        }
    }

    /**
     * Asks for a word.
     *
     * @throws EndOfFileException when there is no answer
     */
    String ask(String question, boolean echo) {
        if (echo) {
            show(question);
            return line();
        }
        return Optional.ofNullable(System.console())
                .map(console -> console.readPassword("%s", question))
                .map(String::new)
                .orElseThrow(EndOfFileException::new);
    }

    /** The kernel has thrown away what was typed. */
    private void restart(String prompt) {
        restarted = true;
        show("\n" + prompt);
    }

    private void show(String text) {
        terminal.writer().print(text);
        terminal.flush();
    }

    private String line() {
        try {
            String line = InputLine.read(surroundings.in());
            if (line == null) {
                throw new EndOfFileException();
            }
            return line;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
