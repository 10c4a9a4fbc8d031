package io.vmsh.hypervisor;

import java.util.List;
import java.util.Set;

/** The snapshots of a guest. */
public interface Snapshots {
    /** Handles on snapshots, in libvirt's order, in one call ({@code virDomainListAllSnapshots}); the caller closes each. */
    List<Snapshot> list(Set<ListFlag> flags);

    /** {@code virDomainSnapshotLookupByName}. */
    Snapshot find(String name);

    /** The one that the guest's state is based on ({@code virDomainSnapshotCurrent}). */
    Snapshot current();

    /** {@code virDomainSnapshotCreateXML}. */
    Snapshot create(String xml, Set<CreateFlag> flags);

    /** {@code virDomainSnapshotListFlags}. */
    enum ListFlag implements Bit {
        /** Only those without a parent; {@link #DESCENDANTS} has the same bit for the children of one. */
        ROOTS(0),
        DESCENDANTS(0),
        METADATA(1),
        LEAVES(2),
        NO_LEAVES(3),
        NO_METADATA(4),
        INACTIVE(5),
        ACTIVE(6),
        DISK_ONLY(7),
        INTERNAL(8),
        EXTERNAL(9),
        /** Parents before children; needs libvirt 5.2 at the other end. */
        TOPOLOGICAL(10);

        private final int shift;

        ListFlag(int shift) {
            this.shift = shift;
        }

        @Override
        public int bit() {
            return 1 << shift;
        }
    }

    /** {@code virDomainSnapshotCreateFlags}. */
    enum CreateFlag implements Bit {
        NO_METADATA(2),
        HALT(3),
        DISK_ONLY(4),
        REUSE_EXTERNAL(5),
        QUIESCE(6),
        ATOMIC(7),
        LIVE(8),
        VALIDATE(9);

        private final int shift;

        CreateFlag(int shift) {
            this.shift = shift;
        }

        @Override
        public int bit() {
            return 1 << shift;
        }
    }
}
