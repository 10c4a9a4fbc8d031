package io.vmsh.command.monitor;

import static io.vmsh.spec.Group.MONITOR;
import static io.vmsh.spec.Value.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Field;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainInfo;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Spec;
import java.util.List;

/** Shows the basics of one guest. */
final class DominfoCommand implements Command {
    private static final Arg<Address> GUEST = Arg.of("domain", DOMAIN, "name, id or UUID of the guest");

    @Override
    public Spec spec() {
        return Spec.of("dominfo", MONITOR, "show the basics of a guest")
                .takes(GUEST)
                .example("dominfo test", "its id, state, processors and memory");
    }

    @Override
    public Result run(Call call) {
        try (Domain domain = call.domain(GUEST)) {
            DomainInfo info = domain.info();
            return new Result.Fields(
                    List.of(
                            Field.of("Id", "id", domain.id() < 0 ? "-" : "" + domain.id()),
                            Field.of("Name", "name", domain.name()),
                            Field.of("State", "state", info.state().label())),
                    16);
        }
    }
}
