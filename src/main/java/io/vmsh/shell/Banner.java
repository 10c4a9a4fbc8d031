package io.vmsh.shell;

import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import java.util.List;
import java.util.stream.Collectors;

/** Two lines to begin with. */
final class Banner {
    private Banner() {}

    static List<String> lines(Sessions sessions) {
        String version = Banner.class.getPackage().getImplementationVersion();
        return List.of(
                "vmsh%s: TAB completes, 'help' explains, 'quit' leaves".formatted(version == null ? "" : " " + version),
                sessions.all().isEmpty()
                        ? "no session yet: 'connect URI' opens one"
                        : "sessions: "
                                + sessions.all().stream().map(Session::name).collect(Collectors.joining(", ")));
    }
}
