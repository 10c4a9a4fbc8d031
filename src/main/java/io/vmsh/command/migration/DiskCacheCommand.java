package io.vmsh.command.migration;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainDefinition.XmlFlag;
import io.vmsh.hypervisor.GuestDisk;
import io.vmsh.hypervisor.GuestXml;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.EnumSet;
import java.util.List;

/** Changes the cache mode of one disk in a guest's definition. */
final class DiskCacheCommand implements Command {
    /** {@code virDomainDiskCache}. */
    private static final List<String> MODES =
            List.of("none", "directsync", "writethrough", "writeback", "unsafe", "default");

    private static final Arg<Address> DOMAIN = Arg.of("domain", Value.DOMAIN, "name, id or UUID of the guest");
    private static final Arg<String> TARGET = Arg.of("target", Value.TEXT, "the disk, such as vda");
    private static final Arg<String> MODE =
            Arg.of("mode", Value.oneOf(MODES.toArray(String[]::new)), "the cache mode from the next cold start on");

    @Override
    public Spec spec() {
        return Spec.of("disk-cache", Group.MIGRATION, "change the cache mode of a guest's disk")
                .takes(DOMAIN, TARGET, MODE)
                .effect(Effect.CHANGES)
                .describedAs("Edits the guest's definition and nothing else in it. QEMU takes a cache mode only when it"
                        + " starts: a running guest keeps the old one until it is shut off and started again, which"
                        + " 'cold-restart' does. With none and directsync, QEMU writes past the host's cache, so that"
                        + " the guest can move while other hosts read the same storage.")
                .example("disk-cache web1 vda none", "disk vda of web1: cache mode writeback becomes none …");
    }

    @Override
    public Result run(Call call) {
        String target = call.get(TARGET);
        String mode = call.get(MODE);
        if (!MODES.contains(mode)) {
            throw CommandFailure.of("unknown cache mode '%s'; there are: %s", mode, String.join(", ", MODES));
        }
        try (Domain guest = call.domain(DOMAIN)) {
            Definitions.requirePersistent(guest, call.get(DOMAIN).word());
            GuestXml definition = guest.definition().read(EnumSet.of(XmlFlag.INACTIVE, XmlFlag.SECURE));
            String old = modeOf(definition, target, guest.name());
            if (old.equals(mode)) {
                return Result.done("disk %s of %s has cache mode %s already", target, guest.name(), mode);
            }
            String changed = definition.withCache(target, mode).orElseThrow();
            call.hypervisor().domains().define(changed, false).close();
            return Result.done(
                    "disk %s of %s: cache mode %s becomes %s %s",
                    target,
                    guest.name(),
                    old,
                    mode,
                    guest.id() == -1
                            ? "at its next start"
                            : "at its next cold start: cold-restart "
                                    + call.get(DOMAIN).word());
        }
    }

    private static String modeOf(GuestXml definition, String target, String guest) {
        List<String> targets =
                definition.disks().stream().map(GuestDisk::target).toList();
        return definition.disks().stream()
                .filter(disk -> disk.target().equals(target))
                .findFirst()
                .map(disk -> disk.cache() == null ? "default" : disk.cache())
                .orElseThrow(() -> CommandFailure.of(
                        "%s has no disk '%s'; it has: %s",
                        guest, target, targets.isEmpty() ? "none" : String.join(", ", targets)));
    }
}
