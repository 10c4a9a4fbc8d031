package io.vmsh.command.domain;

import static io.vmsh.spec.Group.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.command.XmlSelection;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainDefinition.XmlFlag;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Spec;
import java.util.Map;

/** Shows a guest's definition. */
final class DumpxmlCommand implements Command {
    private static final Flag INACTIVE = Flag.of("inactive", "what the next start uses, not what runs");
    private static final Flag SECURITY_INFO = Flag.of("security-info", "with passwords");
    private static final Flag UPDATE_CPU = Flag.of("update-cpu", "with the processor that the host gives");
    private static final Flag MIGRATABLE = Flag.of("migratable", "fit to be sent to another host");

    private static final Map<Flag, XmlFlag> FLAGS = Map.of(
            INACTIVE, XmlFlag.INACTIVE,
            SECURITY_INFO, XmlFlag.SECURE,
            UPDATE_CPU, XmlFlag.UPDATE_CPU,
            MIGRATABLE, XmlFlag.MIGRATABLE);

    @Override
    public Spec spec() {
        return Spec.of("dumpxml", DOMAIN, "show the definition of a guest as XML")
                .takes(
                        Guests.ANY,
                        INACTIVE,
                        SECURITY_INFO,
                        UPDATE_CPU,
                        MIGRATABLE,
                        XmlSelection.XPATH,
                        XmlSelection.WRAP)
                .example("dumpxml test --xpath //disk/source", "only where its disks are");
    }

    @Override
    public Result run(Call call) {
        try (Domain domain = call.domain(Guests.ANY)) {
            return XmlSelection.of(call, domain.definition().xml(call.chosen(FLAGS)));
        }
    }
}
