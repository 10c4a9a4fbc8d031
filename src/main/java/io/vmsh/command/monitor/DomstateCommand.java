package io.vmsh.command.monitor;

import static io.vmsh.spec.Group.MONITOR;
import static io.vmsh.spec.Value.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainStatus;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Spec;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows the state of one guest. */
final class DomstateCommand implements Command {
    private static final Arg<Address> GUEST = Arg.of("domain", DOMAIN, "name, id or UUID of the guest");
    private static final Flag REASON = Flag.of("reason", "what led to the state, too");

    @Override
    public Spec spec() {
        return Spec.of("domstate", MONITOR, "show the state of a guest")
                .takes(GUEST, REASON)
                .example("domstate test --reason", "running (unknown)");
    }

    @Override
    public boolean glances() {
        return true;
    }

    @Override
    public Result run(Call call) {
        try (Domain domain = call.domain(GUEST)) {
            DomainStatus status = domain.status();
            String state = status.state().label();
            if (!call.has(REASON)) {
                return Result.line("state", state, state);
            }
            Map<String, String> data = new LinkedHashMap<>();
            data.put("state", state);
            data.put("reason", status.reasonLabel());
            return new Result.Document("%s (%s)\n".formatted(state, status.reasonLabel()), data);
        }
    }
}
