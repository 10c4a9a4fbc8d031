package io.vmsh.shell;

import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.springframework.shell.jline.JLineInputProvider;
import org.springframework.shell.jline.PromptProvider;

/** Reads lines at the prompt. Ctrl-C gives up the line, Ctrl-D on an empty one the shell. */
final class StatementInput extends JLineInputProvider {
    private final PromptProvider prompt;
    private final TerminalDialog dialog;

    StatementInput(LineReader reader, PromptProvider prompt, TerminalDialog dialog) {
        super(reader);
        setPromptProvider(prompt);
        this.prompt = prompt;
        this.dialog = dialog;
    }

    /**
     * The next line, empty when it was given up.
     *
     * @throws EndOfFileException when there are no more
     */
    @Override
    public String readInput() {
        dialog.atPrompt(true);
        try {
            return PlainReader.suits(getLineReader().getTerminal())
                    ? dialog.plainReader().readStatement(prompt.getPrompt().toString())
                    : super.readInput();
        } catch (UserInterruptException givenUp) {
            return "";
        } finally {
            dialog.atPrompt(false);
        }
    }
}
