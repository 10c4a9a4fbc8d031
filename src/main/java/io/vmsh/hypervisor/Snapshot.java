package io.vmsh.hypervisor;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A handle on one snapshot of a guest. Each method is one libvirt call unless it says otherwise. */
public interface Snapshot extends AutoCloseable {
    /** Its name; no call. */
    String name();

    /** What its description says ({@code virDomainSnapshotGetXMLDesc}). */
    Details details();

    /** The snapshot that it was taken after; null where there is none ({@code virDomainSnapshotGetParent}). */
    @Nullable
    String parent();

    /** Those taken after it ({@code virDomainSnapshotListAllChildren}); the caller closes each. */
    List<Snapshot> children(Set<Snapshots.ListFlag> flags);

    /** {@code virDomainSnapshotDelete}. */
    void delete(Set<DeleteFlag> flags);

    /** Frees the handle. Never throws. */
    @Override
    void close();

    /**
     * A snapshot's own description.
     *
     * @param state of the guest when it was taken, in libvirt's words; null where it does not say
     * @param created null where it does not say
     */
    record Details(
            @Nullable String state,
            @Nullable Instant created,
            @Nullable String parent) {}

    /** {@code virDomainSnapshotDeleteFlags}. */
    enum DeleteFlag implements Bit {
        CHILDREN(0),
        METADATA_ONLY(1),
        CHILDREN_ONLY(2);

        private final int shift;

        DeleteFlag(int shift) {
            this.shift = shift;
        }

        @Override
        public int bit() {
            return 1 << shift;
        }
    }
}
