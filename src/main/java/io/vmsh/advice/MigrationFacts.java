package io.vmsh.advice;

import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.spec.Invocation;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about a migration that failed.
 *
 * @param error libvirt's number
 * @param guest its name
 * @param address the guest as a statement names it
 * @param source name of the session it is on
 * @param destination the word for where it was to go
 * @param running whether it runs; empty when unknown
 * @param cacheDrop whether QEMU can drop the host's cache of a file, with which libvirt lets every cache mode pass
 * @param snapshots how many it has
 * @param namesake what the destination has under the name it was to get
 * @param sameUuid name of what the destination has under its UUID
 * @param sameHost whether source and destination are one host
 * @param destinationSession whether the destination is a session, so that statements can be sent to it
 */
record MigrationFacts(
        ErrorCode error,
        Invocation statement,
        String guest,
        String address,
        String source,
        String destination,
        Optional<Boolean> running,
        List<DiskFacts> disks,
        CacheDrop cacheDrop,
        int snapshots,
        Optional<Namesake> namesake,
        Optional<String> sameUuid,
        boolean sameHost,
        boolean destinationSession) {

    MigrationFacts {
        disks = List.copyOf(disks);
    }

    /** QEMU's ability to drop the host's cache of a file, as far as it can be told from outside. */
    enum CacheDrop {
        /** QEMU and libvirt are new enough. Only a filter in the host's qemu.conf could take it away. */
        EXPECTED,
        TOO_OLD,
        /** The guest's own definition takes it away. */
        REMOVED,
        UNKNOWN
    }

    /** A guest of the same name on the destination. */
    record Namesake(String uuid, boolean sameUuid, boolean active) {}

    /** The disks for which libvirt would refuse for this reason. */
    List<DiskFacts> disks(DiskFacts.Verdict verdict) {
        return disks.stream()
                .filter(disk -> disk.verdict(cacheDrop == CacheDrop.EXPECTED) == verdict)
                .toList();
    }
}
