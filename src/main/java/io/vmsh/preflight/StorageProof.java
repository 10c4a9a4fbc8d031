package io.vmsh.preflight;

import io.vmsh.probe.FileLook;
import io.vmsh.session.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Proves that both hosts see the same storage, for the ways to move a guest in which libvirt does not look: {@code
 * --unsafe}, onto whatever file has the same name, and {@code --offline}. What has a serial number is compared by it;
 * in folders a small file is made, looked for and deleted, always; what cannot be proved so is compared as it is.
 */
public final class StorageProof {
    private final Side source;
    private final Side target;
    private final Map<String, FolderProof> folders = new HashMap<>();

    private StorageProof(Side source, Side target) {
        this.source = source;
        this.target = target;
    }

    /** What came of it. */
    public enum Answer {
        PROVED("proved"),
        NOT_PROVABLE("not provable"),
        DISPROVED("disproved");

        private final String word;

        Answer(String word) {
            this.word = word;
        }

        /** The word for people. */
        public String word() {
            return word;
        }
    }

    /**
     * What came of one disk.
     *
     * @param disk its target, such as {@code vda}
     * @param place its path, or pool and volume
     * @param evidence what was seen
     */
    public record Proof(String disk, String place, Answer answer, String evidence) {
        @Override
        public String toString() {
            return "disk %s, %s: %s".formatted(disk, answer.word(), evidence);
        }
    }

    /**
     * Tries it for every disk that is to be shared. Takes as long as both hosts take; files are made only in folders of
     * disks that are images.
     *
     * @throws io.vmsh.hypervisor.HypervisorException when a host cannot be asked
     * @throws InterruptedException when the caller is to stop; nothing is left behind
     */
    public static List<Proof> of(Guest guest, Way way, Session source, Session target) throws InterruptedException {
        return new StorageProof(
                        new Side(source.name(), source.hypervisor()), new Side(target.name(), target.hypervisor()))
                .of(guest.disks().stream().filter(disk -> !way.copies(disk)).toList());
    }

    private List<Proof> of(List<Disk> disks) throws InterruptedException {
        StorageSide here = StorageSide.look(source, disks);
        StorageSide there = StorageSide.look(target, disks);
        List<Proof> proofs = new ArrayList<>();
        for (Disk disk : disks) {
            proofs.add(
                    switch (disk.type()) {
                        case "network" -> proof(disk, Answer.PROVED, "it is on the network, " + disk.source());
                        case "nvme" -> proof(disk, Answer.DISPROVED, "it is a device of " + source.name());
                        case "file", "volume" -> image(disk, here, there);
                        default -> compared(disk, here, there);
                    });
        }
        return List.copyOf(proofs);
    }

    /** What lies in folders; a volume may be a device all the same. */
    private Proof image(Disk disk, StorageSide here, StorageSide there) throws InterruptedException {
        Set<String> folders = new LinkedHashSet<>();
        for (String path : disk.paths()) {
            Optional<String> link = link(path, here).or(() -> link(path, there));
            if (link.isPresent()) {
                return compared(disk, here, there, "%s is a link to %s".formatted(path, link.get()));
            }
            folders.add(StorageSide.folder(path));
        }
        if (disk.pool().isPresent()) {
            Proof known = compared(disk, here, there);
            StorageSide.VolumeSeen volume = here.volumes().get(disk.place());
            if (known.answer() != Answer.NOT_PROVABLE || volume == null) {
                return known;
            }
            folders.add(StorageSide.folder(volume.path()));
        }
        List<String> seen = new ArrayList<>();
        for (String folder : folders) {
            FolderProof proof = proof(folder);
            switch (proof.answer()) {
                case PROVED -> seen.add(proof.evidence());
                case DISPROVED -> {
                    return contradicted(disk, here, there, proof);
                }
                case NOT_PROVABLE -> {
                    return compared(disk, here, there, proof.evidence());
                }
            }
        }
        return proof(disk, Answer.PROVED, String.join("; ", seen));
    }

    private FolderProof proof(String folder) throws InterruptedException {
        FolderProof known = folders.get(folder);
        if (known == null) {
            known = FolderProof.of(folder, source, target);
            folders.put(folder, known);
        }
        return known;
    }

    private static Optional<String> link(String path, StorageSide side) {
        FileLook.Seen file = side.files().get(path);
        String name = path.substring(path.lastIndexOf('/'));
        return Optional.ofNullable(file).map(FileLook.Seen::real).filter(real -> !real.endsWith(name));
    }

    /** A network filesystem may be slow to show a new file, and then the file itself knows better. */
    private Proof contradicted(Disk disk, StorageSide here, StorageSide there, FolderProof proof) {
        return Sameness.of(disk, disk, here, there) == Sameness.SAME
                ? proof(
                        disk,
                        Answer.NOT_PROVABLE,
                        proof.evidence() + ", but the disk itself looks like one and the same on both")
                : proof(disk, Answer.DISPROVED, proof.evidence());
    }

    private Proof compared(Disk disk, StorageSide here, StorageSide there) {
        return compared(disk, here, there, "nothing tells whether both hosts see the same");
    }

    private Proof compared(Disk disk, StorageSide here, StorageSide there, String otherwise) {
        return switch (Sameness.of(disk, disk, here, there)) {
            case SAME ->
                proof(disk, Answer.PROVED, "%s looks on both hosts as only one thing can".formatted(disk.place()));
            case DIFFERENT ->
                proof(disk, Answer.DISPROVED, "%s on %s is another one".formatted(disk.place(), target.name()));
            case NOT_KNOWN -> proof(disk, Answer.NOT_PROVABLE, otherwise);
        };
    }

    private static Proof proof(Disk disk, Answer answer, String evidence) {
        return new Proof(disk.target(), disk.place(), answer, evidence);
    }
}
