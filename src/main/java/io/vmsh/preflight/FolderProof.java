package io.vmsh.preflight;

import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.preflight.StorageProof.Answer;
import java.util.UUID;

/**
 * Whether a folder is the same one on two hosts, whatever its path is there: a small file is made in it by one, looked for
 * by the other, and deleted.
 *
 * @param evidence what was seen, as the end of a sentence
 */
record FolderProof(Answer answer, String evidence) {
    /** Network filesystems may take a moment to show what another host has made. */
    private static final int LOOKS = 4;

    private static final long BETWEEN_LOOKS_MILLIS = 700;

    /**
     * Tries it; asks libvirt only, so that any connection will do.
     *
     * @throws InterruptedException when the caller is to stop; nothing is left behind
     */
    static FolderProof of(String here, String there, Side source, Side target) throws InterruptedException {
        String name = "vmsh-proof-" + UUID.randomUUID().toString().substring(0, 13);
        try (ProbePool from = ProbePool.at(source, here, name);
                ProbePool to = ProbePool.at(target, there, name)) {
            try {
                return written(name, here, from, there, to);
            } catch (HypervisorException notHere) {
                return written(name, there, to, here, from);
            }
        } catch (HypervisorException refused) {
            return new FolderProof(
                    Answer.NOT_PROVABLE, "no file can be made in %s to compare: %s".formatted(here, refused.message()));
        }
    }

    private static FolderProof written(String name, String folder, ProbePool from, String other, ProbePool to)
            throws InterruptedException {
        try (Undo _ = from.write(name)) {
            for (int look = 1; look <= LOOKS; look++) {
                if (to.sees(name)) {
                    return new FolderProof(
                            Answer.PROVED,
                            "a file that %s made in %s was seen %s by %s"
                                    .formatted(from.host(), folder, there(folder, other), to.host()));
                }
                if (look < LOOKS) {
                    Thread.sleep(BETWEEN_LOOKS_MILLIS);
                }
            }
            return new FolderProof(
                    Answer.DISPROVED,
                    "a file that %s made in %s is not %s for %s"
                            .formatted(from.host(), folder, there(folder, other), to.host()));
        }
    }

    private static String there(String folder, String other) {
        return other.equals(folder) ? "there" : "in " + other;
    }
}
