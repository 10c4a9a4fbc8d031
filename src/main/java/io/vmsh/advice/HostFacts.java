package io.vmsh.advice;

import io.vmsh.probe.FileLook.Seen;
import io.vmsh.probe.HostSettings;
import io.vmsh.probe.Knock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One of the two hosts of a failed migration, after the failure.
 *
 * @param reach whether it answers
 * @param hostname its own name, as it tells libvirt
 * @param networks whether each network that the guest uses is active; those that the host lacks are missing
 * @param files what a shell on the host sees, by path; empty where there is no shell
 * @param pools whether each storage pool is active, by name
 * @param sizes how big a guest sees its disks' images, in bytes, by path
 * @param kindRefusal why it runs no guest of this emulator, machine type and acceleration; empty when it does
 * @param cpuRefusal why it cannot give the guest its processor; empty when it can, or could not be asked
 * @param freeMemory bytes
 * @param settings libvirt's configuration; empty where it could not be read
 * @param certificate names in the certificate by which QEMU proves who it is; empty where it could not be read
 * @param lastWords the end of the guest's log, if that was written to just now; it tells why QEMU ended
 */
record HostFacts(
        Reach reach,
        Optional<String> hostname,
        Map<String, Boolean> networks,
        Map<String, Seen> files,
        Map<String, Boolean> pools,
        Map<String, Long> sizes,
        Optional<String> kindRefusal,
        Optional<String> cpuRefusal,
        OptionalLong freeMemory,
        Optional<HostSettings> settings,
        Optional<List<String>> certificate,
        List<String> lastWords) {

    /**
     * Whether a host answers.
     *
     * @param lost whether a connection to it broke
     * @param answers whether it can be asked now
     * @param refusal why not
     * @param knock what its port says; empty when nobody knocked
     */
    record Reach(boolean lost, boolean answers, Optional<String> refusal, Optional<Knock> knock) {
        static final Reach UNKNOWN = new Reach(false, false, Optional.empty(), Optional.empty());
        static final Reach OPEN = new Reach(false, true, Optional.empty(), Optional.empty());

        /** Whether its connection broke, or cannot be opened. */
        boolean gone() {
            return lost || refusal.isPresent();
        }
    }

    static final HostFacts UNKNOWN = of(Reach.UNKNOWN);

    /** A host of which no more is known. */
    static HostFacts of(Reach reach) {
        return new HostFacts(
                reach,
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** Whether a file is known not to be there. */
    boolean lacks(String path) {
        Seen file = files.get(path);
        return file != null && !file.exists();
    }
}
