package io.vmsh.advice;

import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.StatementText;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about a migration that failed.
 *
 * @param error libvirt's number
 * @param naming what libvirt's sentence names
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
 * @param moving the guest itself
 * @param here what the source has
 * @param there what the destination has
 * @param way what is between the hosts
 */
record MigrationFacts(
        ErrorCode error,
        Naming naming,
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
        boolean destinationSession,
        GuestFacts moving,
        HostFacts here,
        HostFacts there,
        WayFacts way) {

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
        /** The source's qemu.conf takes it away. */
        FILTERED,
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

    /** Whether an option was given that has no value. */
    boolean has(String flag) {
        return statement.flags().contains(flag);
    }

    /** Whether an option was given that has a value. */
    boolean given(String option) {
        return statement.words().containsKey(option);
    }

    /** The value of an option, if it was given. */
    Optional<String> word(String option) {
        return Optional.ofNullable(statement.words().get(option)).map(List::getFirst);
    }

    boolean copies() {
        return has("copy-storage-all") || has("copy-storage-inc");
    }

    boolean fromSource() {
        return has("p2p") || has("direct");
    }

    /** The statement, to be changed. */
    StatementText again() {
        return StatementText.of(statement);
    }

    /** A name on the destination as a statement takes it. */
    String at(String name) {
        return StatementText.quote(destinationSession ? destination + "/" + name : name);
    }

    /** What can be sent to the destination: nothing when it is no session. */
    List<String> onDestination(String... statements) {
        return destinationSession ? List.of(statements) : List.of();
    }
}
