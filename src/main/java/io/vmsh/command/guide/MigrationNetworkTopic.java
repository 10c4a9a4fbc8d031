package io.vmsh.command.guide;

import io.vmsh.command.Call;
import io.vmsh.guide.MigrationNetwork;
import io.vmsh.guide.Sites;
import io.vmsh.guide.Step;
import io.vmsh.session.Session;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Value;
import java.util.List;

/** What guests travel over. */
final class MigrationNetworkTopic implements Topic {
    private static final Opt<String> MIGRATION_NETWORK = Opt.of(
                    "migration-network",
                    Value.TEXT,
                    "migration-network: the network that memory is to take, as 10.1.0.0/24; each host's address in it is"
                            + " told for --migrateuri")
            .named();

    @Override
    public String name() {
        return "migration-network";
    }

    @Override
    public String summary() {
        return "names, ports, clocks, networks and bridges that a live migration needs";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(MIGRATION_NETWORK);
    }

    @Override
    public List<Step> steps(Call call, Sites sites, List<Session> sessions) {
        return new MigrationNetwork(sites, sessions, call.find(MIGRATION_NETWORK)).steps();
    }
}
