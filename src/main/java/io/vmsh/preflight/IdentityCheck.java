package io.vmsh.preflight;

import io.vmsh.hypervisor.DomainFilter;
import io.vmsh.hypervisor.DomainName;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.spec.StatementText;
import java.util.EnumSet;
import java.util.List;

/** Whether the target is another host, and has no other guest of the same name or UUID. */
final class IdentityCheck implements Check<IdentityCheck.Facts> {
    /**
     * What it judges by.
     *
     * @param sourceKind libvirt's word for the kind of hypervisor, such as {@code QEMU}
     * @param newName the name that the guest gets
     * @param there the target's guests
     */
    record Facts(
            String source,
            String sourceKind,
            String sourceUuid,
            String target,
            String targetKind,
            String targetUuid,
            String newName,
            String uuid,
            List<DomainName> there) {}

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public Facts look(Scene scene) {
        Hypervisor target = scene.target().hypervisor();
        return new Facts(
                scene.source().name(),
                scene.source().hypervisor().node().type(),
                hostUuid(scene.source().hypervisor()),
                scene.target().name(),
                target.node().type(),
                hostUuid(target),
                scene.way().newName().orElse(scene.guest().name()),
                scene.guest().uuid(),
                target.domains().names(EnumSet.of(DomainFilter.ACTIVE, DomainFilter.INACTIVE)));
    }

    private static String hostUuid(Hypervisor host) {
        return host.xmlQuery()
                .tree(host.node().capabilities())
                .text("host/uuid")
                .orElse("");
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        hosts(facts, judgement);
        boolean taken = false;
        for (DomainName guest : facts.there()) {
            boolean sameName = guest.name().equals(facts.newName());
            boolean sameUuid = guest.uuid().equals(facts.uuid());
            String address = StatementText.quote(facts.target() + "/" + guest.name());
            if (sameName && sameUuid && guest.active()) {
                judgement
                        .blocker("%s runs on %s already", guest.name(), facts.target())
                        .remedy("find out which of the two is the right one", "domstate " + address);
            } else if (sameName && sameUuid) {
                judgement.notice("%s is defined on %s; this definition is replaced", guest.name(), facts.target());
            } else if (sameName) {
                judgement
                        .blocker("%s has another guest named %s, UUID %s", facts.target(), guest.name(), guest.uuid())
                        .remedy("give the other one a new name: virsh domrename %s NEW-NAME".formatted(guest.name()))
                        .remedy("migrate under another name: --dname NEW-NAME");
            } else if (sameUuid) {
                judgement
                        .blocker("%s has the guest's UUID under another name: %s", facts.target(), guest.name())
                        .remedy("forget that definition, if nobody needs it", "undefine " + address);
            }
            taken |= sameName || sameUuid;
        }
        if (!taken) {
            judgement.ok("%s has no guest of that name or UUID", facts.target());
        }
        return judgement.finding();
    }

    private static void hosts(Facts facts, Judgement judgement) {
        if (!facts.sourceKind().equals(facts.targetKind())) {
            judgement.blocker(
                    "%s is a hypervisor of another kind: %s, %s is %s",
                    facts.target(), facts.targetKind(), facts.source(), facts.sourceKind());
        }
        if (facts.sourceUuid().isEmpty() || facts.targetUuid().isEmpty()) {
            judgement.unknown("a host tells no UUID");
        } else if (facts.sourceUuid().equals(facts.targetUuid())) {
            judgement
                    .blocker(
                            "%s and %s have the same host UUID %s: they are one host, or one is a clone of the other",
                            facts.source(), facts.target(), facts.targetUuid())
                    .remedy("if it is a clone, give it a UUID of its own: host_uuid in its /etc/libvirt/libvirtd.conf");
        } else {
            judgement.ok("two hosts: %s and %s", facts.sourceUuid(), facts.targetUuid());
        }
    }
}
