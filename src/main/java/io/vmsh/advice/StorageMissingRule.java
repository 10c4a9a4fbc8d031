package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.probe.FileLook.Seen;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The destination lacks a file that the guest needs. */
final class StorageMissingRule implements Rule<MigrationFacts> {
    private static final Set<ErrorCode> ERRORS =
            EnumSet.of(ErrorCode.SYSTEM_ERROR, ErrorCode.NO_STORAGE_POOL, ErrorCode.NO_STORAGE_VOL);

    @Override
    public Optional<Advice> explain(MigrationFacts facts) {
        if (!ERRORS.contains(facts.error())) {
            return Optional.empty();
        }
        List<DiskFacts> missing = facts.disks().stream()
                .filter(disk -> disk.there().filter(Seen::exists).isEmpty()
                        && (disk.there().isPresent() || facts.error() != ErrorCode.SYSTEM_ERROR)
                        && disk.disk().source() != null)
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        boolean copying = missing.stream().allMatch(DiskFacts::copied);
        Remedy copy = Remedies.copyStorage(facts, missing);
        return Optional.of(new Advice(
                "storage-missing",
                copying
                        ? "%s has no active pool in which the copies of the disks could be made"
                                .formatted(facts.destination())
                        : "%s does not have the disks of %s".formatted(facts.destination(), facts.guest()),
                missing.stream().map(DiskFacts::line).toList(),
                List.of(
                        copying
                                ? new Remedy(
                                        "make a pool on that folder there, then migrate again",
                                        copy.statements(),
                                        copy.price())
                                : copy,
                        new Remedy(
                                "make the storage available on %s under the same path".formatted(facts.destination()),
                                List.of(),
                                ""))));
    }
}
