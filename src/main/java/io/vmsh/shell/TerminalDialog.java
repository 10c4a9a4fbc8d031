package io.vmsh.shell;

import io.vmsh.advice.Problem;
import io.vmsh.cli.ConsoleTraffic;
import io.vmsh.cli.Surroundings;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Dialog;
import io.vmsh.hypervisor.GuestConsole;
import io.vmsh.render.Format;
import io.vmsh.render.Printers;
import io.vmsh.render.Theme;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingInputStream;
import org.jline.utils.WCWidth;
import org.jspecify.annotations.Nullable;

/**
 * The person at the terminal. Questions may come from any thread while a statement runs; at the prompt, and from a
 * statement that was left behind, there is nobody to answer.
 */
final class TerminalDialog implements Dialog {
    /** Columns that progress leaves free: for the {@code ^C} of the terminal, which else would break the line. */
    private static final int ROOM_BEHIND = 3;

    private final Terminal terminal;
    private final Surroundings surroundings;
    /** The key that leaves a console, as it is given with {@code -e}. */
    private final String escape;

    private final PlainReader plain;
    private final ReentrantLock question = new ReentrantLock();
    private @Nullable LineReader prompt;
    private @Nullable LineReader questions;
    private volatile @Nullable Runnable interruptAction;
    private volatile boolean atPrompt;
    private volatile boolean asking;
    private int progressWidth;

    TerminalDialog(Terminal terminal, Surroundings surroundings, String escape) {
        this.escape = escape;
        this.terminal = terminal;
        this.surroundings = surroundings;
        this.plain = new PlainReader(terminal, surroundings);
    }

    /** What reads lines where the terminal can only scroll. */
    PlainReader plainReader() {
        return plain;
    }

    /** Tells which reader shows the prompt, so that things said meanwhile appear above it. */
    void readsWith(LineReader reader) {
        prompt = reader;
    }

    void atPrompt(boolean now) {
        atPrompt = now;
    }

    /** What Ctrl-C is to do instead of cancelling the statement, if the statement has set it. */
    @Nullable
    Runnable interruptAction() {
        return interruptAction;
    }

    @Override
    public boolean interactive() {
        return !isNobodyThere();
    }

    @Override
    public boolean confirm(String text) {
        String answer = ask(text + " [y/N] ", true);
        return answer != null
                && (answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes"));
    }

    @Override
    public @Nullable String ask(String text, boolean echo) {
        if (isNobodyThere()) {
            return null;
        }
        question.lock();
        try {
            progress("");
            asking = true;
            return read(text, echo);
        } catch (UserInterruptException | EndOfFileException noAnswer) {
            return null;
        } finally {
            asking = false;
            question.unlock();
        }
    }

    private String read(String text, boolean echo) {
        if (PlainReader.suits(terminal)) {
            return plain.ask(text, echo);
        }
        LineReader reader = questions == null ? newReader() : questions;
        questions = reader;
        return echo ? reader.readLine(text) : reader.readLine(text, (char) 0);
    }

    private LineReader newReader() {
        return LineReaderBuilder.builder()
                .terminal(terminal)
                .variable(LineReader.DISABLE_COMPLETION, true)
                .variable(LineReader.DISABLE_HISTORY, true)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
    }

    @Override
    public void attach(String greeting, GuestConsole console) {
        terminal.writer().print(greeting + ConsoleTraffic.greeting(escape));
        terminal.flush();
        Attributes before = terminal.enterRawMode();
        try {
            Attributes raw = new Attributes(terminal.getAttributes());
            raw.setLocalFlag(LocalFlag.ISIG, false);
            raw.setOutputFlag(OutputFlag.OPOST, false);
            terminal.setAttributes(raw);
            NonBlockingInputStream keys = (NonBlockingInputStream) terminal.input();
            ConsoleTraffic.carry(console, keys::read, terminal.output(), escape);
        } catch (IOException failure) {
            throw CommandFailure.of("The terminal is gone: %s", String.valueOf(failure.getMessage()));
        } finally {
            terminal.setAttributes(before);
        }
    }

    @Override
    public synchronized void progress(String line) {
        if (atPrompt || asking || StatementThread.isLeftBehind()) {
            return;
        }
        String text = new AttributedString(line.replace('\n', ' '))
                .columnSubSequence(0, columns())
                .toString();
        if (text.isEmpty() && progressWidth == 0) {
            return;
        }
        int columns =
                text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
        StringBuilder screen = new StringBuilder("\r").append(text);
        String rest = terminal.getStringCapability(Capability.clr_eol);
        if (rest == null && columns < progressWidth) {
            screen.repeat(' ', progressWidth - columns);
        }
        terminal.writer().print(screen);
        if (rest != null) {
            terminal.puts(Capability.clr_eol);
        }
        if (text.isEmpty()) {
            terminal.writer().print('\r');
        }
        terminal.flush();
        progressWidth = columns;
    }

    @Override
    public int columns() {
        return terminal.getWidth() > ROOM_BEHIND ? terminal.getWidth() - ROOM_BEHIND : 79;
    }

    @Override
    public void say(String line) {
        LineReader reader = prompt;
        if (atPrompt && reader != null && !PlainReader.suits(terminal)) {
            reader.printAbove(line);
            return;
        }
        progress("");
        surroundings.out().flush();
        surroundings.err().print(line + "\n");
        surroundings.err().flush();
    }

    @Override
    public void tell(Problem problem) {
        progress("");
        Theme theme = Theme.of("auto", surroundings.terminals().err(), surroundings.environment());
        surroundings.out().flush();
        surroundings
                .err()
                .print(Printers.problems(Format.TABLE, theme, terminal.getWidth())
                        .print(problem));
        surroundings.err().flush();
    }

    @Override
    public void onInterrupt(@Nullable Runnable action) {
        if (!StatementThread.isLeftBehind()) {
            interruptAction = action;
        }
    }

    /** Leaves the line on which the terminal has put a {@code ^C}, unless progress was there, which goes. */
    synchronized void endLine() {
        if (progressWidth > 0) {
            progress("");
        } else {
            terminal.writer().print("\n");
            terminal.flush();
        }
    }

    private boolean isNobodyThere() {
        return atPrompt || StatementThread.isLeftBehind();
    }
}
