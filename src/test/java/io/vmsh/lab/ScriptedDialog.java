package io.vmsh.lab;

import io.vmsh.command.Dialog;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Somebody at the prompt who always gives the same answer, and remembers what was said. */
final class ScriptedDialog implements Dialog {
    private final boolean consent;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> questions = new CopyOnWriteArrayList<>();

    ScriptedDialog(boolean consent) {
        this.consent = consent;
    }

    List<String> said() {
        return said;
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
        return null;
    }

    @Override
    public void progress(String line) {}

    @Override
    public void say(String line) {
        said.add(line);
    }

    @Override
    public void onInterrupt(@Nullable Runnable action) {}
}
