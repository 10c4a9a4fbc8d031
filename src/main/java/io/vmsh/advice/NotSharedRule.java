package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.advice.DiskFacts.Verdict;
import io.vmsh.advice.MigrationFacts.CacheDrop;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.probe.HostSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Libvirt does not believe that the destination sees the guest's disks. */
final class NotSharedRule implements Rule<MigrationFacts> {
    static final String CODE = "unsafe-storage";

    @Override
    public Optional<Advice> explain(MigrationFacts facts) {
        List<DiskFacts> disks = facts.disks(Verdict.NOT_SHARED);
        if (facts.error() != ErrorCode.MIGRATE_UNSAFE || disks.isEmpty()) {
            return Optional.empty();
        }
        boolean same = disks.stream().allMatch(DiskFacts::sameThere);
        return Optional.of(new Advice(
                CODE,
                "libvirt does not take the storage of %s for shared, and the disks are not copied along"
                        .formatted(facts.guest()),
                facts(facts, disks, same),
                remedies(facts, disks, same)));
    }

    private static List<String> facts(MigrationFacts facts, List<DiskFacts> disks, boolean same) {
        List<String> lines = new ArrayList<>();
        disks.forEach(disk -> lines.add(disk.line()));
        if (same) {
            lines.add(facts.destination()
                    + " has, to all appearances, the very same file at that path: the storage is shared,"
                    + " but libvirt cannot tell");
        }
        for (DiskFacts disk : disks) {
            if (!same && disk.there().isPresent()) {
                lines.add("%s on %s: %s"
                        .formatted(
                                disk.disk().source(),
                                facts.destination(),
                                disk.there().get().exists() ? "another file of that name" : "no such file"));
            }
        }
        boolean seen = disks.stream().allMatch(disk -> disk.fileSystem().isPresent());
        lines.add(
                seen
                        ? "not the cause: the cache mode, which libvirt looks at only for shared storage"
                        : "the filesystem can be looked at over ssh only: connect with a qemu+ssh URI to be certain");
        if (facts.cacheDrop() == CacheDrop.EXPECTED) {
            boolean certain = facts.here()
                    .settings()
                    .filter(settings -> settings.knows(HostSettings.QEMU))
                    .isPresent();
            lines.add(
                    certain || seen
                            ? "the cache mode is never the cause here: this QEMU drops its host's cache, with which libvirt"
                                    + " lets every mode pass"
                            : "hardly the cause: the cache mode, since this QEMU drops its host's cache unless"
                                    + " migration-file-drop-cache is switched off in qemu.conf");
        }
        return lines;
    }

    private static List<Remedy> remedies(MigrationFacts facts, List<DiskFacts> disks, boolean same) {
        List<Remedy> remedies = new ArrayList<>();
        if (!same) {
            remedies.add(Remedies.copyStorage(facts, disks));
        }
        remedies.add(new Remedy(
                "put the disk where libvirt knows it is shared: NFS, Ceph, GlusterFS, GFS2, OCFS2, CIFS",
                List.of(),
                "the guest must be moved there first: see 'explain %s'".formatted(CODE)));
        remedies.add(Remedies.unsafe(
                facts,
                same
                        ? "libvirt takes your word that it is the same storage; if it were not, the guest would go on with"
                                + " another disk's data"
                        : "the guest goes on with whatever " + facts.destination()
                                + " has at that path: unless it is the"
                                + " same storage, its data is lost or damaged"));
        return remedies;
    }
}
