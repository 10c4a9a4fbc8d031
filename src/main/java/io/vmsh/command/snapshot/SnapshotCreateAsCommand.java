package io.vmsh.command.snapshot;

import static io.vmsh.spec.Value.TEXT;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Snapshot;
import io.vmsh.hypervisor.Snapshots.CreateFlag;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Rest;
import io.vmsh.spec.Spec;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Takes a snapshot of a guest: of its disks and, while it runs, of its memory. */
final class SnapshotCreateAsCommand implements Command {
    private static final Opt<String> NAME = Opt.of("name", TEXT, "name of the snapshot; else the time in seconds");
    private static final Opt<String> DESCRIPTION = Opt.of("description", TEXT, "what it is for");
    private static final Flag PRINT_XML = Flag.of("print-xml", "show the XML and do nothing");
    private static final Flag NO_METADATA = Flag.of("no-metadata", "libvirt does not remember it");
    private static final Flag HALT = Flag.of("halt", "stop the guest when it is taken");
    private static final Flag DISK_ONLY = Flag.of("disk-only", "disks without memory");
    private static final Flag REUSE_EXTERNAL = Flag.of("reuse-external", "take files that are there already");
    private static final Flag QUIESCE = Flag.of("quiesce", "have the guest's agent write everything out first");
    private static final Flag ATOMIC = Flag.of("atomic", "all disks or none");
    private static final Flag LIVE = Flag.of("live", "the guest runs on while its memory is saved");
    private static final Flag VALIDATE = Flag.of("validate", "hold the XML against libvirt's schema first");
    private static final Opt<String> MEMSPEC = Opt.of("memspec", TEXT, "where memory goes: [file=]path[,snapshot=type]")
            .named();
    private static final Rest<String> DISKSPEC =
            Rest.of("diskspec", TEXT, "where a disk goes: disk[,snapshot=type][,driver=type][,stype=type][,file=path]");
    private static final Map<Flag, CreateFlag> FLAGS = Map.of(
            NO_METADATA, CreateFlag.NO_METADATA,
            HALT, CreateFlag.HALT,
            DISK_ONLY, CreateFlag.DISK_ONLY,
            REUSE_EXTERNAL, CreateFlag.REUSE_EXTERNAL,
            QUIESCE, CreateFlag.QUIESCE,
            ATOMIC, CreateFlag.ATOMIC,
            LIVE, CreateFlag.LIVE,
            VALIDATE, CreateFlag.VALIDATE);

    @Override
    public Spec spec() {
        return Spec.of("snapshot-create-as", Group.SNAPSHOT, "take a snapshot of a guest")
                .takes(
                        ChosenSnapshot.DOMAIN,
                        NAME,
                        DESCRIPTION,
                        PRINT_XML,
                        NO_METADATA,
                        HALT,
                        DISK_ONLY,
                        REUSE_EXTERNAL,
                        QUIESCE,
                        ATOMIC,
                        LIVE,
                        VALIDATE,
                        MEMSPEC,
                        DISKSPEC)
                .effect(Effect.CHANGES)
                .describedAs("A guest that runs stands still while its memory is saved, unless --live or --disk-only"
                        + " is given.")
                .example("snapshot-create-as web1 before-upgrade", "Domain snapshot before-upgrade created");
    }

    @Override
    public Result run(Call call) {
        try (Domain domain = call.domain(ChosenSnapshot.DOMAIN)) {
            SnapshotXml xml = new SnapshotXml(call.find(NAME), call.find(DESCRIPTION));
            call.find(MEMSPEC).ifPresent(xml::memory);
            xml.disks(call.all(DISKSPEC));
            String text = xml.text();
            if (call.has(PRINT_XML)) {
                return new Result.Document(text + "\n", Map.of("xml", text));
            }
            try (Snapshot snapshot = create(domain, text, call.chosen(FLAGS))) {
                return new Result.Done("Domain snapshot %s created".formatted(snapshot.name())).endingLine(false);
            }
        }
    }

    /** Where the driver cannot stop the guest by itself, it is stopped behind the snapshot. */
    private static Snapshot create(Domain domain, String xml, Set<CreateFlag> flags) {
        try {
            return domain.snapshots().create(xml, flags);
        } catch (HypervisorException refused) {
            if (refused.code() != ErrorCode.INVALID_ARG || !flags.contains(CreateFlag.HALT)) {
                throw refused;
            }
            if (!domain.definition().persistent()) {
                throw CommandFailure.of("cannot halt after snapshot of transient domain");
            }
            boolean active = domain.life().active();
            Set<CreateFlag> others = EnumSet.copyOf(flags);
            others.remove(CreateFlag.HALT);
            Snapshot snapshot = domain.snapshots().create(xml, others);
            if (active) {
                domain.life().destroy(Set.of());
            }
            return snapshot;
        }
    }
}
