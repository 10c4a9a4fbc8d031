package io.vmsh.shell;

import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import java.util.stream.Collectors;

/** Two lines to begin with. */
final class Banner {
    private final Screen screen;
    private final Sessions sessions;

    Banner(Screen screen, Sessions sessions) {
        this.screen = screen;
        this.sessions = sessions;
    }

    void show() {
        String version = Banner.class.getPackage().getImplementationVersion();
        screen.banner("vmsh %s: TAB completes, 'help' explains, 'quit' leaves"
                .formatted(version == null ? "" : version)
                .replace(" :", ":"));
        screen.banner(
                sessions.all().isEmpty()
                        ? "no session yet: 'connect URI' opens one"
                        : "sessions: "
                                + sessions.all().stream().map(Session::name).collect(Collectors.joining(", ")));
    }
}
