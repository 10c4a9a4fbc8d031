package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.hypervisor.GuestDisk;
import io.vmsh.spec.StatementText;
import java.util.ArrayList;
import java.util.List;

/** Ways out that several causes share. */
final class Remedies {
    private Remedies() {}

    /** Copies the disks along; the destination must have room for them, and a pool to make them in. */
    static Remedy copyStorage(MigrationFacts facts, List<DiskFacts> disks) {
        List<String> statements = new ArrayList<>();
        String migrate = StatementText.of(facts.statement())
                .without("migrate-disks")
                .without("unsafe")
                .with("copy-storage-all")
                .toString();
        statements.add(migrate);
        String folders = String.join(
                ", ", disks.stream().map(disk -> folder(disk.disk())).distinct().toList());
        return new Remedy(
                "copy the disks to %s while the guest moves".formatted(facts.destination()),
                statements,
                "takes as long as the disks are big, and %s needs an active pool on %s (pool-create-as NAME dir --target %s)"
                        .formatted(
                                facts.destination(),
                                folders,
                                folder(disks.getFirst().disk())));
    }

    /** Shared storage cannot be copied onto itself: only to another place, which takes the guest's XML. */
    static Remedy copyStorageApart(MigrationFacts facts, List<DiskFacts> disks) {
        return new Remedy(
                "copy the disks to storage of %s's own: write its XML with other disk paths to FILE"
                        .formatted(facts.destination()),
                List.of(),
                StatementText.of(facts.statement()).with("copy-storage-all").with("persistent")
                        + " --xml FILE --persistent-xml FILE; the guest leaves the shared storage");
    }

    /** Writes past the host's cache from the next start on. */
    static Remedy cacheNone(MigrationFacts facts, List<DiskFacts> disks) {
        List<String> statements = new ArrayList<>();
        for (DiskFacts disk : disks) {
            statements.add("disk-cache %s %s none"
                    .formatted(
                            StatementText.quote(facts.address()),
                            StatementText.quote(disk.disk().target())));
        }
        statements.add("cold-restart " + StatementText.quote(facts.address()));
        statements.add(StatementText.of(facts.statement()).toString());
        return new Remedy(
                "set the cache mode to none, restart the guest cold, and migrate",
                statements,
                "the guest is down for the restart: QEMU takes a cache mode at its start only");
    }

    /** Looks which of the other hosts can take it. */
    static Remedy anotherHost(MigrationFacts facts) {
        return new Remedy("choose another host", List.of("migrate-check %s --to all".formatted(facts.address())), "");
    }

    /**
     * Gives the guest other XML on the destination.
     *
     * @param what is to be different in it
     * @param besides what else that means; empty for nothing
     */
    static Remedy otherXml(MigrationFacts facts, String what, String besides) {
        String typed = facts.again() + " --xml FILE --persistent-xml FILE (the latter with --persistent)";
        return new Remedy(what, List.of(), besides.isEmpty() ? typed : typed + "; " + besides);
    }

    /** Migrates without libvirt's check. */
    static Remedy unsafe(MigrationFacts facts, String price) {
        return new Remedy(
                "migrate without this check",
                List.of(StatementText.of(facts.statement()).with("unsafe").toString()),
                price);
    }

    static String folder(GuestDisk disk) {
        String path = String.valueOf(disk.source());
        int slash = path.lastIndexOf('/');
        return slash > 0 ? path.substring(0, slash) : "/";
    }
}
