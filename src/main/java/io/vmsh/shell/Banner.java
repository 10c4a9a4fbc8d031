package io.vmsh.shell;

import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import java.util.List;

/** Two lines to begin with. */
final class Banner {
    private static final int MOST = 6;

    private Banner() {}

    static List<String> lines(Sessions sessions) {
        String version = Banner.class.getPackage().getImplementationVersion();
        return List.of(
                "vmsh%s: TAB completes, 'help' explains, 'quit' leaves".formatted(version == null ? "" : " " + version),
                sessions(sessions.all().stream().map(Session::name).toList()));
    }

    private static String sessions(List<String> names) {
        if (names.isEmpty()) {
            return "no session yet: 'connect URI' opens one";
        }
        int more = names.size() - MOST;
        String first = String.join(", ", names.subList(0, Math.min(names.size(), MOST)));
        return "sessions: " + first + (more > 0 ? " and %d more, see 'sessions'".formatted(more) : "");
    }
}
