package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import io.vmsh.hypervisor.Bit;
import io.vmsh.hypervisor.Snapshot;
import io.vmsh.hypervisor.Snapshots;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A guest's snapshots. */
record LibvirtSnapshots(Pointer domain) implements Snapshots {
    @Override
    public List<Snapshot> list(Set<ListFlag> flags) {
        return all(array -> SnapshotApi.API.virDomainListAllSnapshots(domain, array, Bit.all(flags)));
    }

    /** What one of the listing functions hands over. */
    static List<Snapshot> all(ToIntFunction<PointerByReference> call) {
        PointerByReference array = new PointerByReference();
        int count = Failures.check(call.applyAsInt(array));
        Pointer handed = array.getValue();
        try {
            return List.of(handed.getPointerArray(0, count)).stream()
                    .<Snapshot>map(LibvirtSnapshot::new)
                    .toList();
        } finally {
            Library.free(handed);
        }
    }

    @Override
    public Snapshot find(String name) {
        return handle(SnapshotApi.API.virDomainSnapshotLookupByName(domain, name, 0));
    }

    @Override
    public Snapshot current() {
        return handle(SnapshotApi.API.virDomainSnapshotCurrent(domain, 0));
    }

    @Override
    public Snapshot create(String xml, Set<CreateFlag> flags) {
        return handle(SnapshotApi.API.virDomainSnapshotCreateXML(domain, xml, Bit.all(flags)));
    }

    private static Snapshot handle(@Nullable Pointer snapshot) {
        return new LibvirtSnapshot(Failures.check(snapshot));
    }
}
