package io.vmsh.command;

import org.jspecify.annotations.Nullable;

/** The person at the other end, if there is one: questions, and things shown while a command runs. */
public interface Dialog {
    /** Whether somebody can answer questions. */
    boolean interactive();

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

    /** Says something aside from the result: on the error stream. */
    void say(String line);

    /** Sets what Ctrl-C does while the running command goes on; null for the usual. */
    void onInterrupt(@Nullable Runnable action);
}
