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
    private static final String NOTHING_TELLS = "nothing tells whether both hosts see the same";

    private final Side source;
    private final Side target;
    private final Map<List<String>, FolderProof> folders = new HashMap<>();

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

    /** A disk here, and as the target is to have it, which other XML may make different. */
    private record Pair(Disk here, Disk there) {
        /** The files of both, one below the other; the target finds those that its XML does not name by the image itself. */
        List<String> arriving() {
            List<String> paths = new ArrayList<>(there.paths());
            List<String> own = here.paths();
            if (paths.size() == 1 && own.size() > 1) {
                paths.addAll(own.subList(1, own.size()));
            }
            return paths;
        }

        boolean moved() {
            return !here.place().equals(there.place());
        }
    }

    /**
     * Tries it for every disk that is to be shared. Takes as long as both hosts take; files are made only in folders of
     * disks that are images.
     *
     * @throws io.vmsh.hypervisor.HypervisorException when a host cannot be asked, or the XML for the target is none
     * @throws InterruptedException when the caller is to stop; nothing is left behind
     */
    public static List<Proof> of(Guest guest, Way way, Session source, Session target) throws InterruptedException {
        Guest arrival = way.get(Way.Value.XML)
                .map(xml -> guest.as(xml, source.hypervisor().xmlQuery()))
                .orElse(guest);
        return new StorageProof(
                        new Side(source.name(), source.hypervisor()), new Side(target.name(), target.hypervisor()))
                .of(guest.disks().stream().filter(disk -> !way.copies(disk)).toList(), arrival.disks());
    }

    private List<Proof> of(List<Disk> disks, List<Disk> arriving) throws InterruptedException {
        StorageSide here = StorageSide.look(source, disks);
        StorageSide there = StorageSide.look(target, arriving);
        List<Proof> proofs = new ArrayList<>();
        for (Disk disk : disks) {
            Optional<Disk> arrival = arriving.stream()
                    .filter(other -> other.target().equals(disk.target()))
                    .findFirst();
            proofs.add(
                    arrival.isEmpty()
                            ? proof(
                                    disk,
                                    Answer.NOT_PROVABLE,
                                    "the XML for %s has no such disk".formatted(target.name()))
                            : proof(new Pair(disk, arrival.get()), here, there));
        }
        return List.copyOf(proofs);
    }

    private Proof proof(Pair pair, StorageSide here, StorageSide there) throws InterruptedException {
        Disk disk = pair.here();
        if (!disk.type().equals(pair.there().type())) {
            return compared(
                    pair,
                    here,
                    there,
                    "it is of type %s here and %s there"
                            .formatted(disk.type(), pair.there().type()));
        }
        return switch (disk.type()) {
            case "network" ->
                pair.moved()
                        ? proof(
                                disk,
                                Answer.DISPROVED,
                                "it is %s on the network, and %s there"
                                        .formatted(disk.source(), pair.there().source()))
                        : proof(disk, Answer.PROVED, "it is on the network, " + disk.source());
            case "nvme" -> proof(disk, Answer.DISPROVED, "it is a device of " + source.name());
            case "file", "volume" -> image(pair, here, there);
            default -> compared(pair, here, there, NOTHING_TELLS);
        };
    }

    /** What lies in folders; a volume may be a device all the same. */
    private Proof image(Pair pair, StorageSide here, StorageSide there) throws InterruptedException {
        Disk disk = pair.here();
        Set<List<String>> wanted = new LinkedHashSet<>();
        List<String> paths = disk.paths();
        List<String> arriving = pair.arriving();
        if (paths.size() != arriving.size()) {
            return compared(
                    pair, here, there, "it has %d images here and %d there".formatted(paths.size(), arriving.size()));
        }
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i);
            String other = arriving.get(i);
            Optional<String> link = link(path, here).or(() -> link(other, there));
            if (link.isPresent()) {
                return compared(pair, here, there, "%s is a link to %s".formatted(path, link.get()));
            }
            if (!name(path).equals(name(other))) {
                return compared(pair, here, there, "it is %s there, and %s here".formatted(other, path));
            }
            wanted.add(List.of(StorageSide.folder(path), StorageSide.folder(other)));
        }
        if (disk.pool().isPresent()) {
            Proof known = compared(pair, here, there, NOTHING_TELLS);
            StorageSide.VolumeSeen volume = here.volumes().get(disk.place());
            StorageSide.VolumeSeen other = there.volumes().get(pair.there().place());
            if (known.answer() != Answer.NOT_PROVABLE || volume == null || (pair.moved() && other == null)) {
                return known;
            }
            wanted.add(List.of(
                    StorageSide.folder(volume.path()),
                    StorageSide.folder(other == null ? volume.path() : other.path())));
        }
        List<String> seen = new ArrayList<>();
        for (List<String> folder : wanted) {
            FolderProof proof = proof(folder.getFirst(), folder.getLast());
            switch (proof.answer()) {
                case PROVED -> seen.add(proof.evidence());
                case DISPROVED -> {
                    return contradicted(pair, here, there, proof);
                }
                case NOT_PROVABLE -> {
                    return compared(pair, here, there, proof.evidence());
                }
            }
        }
        return proof(disk, Answer.PROVED, String.join("; ", seen));
    }

    private FolderProof proof(String here, String there) throws InterruptedException {
        List<String> key = List.of(here, there);
        FolderProof known = folders.get(key);
        if (known == null) {
            known = FolderProof.of(here, there, source, target);
            folders.put(key, known);
        }
        return known;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Optional<String> link(String path, StorageSide side) {
        FileLook.Seen file = side.files().get(path);
        String name = path.substring(path.lastIndexOf('/'));
        return Optional.ofNullable(file).map(FileLook.Seen::real).filter(real -> !real.endsWith(name));
    }

    /** A network filesystem may be slow to show a new file, and then the file itself knows better. */
    private Proof contradicted(Pair pair, StorageSide here, StorageSide there, FolderProof proof) {
        return Sameness.of(pair.here(), pair.there(), here, there) == Sameness.SAME
                ? proof(
                        pair.here(),
                        Answer.NOT_PROVABLE,
                        proof.evidence() + ", but the disk itself looks like one and the same on both")
                : proof(pair.here(), Answer.DISPROVED, proof.evidence());
    }

    private Proof compared(Pair pair, StorageSide here, StorageSide there, String otherwise) {
        return switch (Sameness.of(pair.here(), pair.there(), here, there)) {
            case SAME ->
                proof(
                        pair.here(),
                        Answer.PROVED,
                        "%s looks on both hosts as only one thing can"
                                .formatted(pair.there().place()));
            case DIFFERENT ->
                proof(
                        pair.here(),
                        Answer.DISPROVED,
                        "%s on %s is another one".formatted(pair.there().place(), target.name()));
            case NOT_KNOWN -> proof(pair.here(), Answer.NOT_PROVABLE, otherwise);
        };
    }

    private static Proof proof(Disk disk, Answer answer, String evidence) {
        return new Proof(disk.target(), disk.place(), answer, evidence);
    }
}
