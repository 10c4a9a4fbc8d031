package io.vmsh.hypervisor;

import java.util.Optional;

/**
 * What an active guest is busy with.
 *
 * @param job its job, if it has one and this side knows of it
 * @param arriving whether it is being moved here: the numbers of that are on the side it comes from
 */
public record GuestJob(DomainName guest, Optional<JobProgress> job, boolean arriving) {
    /** Whether it is being moved away. */
    public boolean leaving() {
        return job.filter(progress -> progress.type().running() && progress.operation() == JobOperation.MIGRATION_OUT)
                .isPresent();
    }
}
