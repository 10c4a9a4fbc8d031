package io.vmsh.advice;

import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.JobOperation;
import java.util.Optional;

/**
 * What was found out about a statement, not a migration, that failed on one guest.
 *
 * @param command the statement's first word
 * @param guest name of the guest; empty where the statement is about none
 * @param address the guest as a statement names it
 */
record StatementFacts(ErrorCode error, Naming naming, String command, String guest, String address, GuestFacts moving) {
    Optional<JobOperation> job() {
        return moving.job();
    }
}
