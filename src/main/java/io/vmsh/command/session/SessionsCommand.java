package io.vmsh.command.session;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import io.vmsh.session.Session;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.util.List;
import java.util.Locale;

/** Lists the sessions. */
final class SessionsCommand implements Command {
    @Override
    public Spec spec() {
        return Spec.of("sessions", Group.SESSION, "list sessions with their states")
                .local()
                .describedAs("The current one, which statements go to, is marked with a star.")
                .example("sessions", "names, states and URIs")
                .example("sessions --output json", "the same for programs");
    }

    @Override
    public Result run(Call call) {
        Session current = call.workspace().sessions().current().orElse(null);
        Result.RowsBuilder rows = Result.rows(
                new Column("", "current"),
                new Column("Name", "name"),
                new Column("State", "state"),
                new Column("Access", "access"),
                new Column("Tags", "tags"),
                new Column("URI", "uri"));
        for (Session session : call.workspace().sessions().all()) {
            boolean isCurrent = session.equals(current);
            String uri = session.request().uri();
            rows.row(
                    Cell.of(isCurrent ? "*" : "", isCurrent),
                    Cell.of(session.name()),
                    Cell.of(session.state().name().toLowerCase(Locale.ROOT)),
                    Cell.of(session.readOnly() ? "read-only" : "full"),
                    Cell.of(String.join(",", session.tags()), List.copyOf(session.tags())),
                    Cell.of(uri == null ? "(libvirt's default)" : uri, uri));
        }
        return rows.table();
    }
}
