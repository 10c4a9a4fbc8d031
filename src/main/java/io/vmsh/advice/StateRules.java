package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.advice.MigrationFacts.Namesake;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.spec.StatementText;
import java.util.List;
import java.util.Optional;

/** Causes that lie in the state of the guest, or of what the destination already has. */
final class StateRules {
    private StateRules() {}

    /** Only a running guest can be moved live. */
    static Optional<Advice> notRunning(MigrationFacts facts) {
        boolean offline = facts.statement().flags().contains("offline");
        if (facts.error() != ErrorCode.OPERATION_INVALID
                || offline
                || facts.running().orElse(true)) {
            return Optional.empty();
        }
        if (facts.namesake().filter(other -> other.active() && other.sameUuid()).isPresent()) {
            return Optional.of(new Advice(
                    "not-running",
                    "%s does not run on %s, and runs on %s"
                            .formatted(facts.guest(), facts.source(), facts.destination()),
                    List.of(EndRules.state(facts)),
                    List.of(JobRules.recover(facts, "before anything is started"))));
        }
        return Optional.of(new Advice(
                "not-running",
                "%s does not run".formatted(facts.guest()),
                List.of(
                        EndRules.state(facts),
                        "a guest that is shut off has no memory to move: only its definition can go"),
                List.of(
                        new Remedy(
                                "move its definition",
                                List.of(StatementText.of(facts.statement())
                                        .without("live")
                                        .with("offline")
                                        .with("persistent")
                                        .toString()),
                                "disks are neither copied nor looked at: they must be on " + facts.destination()
                                        + " already"),
                        new Remedy(
                                "start it, then migrate",
                                List.of(
                                        "start " + StatementText.quote(facts.address()),
                                        StatementText.of(facts.statement()).toString()),
                                ""))));
    }

    /** Snapshots would stay behind, so libvirt refuses. */
    static Optional<Advice> hasSnapshots(MigrationFacts facts) {
        if (facts.error() != ErrorCode.OPERATION_INVALID || facts.snapshots() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Advice(
                        "has-snapshots",
                        "%s has %d snapshot%s, which libvirt cannot move"
                                .formatted(facts.guest(), facts.snapshots(), facts.snapshots() == 1 ? "" : "s"),
                        List.of("libvirt's records of snapshots are kept on " + facts.source()
                                + "; the data of internal ones is in the disk and moves with it"),
                        List.of(
                                new Remedy(
                                        "drop the records of each snapshot, migrate, and define them again on "
                                                + facts.destination(),
                                        List.of(),
                                        "virsh: snapshot-dumpxml, snapshot-delete --metadata, then snapshot-create --redefine there"))));
    }

    /** A guest of the same name runs there. */
    static Optional<Advice> alreadyActive(MigrationFacts facts) {
        if (facts.error() != ErrorCode.OPERATION_INVALID
                || facts.namesake().filter(Namesake::active).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "already-active",
                "%s already runs a guest named %s".formatted(facts.destination(), facts.guest()),
                List.of(
                        facts.namesake().get().sameUuid()
                                ? "it has the same UUID: it is the same guest, running twice; one of them must be stopped"
                                : "it has another UUID: it is another guest of the same name"),
                List.of(
                        facts.namesake().get().sameUuid()
                                ? JobRules.recover(facts, "before one of them is stopped")
                                : anotherName(facts))));
    }

    /** The name or the UUID is taken there. */
    static Optional<Advice> nameTaken(MigrationFacts facts) {
        boolean otherGuest = facts.namesake().filter(other -> !other.sameUuid()).isPresent();
        if (facts.error() != ErrorCode.OPERATION_FAILED
                || (!otherGuest && facts.sameUuid().isEmpty())) {
            return Optional.empty();
        }
        if (otherGuest) {
            return Optional.of(new Advice(
                    "name-taken",
                    "%s already has another guest named %s".formatted(facts.destination(), facts.guest()),
                    List.of("its UUID is " + facts.namesake().get().uuid()),
                    List.of(anotherName(facts), remove(facts, facts.guest()))));
        }
        String holder = facts.sameUuid().get();
        return Optional.of(new Advice(
                "uuid-taken",
                "%s already has this guest under the name %s".formatted(facts.destination(), holder),
                List.of("both have the same UUID, which is how libvirt tells guests apart"),
                List.of(
                        new Remedy(
                                "migrate to that name; its definition there is replaced",
                                List.of(StatementText.of(facts.statement())
                                        .with("dname", holder)
                                        .toString()),
                                ""),
                        remove(facts, holder))));
    }

    /** Both ends are the same host. */
    static Optional<Advice> sameHost(MigrationFacts facts) {
        if (facts.error() != ErrorCode.INTERNAL_ERROR || !facts.sameHost()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "same-host",
                "%s and %s are, to libvirt, the same host".formatted(facts.source(), facts.destination()),
                List.of("both tell the same host UUID"),
                List.of(new Remedy(
                        "if they are two machines, give each a UUID of its own",
                        List.of(),
                        "machines made from one image share it: set host_uuid in /etc/libvirt/libvirtd.conf of one, and"
                                + " restart libvirtd; running guests stay"))));
    }

    private static Remedy anotherName(MigrationFacts facts) {
        return new Remedy(
                "give the guest another name there",
                List.of(StatementText.of(facts.statement())
                        .with("dname", facts.guest() + "-moved")
                        .toString()),
                "");
    }

    private static Remedy remove(MigrationFacts facts, String guest) {
        return new Remedy(
                "remove the definition that is in the way, if it is not needed",
                facts.destinationSession()
                        ? List.of("undefine " + StatementText.quote(facts.destination() + "/" + guest))
                        : List.of(),
                "it is lost; its disks stay");
    }
}
