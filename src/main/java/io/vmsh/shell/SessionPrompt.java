package io.vmsh.shell;

import io.vmsh.command.Workspace;
import io.vmsh.session.Session;
import org.jline.utils.AttributedString;
import org.springframework.shell.jline.PromptProvider;

/** The current session and its state: {@code kvm1 # } to change things, {@code >} to look only, {@code !} when lost. */
final class SessionPrompt implements PromptProvider {
    private final Workspace workspace;

    SessionPrompt(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public AttributedString getPrompt() {
        String recording = workspace.recording().isPresent() ? "(recording) " : "";
        return new AttributedString(recording
                + workspace.sessions().current().map(SessionPrompt::prompt).orElse("(none) # "));
    }

    private static String prompt(Session session) {
        return session.name() + sign(session);
    }

    private static String sign(Session session) {
        return switch (session.state()) {
            case LOST -> " ! ";
            case CLOSED, OPEN -> session.readOnly() ? " > " : " # ";
        };
    }
}
