package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.spec.StatementText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Another guest, here or on another host, holds the lock of a disk. */
final class LockRule implements Rule<LockRule.Facts> {
    /**
     * What was found out.
     *
     * @param guest name of the guest that wants the disk
     * @param disks paths of its disks that take a lock
     * @param users guests that run with one of these disks, as a statement names them
     */
    record Facts(ErrorCode error, String guest, List<String> disks, List<String> users) {}

    @Override
    public Optional<Advice> explain(Facts facts) {
        if (facts.error() != ErrorCode.RESOURCE_BUSY) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        facts.disks().forEach(disk -> lines.add("a disk of " + facts.guest() + ": " + disk));
        List<Remedy> remedies = new ArrayList<>();
        if (facts.users().isEmpty()) {
            lines.add("no guest on the open sessions runs with one of them: the holder is on a host without a session");
        }
        for (String user : facts.users()) {
            lines.add(user + " runs with it");
            remedies.add(new Remedy(
                    "stop the guest that holds it, if it should not run",
                    List.of("shutdown " + StatementText.quote(user)),
                    "that guest is down"));
        }
        return Optional.of(new Advice(
                "lock-busy",
                "a disk of %s is locked: another guest writes to it".formatted(facts.guest()),
                lines,
                remedies));
    }
}
