package io.vmsh.command.migration;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainDefinition.XmlFlag;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.EnumSet;

/** Gives a transient guest a definition, so that it is still known after it stops. */
final class PersistCommand implements Command {
    private static final Arg<Address> DOMAIN =
            Arg.of("domain", Value.DOMAIN.in("running", "paused"), "name, id or UUID of the guest");

    @Override
    public Spec spec() {
        return Spec.of("persist", Group.MIGRATION, "keep a guest that would be gone when it stops")
                .takes(DOMAIN)
                .effect(Effect.CHANGES)
                .describedAs(
                        "A guest that was migrated without --persistent is transient on its new host. This defines it"
                                + " there as it runs now.")
                .example("persist kvm2/web1", "web1 is defined now, and stays when it stops");
    }

    @Override
    public Result run(Call call) {
        try (Domain guest = call.domain(DOMAIN)) {
            if (guest.definition().persistent()) {
                return Result.done("%s is defined already", guest.name());
            }
            String xml = guest.definition().xml(EnumSet.of(XmlFlag.INACTIVE, XmlFlag.SECURE));
            call.hypervisor().domains().define(xml, false).close();
            return Result.done("%s is defined now, and stays when it stops", guest.name());
        }
    }
}
