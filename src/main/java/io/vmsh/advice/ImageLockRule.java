package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.locks.LockSurvey.Place;
import io.vmsh.spec.StatementText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Another QEMU has the file of a disk open, and the lock manager's lock was not met: it has another name, or is none. */
final class ImageLockRule implements Rule<ImageLockRule.Facts> {
    /**
     * What was found out.
     *
     * @param guest that could not be started, as a statement names it
     * @param users guests that run with one of its files
     */
    record Facts(ErrorCode error, String guest, List<Place> users) {}

    @Override
    public Optional<Advice> explain(Facts facts) {
        if (facts.error() != ErrorCode.INTERNAL_ERROR || facts.users().isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        List<Remedy> remedies = new ArrayList<>();
        for (Place user : facts.users()) {
            lines.add("%s runs with the same file, disk %s: %s"
                    .formatted(
                            user.address(),
                            user.lock().disk().target(),
                            user.lock().disk().path()));
            remedies.add(new Remedy(
                    "stop the guest that has it, if it should not run",
                    List.of("shutdown " + StatementText.quote(user.address())),
                    "that guest is down"));
        }
        lines.add("QEMU keeps a lock of its own on every image that it has open");
        remedies.add(new Remedy(
                "see why no lease was met first: a lease is named after the path, so let both name the file alike",
                List.of("lock-status --on all"),
                ""));
        return Optional.of(new Advice(
                "image-lock",
                "%s has a disk of %s open".formatted(facts.users().getFirst().address(), facts.guest()),
                lines,
                remedies));
    }
}
