package io.vmsh.advice;

import io.vmsh.advice.DiskFacts.Verdict;
import io.vmsh.hypervisor.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The storage is shared, but the source host's cache may hold what the destination does not see. */
final class CacheRule implements Rule<MigrationFacts> {
    static final String CODE = "unsafe-cache";

    @Override
    public Optional<Advice> explain(MigrationFacts facts) {
        List<DiskFacts> disks = facts.disks(Verdict.CACHE);
        if (facts.error() != ErrorCode.MIGRATE_UNSAFE
                || disks.isEmpty()
                || !facts.disks(Verdict.NOT_SHARED).isEmpty()
                || !facts.disks(Verdict.EITHER).isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        disks.forEach(disk -> lines.add(disk.line()));
        lines.add(capability(facts));
        lines.add("not the cause: the storage, which libvirt takes for shared");
        return Optional.of(new Advice(
                CODE,
                "%s writes through its host's cache, and %s might read old data from the shared disk"
                        .formatted(facts.guest(), facts.destination()),
                lines,
                List.of(
                        Remedies.cacheNone(facts, disks),
                        Remedies.copyStorageApart(facts, disks),
                        Remedies.unsafe(
                                facts,
                                "what the guest wrote last may be missing on " + facts.destination()
                                        + ": its filesystem can be damaged without a word"))));
    }

    private static String capability(MigrationFacts facts) {
        return switch (facts.cacheDrop()) {
            case REMOVED ->
                "the definition of " + facts.guest() + " takes the capability migration-file-drop-cache away from QEMU;"
                        + " with it, libvirt lets every cache mode pass";
            case FILTERED ->
                "capability_filters in qemu.conf of %s takes migration-file-drop-cache away from QEMU; without that, libvirt"
                                .formatted(facts.source())
                        + " lets every cache mode pass";
            case EXPECTED ->
                "QEMU is new enough to drop its host's cache, and libvirt would let every cache mode pass:"
                        + " migration-file-drop-cache must be switched off in qemu.conf";
            case TOO_OLD, UNKNOWN ->
                "with QEMU 4.0 and libvirt 5.7, QEMU drops its host's cache and libvirt lets every cache mode pass";
        };
    }
}
