package io.vmsh.command.monitor;

import static io.vmsh.spec.Group.MONITOR;
import static io.vmsh.spec.Value.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import io.vmsh.command.Result.RowsBuilder;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainDefinition.XmlFlag;
import io.vmsh.hypervisor.GuestDisk;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Spec;
import java.util.Map;
import java.util.Set;

/** Lists the disks and drives of a guest. */
final class DomblklistCommand implements Command {
    private static final Arg<Address> GUEST = Arg.of("domain", DOMAIN, "name, id or UUID of the guest");
    private static final Flag INACTIVE = Flag.of("inactive", "those that the next start uses");
    private static final Flag DETAILS = Flag.of("details", "types and kinds of devices, too");
    private static final Column TARGET = new Column("Target", "target");
    private static final Column SOURCE = new Column("Source", "source");

    @Override
    public Spec spec() {
        return Spec.of("domblklist", MONITOR, "list the disks and drives of a guest")
                .takes(GUEST, INACTIVE, DETAILS)
                .example("domblklist test --details", "their types, names in the guest, and where they are kept");
    }

    @Override
    public boolean glances() {
        return true;
    }

    @Override
    public Result run(Call call) {
        try (Domain domain = call.domain(GUEST)) {
            boolean details = call.has(DETAILS);
            RowsBuilder rows = details
                    ? Result.rows(new Column("Type", "type"), new Column("Device", "device"), TARGET, SOURCE)
                    : Result.rows(TARGET, SOURCE);
            Set<XmlFlag> which = call.chosen(Map.of(INACTIVE, XmlFlag.INACTIVE));
            for (GuestDisk disk : domain.definition().read(which).disks()) {
                Cell target = Cell.of(disk.target());
                Cell source = Cell.of(disk.source() == null ? "-" : disk.source(), disk.source());
                if (details) {
                    rows.row(Cell.of(disk.type()), Cell.of(disk.device()), target, source);
                } else {
                    rows.row(target, source);
                }
            }
            return rows.table();
        }
    }
}
