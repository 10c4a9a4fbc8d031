package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.advice.DiskFacts.Verdict;
import io.vmsh.hypervisor.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Storage or cache mode: which of them cannot be told, since the source's filesystem cannot be seen from here. */
final class EitherUnsafeRule implements Rule<MigrationFacts> {
    static final String CODE = "unsafe";

    @Override
    public Optional<Advice> explain(MigrationFacts facts) {
        List<DiskFacts> disks = facts.disks(Verdict.EITHER);
        if (facts.error() != ErrorCode.MIGRATE_UNSAFE
                || disks.isEmpty()
                || !facts.disks(Verdict.NOT_SHARED).isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        disks.forEach(disk -> lines.add(disk.line()));
        lines.add(
                "the filesystem can be looked at over ssh only: a session with a qemu+ssh URI gets a definite answer");
        lines.add(
                switch (facts.cacheDrop()) {
                    case REMOVED ->
                        "the definition of " + facts.guest()
                                + " takes migration-file-drop-cache away from QEMU: if the storage is"
                                + " shared, the cache mode is the cause";
                    case FILTERED ->
                        "qemu.conf of " + facts.source()
                                + " takes migration-file-drop-cache away from QEMU: if the storage is"
                                + " shared, the cache mode is the cause";
                    case EXPECTED, TOO_OLD, UNKNOWN ->
                        "the cache mode can be the cause only with a QEMU before 4.0, or one whose migration-file-drop-cache is"
                                + " switched off";
                });
        List<Remedy> remedies = new ArrayList<>();
        Remedy none = Remedies.cacheNone(facts, disks);
        Remedy copy = Remedies.copyStorage(facts, disks);
        remedies.add(new Remedy("if the storage is shared: " + none.what(), none.statements(), none.price()));
        remedies.add(new Remedy("if it is not: " + copy.what(), copy.statements(), copy.price()));
        remedies.add(Remedies.unsafe(
                facts,
                "unless both hosts have the same storage, and the source's cache holds nothing, the guest's data is lost"
                        + " or damaged"));
        return Optional.of(new Advice(
                CODE,
                "either the storage of %s is not shared in libvirt's eyes, or its cache mode is not safe on shared storage"
                        .formatted(facts.guest()),
                lines,
                remedies));
    }
}
