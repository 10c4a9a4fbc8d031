package io.vmsh.command.domain;

import static io.vmsh.spec.Group.DOMAIN;
import static io.vmsh.spec.Value.TEXT;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainDefinition.UndefineFlag;
import io.vmsh.spec.Alias;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import java.util.Map;
import java.util.Optional;

/** Forgets a guest's definition, and removes what belongs to it if that is asked for. */
final class UndefineCommand implements Command {
    private static final Flag MANAGED_SAVE = Flag.of("managed-save", "drop its saved state");
    private static final Opt<String> STORAGE = Opt.of(
                    "storage", TEXT, "remove these of its volumes: names in the guest or paths, separated by commas")
            .orEmpty();
    private static final Flag REMOVE_ALL_STORAGE =
            Flag.of("remove-all-storage", "remove all of its volumes: their data is lost");
    private static final Flag DELETE_SNAPSHOTS =
            Flag.of("delete-storage-volume-snapshots", "with --remove-all-storage: snapshots of the volumes, too");
    private static final Flag WIPE_STORAGE = Flag.of("wipe-storage", "overwrite volumes before they are removed");
    private static final Flag SNAPSHOTS_METADATA =
            Flag.of("snapshots-metadata", "forget its snapshots; their data stays in the images");
    private static final Flag CHECKPOINTS_METADATA = Flag.of("checkpoints-metadata", "forget its checkpoints");
    private static final Flag NVRAM = Flag.of("nvram", "delete the settings of its firmware");
    private static final Flag KEEP_NVRAM = Flag.of("keep-nvram", "keep the settings of its firmware");
    private static final Flag TPM = Flag.of("tpm", "delete the state of its TPM");
    private static final Flag KEEP_TPM = Flag.of("keep-tpm", "keep the state of its TPM");
    private static final Map<Flag, UndefineFlag> FLAGS = Map.of(
            MANAGED_SAVE, UndefineFlag.MANAGED_SAVE,
            SNAPSHOTS_METADATA, UndefineFlag.SNAPSHOTS_METADATA,
            CHECKPOINTS_METADATA, UndefineFlag.CHECKPOINTS_METADATA,
            NVRAM, UndefineFlag.NVRAM,
            KEEP_NVRAM, UndefineFlag.KEEP_NVRAM,
            TPM, UndefineFlag.TPM,
            KEEP_TPM, UndefineFlag.KEEP_TPM);

    @Override
    public Spec spec() {
        return Spec.of("undefine", DOMAIN, "forget the definition of a guest")
                .takes(
                        Guests.ANY,
                        MANAGED_SAVE,
                        STORAGE,
                        REMOVE_ALL_STORAGE,
                        Alias.of("delete-snapshots", DELETE_SNAPSHOTS),
                        DELETE_SNAPSHOTS,
                        WIPE_STORAGE,
                        SNAPSHOTS_METADATA,
                        CHECKPOINTS_METADATA,
                        NVRAM,
                        KEEP_NVRAM,
                        TPM,
                        KEEP_TPM)
                .effect(Effect.DISRUPTS)
                .describedAs("A guest that runs goes on, and is forgotten when it stops.")
                .example("undefine test", "Domain 'test' has been undefined")
                .example("undefine web1 --storage vdb", "its disk vdb is removed with it");
    }

    @Override
    public Result run(Call call) {
        call.requires(DELETE_SNAPSHOTS, REMOVE_ALL_STORAGE);
        call.exclusive(NVRAM, KEEP_NVRAM);
        call.exclusive(TPM, KEEP_TPM);
        Optional<String> chosen = call.find(STORAGE).filter(list -> !list.isEmpty());
        boolean storage = chosen.isPresent() || call.has(REMOVE_ALL_STORAGE);
        if (call.has(WIPE_STORAGE) && !storage) {
            throw CommandFailure.of("'--wipe-storage' requires '--storage <string>' or '--remove-all-storage'");
        }
        String name = call.name(call.get(Guests.ANY));
        try (Domain domain = call.domain(name)) {
            Undefinition undefinition = Undefinition.of(domain, call.chosen(FLAGS));
            try (GuestStorage volumes = storage ? volumes(call, undefinition, chosen) : GuestStorage.none()) {
                undefinition.carryOut(name);
                return new Result.Sequence(volumes.remove(
                        Result.done("Domain '%s' has been undefined", name),
                        call.has(WIPE_STORAGE),
                        call.has(DELETE_SNAPSHOTS)));
            }
        }
    }

    private static GuestStorage volumes(Call call, Undefinition undefinition, Optional<String> chosen) {
        if (undefinition.running()) {
            throw CommandFailure.of("Storage volume deletion is supported only on stopped domains");
        }
        if (chosen.isPresent() && call.has(REMOVE_ALL_STORAGE)) {
            throw CommandFailure.of("Specified both --storage and --remove-all-storage");
        }
        return GuestStorage.of(call, undefinition.domain(), chosen);
    }
}
