package io.vmsh.lab;

import io.vmsh.command.Dialog;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Somebody at the prompt who always consents or never does, and remembers what was said. */
public final class ScriptedDialog implements Dialog {
    private final boolean consent;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private volatile String shown = "";
    private volatile @Nullable Runnable interrupt;

    public ScriptedDialog(boolean consent) {
        this.consent = consent;
    }

    List<String> said() {
        return said;
    }

    /** All that was said, line by line. */
    String saidAll() {
        return String.join("\n", said) + "\n";
    }

    /** The progress line as it was when there last was one. */
    String shown() {
        return shown;
    }

    /** Presses Ctrl-C, once the statement listens to it, and gives this answer to what is asked then. */
    void ctrlC(String answer) {
        OpenHosts.await("somebody who hears Ctrl-C", () -> interrupt != null);
        answers.add(answer);
        Runnable action = interrupt;
        if (action != null) {
            action.run();
        }
    }

    List<String> questions() {
        return questions;
    }

    @Override
    public boolean interactive() {
        return true;
    }

    @Override
    public boolean confirm(String question) {
        questions.add(question);
        return consent;
    }

    @Override
    public @Nullable String ask(String prompt, boolean echo) {
        questions.add(prompt);
        return answers.poll();
    }

    @Override
    public void progress(String line) {
        shown = line.isEmpty() ? shown : line;
    }

    @Override
    public void say(String line) {
        said.add(line);
    }

    @Override
    public void onInterrupt(@Nullable Runnable action) {
        interrupt = action;
    }
}
