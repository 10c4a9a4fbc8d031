package io.vmsh.preflight;

import io.vmsh.hypervisor.Capabilities;
import io.vmsh.hypervisor.Capabilities.GuestKind;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Node;
import java.util.Optional;

/** Whether the target runs this kind of guest: emulator, machine type, acceleration; and is not older than the source. */
final class VersionsCheck implements Check<VersionsCheck.Facts> {
    /**
     * What it judges by.
     *
     * @param refusal libvirt's sentence when the target does not run this kind
     */
    record Facts(
            String source,
            String target,
            Host here,
            Host there,
            GuestKind kind,
            boolean live,
            Optional<String> refusal) {}

    /** Versions of one host. */
    record Host(long libvirt, long hypervisor) {
        static Host of(Node host) {
            return new Host(host.daemonVersion(), host.hypervisorVersion());
        }
    }

    @Override
    public String name() {
        return "versions";
    }

    @Override
    public Facts look(Scene scene) {
        Hypervisor target = scene.target().hypervisor();
        return new Facts(
                scene.source().name(),
                scene.target().name(),
                Host.of(scene.source().hypervisor().node()),
                Host.of(target.node()),
                scene.arrival().kind(),
                scene.way().live(),
                refusal(target.capabilities(), scene.arrival().kind()));
    }

    private static Optional<String> refusal(Capabilities target, GuestKind kind) {
        try {
            target.ofGuests(kind);
            return Optional.empty();
        } catch (HypervisorException refused) {
            if (refused.code() == ErrorCode.NO_SUPPORT) {
                throw refused;
            }
            return Optional.of(refused.message());
        }
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        GuestKind kind = facts.kind();
        if (facts.refusal().isPresent()) {
            judgement
                    .blocker(
                            "%s does not run %s by %s (%s): %s",
                            facts.target(),
                            kind.machine(),
                            kind.emulator(),
                            kind.acceleration(),
                            facts.refusal().get())
                    .remedy("install that emulator on %s, or a QEMU that knows the machine type"
                            .formatted(facts.target()));
        } else {
            judgement.ok("%s runs %s by %s (%s)", facts.target(), kind.machine(), kind.emulator(), kind.acceleration());
        }
        compare("libvirt", facts, facts.here().libvirt(), facts.there().libvirt(), judgement);
        compare("QEMU", facts, facts.here().hypervisor(), facts.there().hypervisor(), judgement);
        return judgement.finding();
    }

    private static void compare(String what, Facts facts, long here, long there, Judgement judgement) {
        if (here == 0 || there == 0) {
            judgement.unknown("a host does not tell its version of %s", what);
        } else if (there < here) {
            judgement.notice(
                    "%s is older on %s: %s, on %s %s; such a migration is not promised to work",
                    what, facts.target(), Versions.text(there), facts.source(), Versions.text(here));
        } else if (there == here) {
            judgement.ok("%s %s on both hosts", what, Versions.text(here));
        } else {
            judgement.ok(
                    "%s %s on %s, %s on %s",
                    what, Versions.text(here), facts.source(), Versions.text(there), facts.target());
        }
    }
}
