package io.vmsh.command.network;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Field;
import io.vmsh.command.YesOrNo;
import io.vmsh.hypervisor.Network;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.util.ArrayList;
import java.util.List;

/** Shows the basics of one network. */
final class NetInfoCommand implements Command {
    private static final int LABEL_WIDTH = 16;

    @Override
    public Spec spec() {
        return Spec.of("net-info", Group.NETWORK, "show the basics of a network")
                .takes(NetworkArguments.ANY)
                .example("net-info default", "its state, and the bridge it uses");
    }

    @Override
    public boolean glances() {
        return true;
    }

    @Override
    public Result run(Call call) {
        try (Network network = NetworkArguments.network(call, NetworkArguments.ANY)) {
            List<Field> fields = new ArrayList<>();
            fields.add(Field.of("Name", "name", network.name()));
            fields.add(Field.of("UUID", "uuid", network.uuid()));
            fields.add(YesOrNo.field("Active", "active", network::active, "unknown"));
            fields.add(YesOrNo.field("Persistent", "persistent", network::persistent, "unknown"));
            fields.add(YesOrNo.field("Autostart", "autostart", network::autostart, "no autostart"));
            String bridge = network.bridge();
            if (bridge != null) {
                fields.add(Field.of("Bridge", "bridge", bridge));
            }
            return new Result.Fields(fields, LABEL_WIDTH);
        }
    }
}
