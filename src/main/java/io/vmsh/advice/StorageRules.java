package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.GuestDisk;
import io.vmsh.hypervisor.XmlElement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the destination's storage lacks; the disks' own files are {@link StorageMissingRule}'s. */
final class StorageRules {
    private static final Set<ErrorCode> NOT_OPENED =
            EnumSet.of(ErrorCode.SYSTEM_ERROR, ErrorCode.INTERNAL_ERROR, ErrorCode.OPERATION_FAILED);

    private StorageRules() {}

    /** The disk is there, the image that it is based on is not. */
    static Optional<Advice> backingMissing(MigrationFacts facts) {
        if (!NOT_OPENED.contains(facts.error())) {
            return Optional.empty();
        }
        List<String> missing = backing(facts.moving().xml()).stream()
                .filter(path -> facts.there().lacks(path)
                        || (facts.there().files().isEmpty() && facts.naming().has("'" + path + "'")))
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "backing-missing",
                "%s lacks an image that a disk of %s is based on".formatted(facts.destination(), facts.guest()),
                missing.stream()
                        .map(path -> "%s: not on %s".formatted(path, facts.destination()))
                        .toList(),
                List.of(
                        new Remedy(
                                "make the image available on %s under the same path".formatted(facts.destination()),
                                List.of(),
                                "it must be the same data: the disk holds only what differs from it"),
                        new Remedy(
                                "take the backing image into the disk: virsh blockpull %s DISK --wait"
                                        .formatted(facts.address()),
                                List.of(),
                                "the disk grows by what it took from the image"))));
    }

    /** A CD or floppy disk is in the drive here and not to be found there. */
    static Optional<Advice> mediumMissing(MigrationFacts facts) {
        if (!NOT_OPENED.contains(facts.error())) {
            return Optional.empty();
        }
        List<DiskFacts> media = facts.disks().stream()
                .filter(disk -> isMedium(disk.disk())
                        && disk.disk().source() != null
                        && (disk.there().filter(seen -> !seen.exists()).isPresent()
                                || (disk.there().isEmpty()
                                        && facts.naming()
                                                .has(Optional.ofNullable(
                                                        disk.disk().source())))))
                .toList();
        boolean disksToo = facts.disks().stream()
                .anyMatch(disk -> !isMedium(disk.disk())
                        && disk.there().filter(seen -> !seen.exists()).isPresent());
        if (media.isEmpty() || disksToo) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "medium-missing",
                "%s does not have what is in a drive of %s".formatted(facts.destination(), facts.guest()),
                media.stream()
                        .map(disk -> "%s %s: %s is not on %s"
                                .formatted(
                                        disk.disk().device(),
                                        disk.disk().target(),
                                        disk.disk().source(),
                                        facts.destination()))
                        .toList(),
                List.of(
                        new Remedy(
                                "eject it, if the guest does not need it, then migrate: virsh change-media %s %s --eject"
                                        .formatted(
                                                facts.address(),
                                                media.getFirst().disk().target()),
                                List.of(),
                                ""),
                        new Remedy(
                                "make the file available on %s under the same path".formatted(facts.destination()),
                                List.of(),
                                ""))));
    }

    static boolean isMedium(GuestDisk disk) {
        return disk.device().equals("cdrom") || disk.device().equals("floppy");
    }

    /** A disk is named by pool and volume, and the destination lacks one of them. */
    static Optional<Advice> volumeMissing(MigrationFacts facts) {
        for (XmlElement source : facts.moving().xml().all("devices/disk/source")) {
            Optional<String> pool = source.attribute("pool");
            if (pool.isEmpty()) {
                continue;
            }
            String volume = source.attribute("volume").orElse("");
            Boolean active = facts.there().pools().get(pool.get());
            if (facts.error() == ErrorCode.NO_STORAGE_POOL && active == null) {
                return Optional.of(poolMissing(facts, pool.get()));
            }
            if (facts.error() == ErrorCode.CONFIG_UNSUPPORTED && Boolean.FALSE.equals(active)) {
                return Optional.of(poolInactive(facts, pool.get()));
            }
            if (facts.error() == ErrorCode.NO_STORAGE_VOL && Boolean.TRUE.equals(active)) {
                return Optional.of(volumeMissing(facts, pool.get(), volume));
            }
        }
        return Optional.empty();
    }

    private static Advice poolMissing(MigrationFacts facts, String pool) {
        return new Advice(
                "pool-missing",
                "%s has no storage pool named %s".formatted(facts.destination(), pool),
                List.of("a disk of %s is a volume of that pool, and is looked for by the pool's name"
                        .formatted(facts.guest())),
                List.of(new Remedy(
                        "define the pool there as it is on %s".formatted(facts.source()),
                        List.of(),
                        "pool-dumpxml %s > FILE, then pool-define FILE and pool-start %s on %s; to the same storage"
                                .formatted(pool, pool, facts.destination()))));
    }

    private static Advice poolInactive(MigrationFacts facts, String pool) {
        return new Advice(
                "pool-inactive",
                "storage pool %s is not active on %s".formatted(pool, facts.destination()),
                List.of("a disk of %s is a volume of it".formatted(facts.guest())),
                List.of(new Remedy(
                        "start it there, and migrate again",
                        facts.onDestination(
                                "pool-start " + facts.at(pool), facts.again().toString()),
                        "")));
    }

    private static Advice volumeMissing(MigrationFacts facts, String pool, String volume) {
        return new Advice(
                "volume-missing",
                "storage pool %s of %s knows no volume %s".formatted(pool, facts.destination(), volume),
                List.of("a pool does not see by itself what others have made in it: that takes a refresh"),
                List.of(
                        new Remedy(
                                "refresh the pool there, and migrate again",
                                facts.onDestination(
                                        "pool-refresh " + facts.at(pool),
                                        facts.again().toString()),
                                "helps only if the pools of both hosts lead to the same storage"),
                        new Remedy("see what it has", facts.onDestination("vol-list " + facts.at(pool)), "")));
    }

    /** The copies of the disks would have to be made, and there is no pool to make them in. */
    static Optional<Advice> copyNeedsPool(MigrationFacts facts) {
        List<DiskFacts> copied = facts.disks().stream()
                .filter(disk -> disk.copied() && disk.disk().pool() == null)
                .toList();
        if (facts.error() != ErrorCode.NO_STORAGE_POOL || copied.isEmpty()) {
            return Optional.empty();
        }
        String folder = Remedies.folder(copied.getFirst().disk());
        return Optional.of(new Advice(
                "copy-needs-pool",
                "%s has no active pool in which the copies of the disks could be made".formatted(facts.destination()),
                copied.stream().map(DiskFacts::line).toList(),
                List.of(
                        new Remedy(
                                "make a pool on %s there, then migrate again".formatted(folder),
                                facts.onDestination(
                                        "on %s 'pool-create-as %s dir --target %s'"
                                                .formatted(facts.destination(), poolName(folder), folder),
                                        facts.again().toString()),
                                "the pool is gone when %s stops; pool-define-as makes one that stays"
                                        .formatted(facts.destination())),
                        new Remedy(
                                "make empty images of the same size and format at these paths on %s"
                                        .formatted(facts.destination()),
                                List.of(),
                                "qemu-img create"))));
    }

    private static String poolName(String folder) {
        String name = folder.substring(folder.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9_.-]", "-");
        return name.isEmpty() ? "copies" : name;
    }

    /** What is there already is not as big as what is to be copied into it. */
    static Optional<Advice> sizesDiffer(MigrationFacts facts) {
        if (facts.error() != ErrorCode.OPERATION_FAILED || !facts.copies()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        for (DiskFacts disk : facts.disks()) {
            String path = disk.disk().source();
            Long here = path == null ? null : facts.here().sizes().get(path);
            Long there = path == null ? null : facts.there().sizes().get(path);
            if (disk.copied() && here != null && there != null && !here.equals(there)) {
                lines.add("disk %s: %s has %d bytes on %s and %d on %s"
                        .formatted(disk.disk().target(), path, here, facts.source(), there, facts.destination()));
            }
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "copy-size",
                "an image on %s has another size than the disk that is copied into it".formatted(facts.destination()),
                lines,
                List.of(
                        new Remedy(
                                "remove that image, if nobody needs it: libvirt makes one of the right size if a pool has"
                                        + " the folder",
                                List.of(),
                                "what is in it is lost"),
                        new Remedy(
                                "make one of the right size: qemu-img create, then migrate again",
                                List.of(),
                                "what is in the old one is lost"))));
    }

    /** Of incremental copies, libvirt makes none itself. */
    static Optional<Advice> incrementalNeedsOverlay(MigrationFacts facts) {
        if (facts.error() != ErrorCode.OPERATION_UNSUPPORTED || !facts.has("copy-storage-inc")) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "copy-needs-overlay",
                "with --copy-storage-inc, %s must have the disks' images already".formatted(facts.destination()),
                facts.disks().stream()
                        .filter(DiskFacts::copied)
                        .map(DiskFacts::line)
                        .toList(),
                List.of(
                        new Remedy(
                                "copy the disks wholly",
                                List.of(facts.again()
                                        .without("copy-storage-inc")
                                        .with("copy-storage-all")
                                        .toString()),
                                "takes as long as the disks are big"),
                        new Remedy(
                                "make an empty image over the same base at each path on %s, then migrate again"
                                        .formatted(facts.destination()),
                                List.of(),
                                "qemu-img create -f qcow2 -F FORMAT -b BASE PATH"))));
    }

    /** A folder of the host that the guest sees is not there. */
    static Optional<Advice> folderMissing(MigrationFacts facts) {
        if (facts.error() != ErrorCode.INTERNAL_ERROR) {
            return Optional.empty();
        }
        List<String> missing = facts.moving().xml().all("devices/filesystem/source").stream()
                .flatMap(source -> source.attribute("dir").stream())
                .filter(folder -> facts.there().lacks(folder) || facts.naming().has("'" + folder + "'"))
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "folder-missing",
                "%s does not have a folder that %s sees".formatted(facts.destination(), facts.guest()),
                missing.stream()
                        .map(folder -> "%s: not on %s".formatted(folder, facts.destination()))
                        .toList(),
                List.of(
                        new Remedy(
                                "make the folder available on %s under the same path".formatted(facts.destination()),
                                List.of(),
                                "with the same files, if the guest is to go on working with them"),
                        new Remedy("unmount it in the guest, and take it out of the definition", List.of(), ""))));
    }

    /** The images that the disks are based on, by path. */
    static List<String> backing(XmlElement domain) {
        List<String> paths = new ArrayList<>();
        for (XmlElement disk : domain.all("devices/disk")) {
            Optional<XmlElement> layer = disk.first("backingStore");
            while (layer.isPresent()) {
                layer.get()
                        .attribute("source", "file")
                        .filter(path -> path.startsWith("/"))
                        .ifPresent(paths::add);
                layer = layer.get().first("backingStore");
            }
        }
        return paths;
    }
}
