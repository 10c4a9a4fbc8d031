package io.vmsh.command.domain;

import io.vmsh.command.CommandFailure;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainDefinition.UndefineFlag;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How a guest is to be forgotten. Flags about things that it does not have are left out, so that older hosts do not
 * stumble over them; where a host knows none of the rest, the same is done piece by piece.
 *
 * @param asked what was asked for
 * @param running whether the guest runs; it then loses neither saved state nor snapshots
 * @param managedSave whether it has a saved state
 * @param snapshots of the guest
 */
record Undefinition(Domain domain, Set<UndefineFlag> asked, boolean running, boolean managedSave, Snapshots snapshots) {

    /**
     * A guest's snapshots.
     *
     * @param recorded those that libvirt keeps records of
     * @param certain whether the host can tell these from others
     */
    private record Snapshots(int all, int recorded, boolean certain) {
        static final Snapshots NONE = new Snapshots(0, 0, false);
    }

    static Undefinition of(Domain domain, Set<UndefineFlag> asked) {
        boolean running = domain.life().active();
        return new Undefinition(
                domain,
                asked,
                running,
                !running && orIfUnknown(() -> domain.life().hasManagedSave(), false),
                running ? Snapshots.NONE : snapshots(domain));
    }

    private static Snapshots snapshots(Domain domain) {
        int all = orIfUnknown(() -> domain.definition().snapshots(false), 0);
        if (all == 0) {
            return Snapshots.NONE;
        }
        try {
            return new Snapshots(all, domain.definition().snapshots(true), true);
        } catch (HypervisorException unknownFlag) {
            return new Snapshots(all, all, false);
        }
    }

    private static <T> T orIfUnknown(Supplier<T> question, T otherwise) {
        try {
            return question.get();
        } catch (HypervisorException failure) {
            if (failure.code() == ErrorCode.NO_SUPPORT) {
                return otherwise;
            }
            throw failure;
        }
    }

    /**
     * Forgets it.
     *
     * @param name as the guest was named in the statement
     */
    void carryOut(String name) {
        CommandFailure.saying("Failed to undefine domain '%s'".formatted(name), () -> {
            if (!(safe() || asked.contains(UndefineFlag.NVRAM)) || !withFlags()) {
                pieceByPiece();
            }
        });
    }

    /** Whether the call that knows flags cannot lose anything, however old the host is. */
    private boolean safe() {
        boolean saved = managedSave && !asked.contains(UndefineFlag.MANAGED_SAVE) && !snapshots.certain;
        boolean recorded =
                snapshots.recorded > 0 && !asked.contains(UndefineFlag.SNAPSHOTS_METADATA) && !snapshots.certain;
        return !saved && !recorded;
    }

    /** Tries the call that knows flags; returns false where the host does not know them. */
    private boolean withFlags() {
        try {
            domain.definition().undefine(needed());
            return true;
        } catch (HypervisorException failure) {
            boolean unknown = failure.code() == ErrorCode.NO_SUPPORT || failure.code() == ErrorCode.INVALID_ARG;
            if (!unknown || asked.contains(UndefineFlag.NVRAM)) {
                throw failure;
            }
            return false;
        }
    }

    private Set<UndefineFlag> needed() {
        Set<UndefineFlag> flags = EnumSet.noneOf(UndefineFlag.class);
        flags.addAll(asked);
        if (!managedSave) {
            flags.remove(UndefineFlag.MANAGED_SAVE);
        }
        if (snapshots.recorded == 0) {
            flags.remove(UndefineFlag.SNAPSHOTS_METADATA);
        }
        return flags;
    }

    private void pieceByPiece() {
        if (managedSave) {
            if (!asked.contains(UndefineFlag.MANAGED_SAVE)) {
                throw CommandFailure.of("Refusing to undefine while domain managed save image exists");
            }
            removeSavedState();
        }
        if (snapshots.recorded > 0) {
            throw CommandFailure.of(
                    asked.contains(UndefineFlag.SNAPSHOTS_METADATA)
                            ? "Unable to remove metadata of %d snapshots"
                            : "Refusing to undefine while %d snapshots exist",
                    snapshots.recorded);
        }
        domain.definition().undefine();
    }

    private void removeSavedState() {
        try {
            domain.life().removeManagedSave();
        } catch (HypervisorException reason) {
            throw CommandFailure.of(reason);
        }
    }
}
