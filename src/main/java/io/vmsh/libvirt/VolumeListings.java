package io.vmsh.libvirt;

import static io.vmsh.libvirt.StorageApi.API;

import com.sun.jna.Pointer;
import io.vmsh.hypervisor.NameOrder;
import io.vmsh.hypervisor.VolumeDetails;
import io.vmsh.hypervisor.VolumeInfo;
import io.vmsh.hypervisor.VolumeSummary;
import io.vmsh.hypervisor.VolumeType;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The volumes of a pool: one call for the list, and one a volume, all of them at the same time. */
final class VolumeListings {
    private static final Comparator<Pointer> BY_NAME = NameOrder.by(LibvirtVolume::nameOf);

    private VolumeListings() {}

    static List<String> names(Pointer pool) {
        try (Listing volumes = listing(pool)) {
            return volumes.objects().stream()
                    .map(LibvirtVolume::nameOf)
                    .sorted(NameOrder.IGNORING_CASE)
                    .toList();
        }
    }

    static List<VolumeSummary> summaries(Pointer pool) {
        return each(pool, VolumeListings::summary);
    }

    /** A volume's XML holds path, type and sizes, which would else be two calls. */
    static List<VolumeDetails> details(Pointer pool) {
        return each(pool, VolumeListings::detail);
    }

    private static <R> List<R> each(Pointer pool, Function<Pointer, R> call) {
        try (Listing volumes = listing(pool)) {
            return Together.each(volumes.objects().stream().sorted(BY_NAME).toList(), call);
        }
    }

    private static Listing listing(Pointer pool) {
        return Listing.of(array -> API.virStoragePoolListAllVolumes(pool, array, 0), API::virStorageVolFree);
    }

    private static VolumeSummary summary(Pointer volume) {
        Pointer path = API.virStorageVolGetPath(volume);
        return new VolumeSummary(LibvirtVolume.nameOf(volume), path == null ? null : Library.take(path));
    }

    private static VolumeDetails detail(Pointer volume) {
        String name = LibvirtVolume.nameOf(volume);
        Pointer xml = API.virStorageVolGetXMLDesc(volume, 0);
        if (xml == null) {
            return new VolumeDetails(name, null, null);
        }
        XmlDocument document = XmlDocument.parse(Library.take(xml));
        VolumeInfo info = new VolumeInfo(
                VolumeType.of(document.root().getAttribute("type")),
                size(document, "capacity"),
                size(document, "allocation"));
        return new VolumeDetails(name, document.text("target/path").orElse(null), info);
    }

    /** libvirt writes sizes in bytes. */
    private static long size(XmlDocument document, String element) {
        return document.text(element).map(Long::parseUnsignedLong).orElse(0L);
    }
}
