package io.vmsh.command;

import io.vmsh.advice.Problem;
import io.vmsh.hypervisor.GuestConsole;
import io.vmsh.spec.Paragraph;
import org.jspecify.annotations.Nullable;

/** The person at the other end, if there is one: questions, and things shown while a command runs. */
public interface Dialog {
    /** Whether somebody can answer questions. */
    boolean interactive();

    /** Whether there is an answer where consent is asked for: from somebody, or given for everything beforehand. */
    default boolean decides() {
        return interactive();
    }

    /**
     * Asks for consent.
     *
     * @return false when refused, and when nobody can answer
     */
    boolean confirm(String question);

    /**
     * Asks for a word.
     *
     * @param echo whether it may be seen while typed
     * @return null when there is no answer
     */
    @Nullable
    String ask(String prompt, boolean echo);

    /** Replaces the progress line; an empty text takes it away. Dropped where there is no terminal. */
    void progress(String line);

    /** How many characters fit into the progress line. */
    default int columns() {
        return 79;
    }

    /**
     * Shows virsh's own form of progress, on the error stream and as it is; for where there is no terminal for
     * {@link #progress}, and dropped where there is.
     */
    default void meter(String text) {}

    /** Shows a problem that does not end the statement. */
    default void tell(Problem problem) {
        problem.lines().forEach(line -> say("error: " + line));
    }

    /** Says something aside from the result: on the error stream. */
    void say(String line);

    /**
     * Says a sentence of our own, broken between words where the terminal ends. What is set in by four columns or more, as
     * statements to be copied are, stays whole.
     */
    default void explain(String text) {
        int blanks = text.length() - text.stripLeading().length();
        if (blanks >= 4) {
            say(text);
        } else {
            String before = " ".repeat(blanks);
            Paragraph.lines(text, columns() - blanks).forEach(line -> say(before + line));
        }
    }

    /**
     * Joins the terminal to a guest's console, until the key that leaves it is typed or the guest ends.
     *
     * @param greeting shown first, with its line breaks
     */
    default void attach(String greeting, GuestConsole console) {
        throw CommandFailure.of("Cannot run interactive console without a controlling TTY");
    }

    /** Sets what Ctrl-C does while the running command goes on; null for the usual. */
    void onInterrupt(@Nullable Runnable action);
}
