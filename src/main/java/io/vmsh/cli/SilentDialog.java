package io.vmsh.cli;

import io.vmsh.command.Dialog;
import org.jspecify.annotations.Nullable;

/** Nobody to talk to: questions are answered with no. */
public final class SilentDialog implements Dialog {
    @Override
    public boolean interactive() {
        return false;
    }

    @Override
    public boolean confirm(String question) {
        return false;
    }

    @Override
    public @Nullable String ask(String prompt, boolean echo) {
        return null;
    }

    @Override
    public void progress(String line) {}

    @Override
    public void say(String line) {}

    @Override
    public void onInterrupt(@Nullable Runnable action) {}
}
