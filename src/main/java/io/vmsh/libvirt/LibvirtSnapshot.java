package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import io.vmsh.hypervisor.Bit;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Snapshot;
import io.vmsh.hypervisor.Snapshots;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A handle on one snapshot. */
final class LibvirtSnapshot extends Handle implements Snapshot {
    LibvirtSnapshot(Pointer pointer) {
        super(pointer);
    }

    @Override
    void free(Pointer object) {
        SnapshotApi.API.virDomainSnapshotFree(object);
    }

    @Override
    public String name() {
        return Failures.check(SnapshotApi.API.virDomainSnapshotGetName(pointer()));
    }

    @Override
    public Details details() {
        XmlDocument xml = XmlDocument.parse(
                Library.take(Failures.check(SnapshotApi.API.virDomainSnapshotGetXMLDesc(pointer(), 0))));
        return new Details(
                xml.text("state").orElse(null),
                xml.text("creationTime").map(LibvirtSnapshot::instant).orElse(null),
                xml.text("parent/name").orElse(null));
    }

    private static @Nullable Instant instant(String seconds) {
        return seconds.matches("-?[0-9]{1,11}") ? Instant.ofEpochSecond(Long.parseLong(seconds)) : null;
    }

    @Override
    public @Nullable String parent() {
        Pointer parent = SnapshotApi.API.virDomainSnapshotGetParent(pointer(), 0);
        if (parent == null) {
            HypervisorException none = Failures.last();
            if (none.code() == ErrorCode.NO_DOMAIN_SNAPSHOT) {
                return null;
            }
            throw none;
        }
        try (LibvirtSnapshot found = new LibvirtSnapshot(parent)) {
            return found.name();
        }
    }

    @Override
    public List<Snapshot> children(Set<Snapshots.ListFlag> flags) {
        return LibvirtSnapshots.all(
                array -> SnapshotApi.API.virDomainSnapshotListAllChildren(pointer(), array, Bit.all(flags)));
    }

    @Override
    public void delete(Set<DeleteFlag> flags) {
        Failures.check(SnapshotApi.API.virDomainSnapshotDelete(pointer(), Bit.all(flags)));
    }
}
