package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.probe.FileLook.Seen;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The destination lacks the file of a disk. */
final class StorageMissingRule implements Rule<MigrationFacts> {
    /** QEMU itself finds out, as an internal error, where libvirt's own look at the disks is switched off. */
    private static final Set<ErrorCode> ERRORS = EnumSet.of(ErrorCode.SYSTEM_ERROR, ErrorCode.INTERNAL_ERROR);

    @Override
    public Optional<Advice> explain(MigrationFacts facts) {
        if (!ERRORS.contains(facts.error())) {
            return Optional.empty();
        }
        List<DiskFacts> missing =
                facts.disks().stream().filter(disk -> isMissing(disk, facts)).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "storage-missing",
                "%s does not have the disks of %s".formatted(facts.destination(), facts.guest()),
                missing.stream().map(DiskFacts::line).toList(),
                List.of(
                        Remedies.copyStorage(facts, missing),
                        new Remedy(
                                "make the storage available on %s under the same path".formatted(facts.destination()),
                                List.of(),
                                ""))));
    }

    /** A file that a shell does not find; without a shell, one that the error names. */
    private static boolean isMissing(DiskFacts disk, MigrationFacts facts) {
        Optional<Seen> there = disk.there();
        return disk.disk().source() != null
                && !StorageRules.isMedium(disk.disk())
                && (there.isPresent()
                        ? !there.get().exists()
                        : facts.naming().has(Optional.ofNullable(disk.disk().source())));
    }
}
