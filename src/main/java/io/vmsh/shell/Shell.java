package io.vmsh.shell;

import io.vmsh.cli.ErrorLog;
import io.vmsh.cli.Setup;
import io.vmsh.cli.StatementOutput;
import io.vmsh.command.Workspace;
import io.vmsh.hypervisor.CloseReason;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.session.StateFolder;
import java.time.Duration;
import org.springframework.context.support.GenericApplicationContext;

/** The shell, for somebody at a terminal. */
public final class Shell {
    /** The prompt comes first; what is opened behind it would only slow it down. */
    private static final Duration HEAD_START = Duration.ofMillis(50);
    /** A host that does not answer keeps nobody from leaving. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private Shell() {}

    /**
     * Reads and runs statements until the person leaves.
     *
     * @return the exit code: as in virsh, leaving a shell is no failure
     */
    public static int run(Setup setup, StatementOutput output) {
        ErrorLog log = new ErrorLog(new StateFolder(setup.surroundings().environment()));
        Thread.setDefaultUncaughtExceptionHandler((thread, mistake) -> log.write(thread.getName(), mistake));
        try (GenericApplicationContext context = ShellContext.of(setup, output)) {
            Sessions sessions = context.getBean(Workspace.class).sessions();
            TerminalDialog dialog = context.getBean(TerminalDialog.class);
            if (!setup.options().quiet()) {
                Banner.lines(sessions).forEach(dialog::say);
            }
            sessions.onLost((session, reason) -> tell(dialog, session, reason));
            aside("opening", () -> open(sessions));
            context.getBean(StatementRunner.class).run(new String[0]);
            close(sessions);
            return 0;
        }
    }

    /** Opens the current session, so that its first statement need not wait; whatever is wrong, that statement tells. */
    private static void open(Sessions sessions) {
        try {
            Thread.sleep(HEAD_START);
            sessions.current().ifPresent(Session::ifQuiet);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(TerminalDialog dialog, Session session, CloseReason reason) {
        if (reason != CloseReason.CLIENT) {
            dialog.say("session %s is lost (%s); its next statement opens it anew"
                    .formatted(session.name(), reason.label()));
        }
    }

    private static void close(Sessions sessions) {
        try {
            aside("closing", sessions::close).join(FAREWELL);
        } catch (InterruptedException inHaste) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread aside(String name, Runnable action) {
        return Thread.ofPlatform().daemon().name(name).start(action);
    }
}
