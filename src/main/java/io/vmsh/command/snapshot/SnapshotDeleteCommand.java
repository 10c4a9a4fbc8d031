package io.vmsh.command.snapshot;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.Snapshot;
import io.vmsh.hypervisor.Snapshot.DeleteFlag;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.Map;

/** Deletes a snapshot. */
final class SnapshotDeleteCommand implements Command {
    private static final Opt<String> SNAPSHOT = Opt.of("snapshotname", Value.SNAPSHOT, "name of the snapshot");
    private static final Flag CHILDREN = Flag.of("children", "and all that were taken after it");
    private static final Flag CHILDREN_ONLY = Flag.of("children-only", "only those that were taken after it");
    private static final Flag METADATA = Flag.of("metadata", "only forget it; its data stays in the images");
    private static final Map<Flag, DeleteFlag> FLAGS = Map.of(
            CHILDREN, DeleteFlag.CHILDREN,
            CHILDREN_ONLY, DeleteFlag.CHILDREN_ONLY,
            METADATA, DeleteFlag.METADATA_ONLY);

    @Override
    public Spec spec() {
        return Spec.of("snapshot-delete", Group.SNAPSHOT, "delete a snapshot of a guest")
                .takes(ChosenSnapshot.DOMAIN, SNAPSHOT, ChosenSnapshot.CURRENT, CHILDREN, CHILDREN_ONLY, METADATA)
                .effect(Effect.DISRUPTS)
                .describedAs("The guest goes on as it is; what it was like then can no longer be brought back.")
                .example("snapshot-delete web1 before-upgrade", "Domain snapshot before-upgrade deleted");
    }

    @Override
    public Result run(Call call) {
        try (Domain domain = call.domain(ChosenSnapshot.DOMAIN);
                Snapshot snapshot = ChosenSnapshot.of(call, domain, SNAPSHOT)) {
            String name = snapshot.name();
            CommandFailure.saying("Failed to delete snapshot " + name, () -> snapshot.delete(call.chosen(FLAGS)));
            return call.has(CHILDREN_ONLY)
                    ? Result.done("Domain snapshot %s children deleted", name)
                    : Result.done("Domain snapshot %s deleted", name);
        }
    }
}
