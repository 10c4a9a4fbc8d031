package io.vmsh.preflight;

import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.preflight.StorageProof.Answer;
import java.util.UUID;

/**
 * Whether a folder is the same one on two hosts: a small file is made in it by one, looked for by the other, and deleted.
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
    static FolderProof of(String folder, Side source, Side target) throws InterruptedException {
        String name = "vmsh-proof-" + UUID.randomUUID().toString().substring(0, 13);
        try (ProbePool here = ProbePool.at(source, folder, name);
                ProbePool there = ProbePool.at(target, folder, name)) {
            try {
                return written(folder, name, here, there);
            } catch (HypervisorException notHere) {
                return written(folder, name, there, here);
            }
        } catch (HypervisorException refused) {
            return new FolderProof(
                    Answer.NOT_PROVABLE,
                    "no file can be made in %s to compare: %s".formatted(folder, refused.message()));
        }
    }

    private static FolderProof written(String folder, String name, ProbePool from, ProbePool to)
            throws InterruptedException {
        try (Undo _ = from.write(name)) {
            for (int look = 1; look <= LOOKS; look++) {
                if (to.sees(name)) {
                    return new FolderProof(
                            Answer.PROVED,
                            "a file that %s made in %s was seen there by %s".formatted(from.host(), folder, to.host()));
                }
                if (look < LOOKS) {
                    Thread.sleep(BETWEEN_LOOKS_MILLIS);
                }
            }
            return new FolderProof(
                    Answer.DISPROVED,
                    "a file that %s made in %s is not there for %s".formatted(from.host(), folder, to.host()));
        }
    }
}
