package io.vmsh.command.snapshot;

import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.Snapshot;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Value;
import java.util.Optional;

/** The snapshot that a statement names, or the current one. */
final class ChosenSnapshot {
    static final Arg<Address> DOMAIN = Arg.of("domain", Value.DOMAIN, "name, id or UUID of the guest");
    static final Flag CURRENT = Flag.of("current", "the one that the guest's state is based on");

    private ChosenSnapshot() {}

    /** The caller closes it. */
    static Snapshot of(Call call, Domain domain, Opt<String> option) {
        Optional<String> name = call.find(option);
        if (name.isPresent() && call.has(CURRENT)) {
            throw CommandFailure.of("--%s and --current are mutually exclusive", option.name());
        }
        if (name.isPresent()) {
            return domain.snapshots().find(name.get());
        }
        if (call.has(CURRENT)) {
            return domain.snapshots().current();
        }
        throw CommandFailure.of("--%s or --current is required", option.name());
    }
}
