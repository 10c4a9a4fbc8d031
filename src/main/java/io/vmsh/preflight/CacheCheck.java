package io.vmsh.preflight;

import io.vmsh.hypervisor.Node;
import io.vmsh.probe.FileLook;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what the guest wrote may still be in the source host's cache when the target reads. QEMU from 4.0 on can drop
 * that cache, and libvirt from 5.7 on knows it: then every cache mode is safe.
 */
final class CacheCheck implements Check<CacheCheck.Facts> {
    private static final String DROP_CACHE = "migration-file-drop-cache";
    private static final long LIBVIRT_KNOWS = 5_007_000;
    private static final long QEMU_CAN = 4_000_000;

    /**
     * What it judges by.
     *
     * @param guest as statements name it
     * @param libvirt version on the source
     * @param qemu version on the source
     * @param taken whether the guest's definition takes the ability from QEMU
     * @param files the disks as a shell on the source sees them, by path
     */
    record Facts(
            String guest,
            Way way,
            List<Disk> disks,
            long libvirt,
            long qemu,
            boolean taken,
            Map<String, FileLook.Seen> files) {

        boolean dropsCache() {
            return libvirt >= LIBVIRT_KNOWS && qemu >= QEMU_CAN && !taken;
        }
    }

    @Override
    public String name() {
        return "cache";
    }

    @Override
    public Facts look(Scene scene) {
        Node source = scene.source().hypervisor().node();
        List<Disk> disks = scene.guest().disks();
        List<String> paths =
                disks.stream().flatMap(disk -> disk.paths().stream()).toList();
        return new Facts(
                scene.guestAddress(),
                scene.way(),
                disks,
                source.daemonVersion(),
                source.hypervisorVersion(),
                scene.guest().xml().all("qemu:capabilities/qemu:del").stream()
                        .map(taken -> taken.attribute("capability").orElse(""))
                        .anyMatch(DROP_CACHE::equals),
                scene.source().files(paths));
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        List<Disk> written = facts.disks().stream()
                .filter(disk -> !disk.readOnly() && !disk.type().equals("network"))
                .filter(disk -> !facts.way().copies(disk))
                .toList();
        if (!facts.way().live() || written.isEmpty()) {
            return judgement.ok("no disk that is written to moves by sharing").finding();
        }
        if (facts.dropsCache()) {
            return judgement
                    .ok(
                            "QEMU %s drops the host's cache of a disk by itself, so every cache mode is safe",
                            Versions.text(facts.qemu()))
                    .finding();
        }
        written.forEach(disk -> disk(facts, disk, judgement));
        return judgement.finding();
    }

    private static void disk(Facts facts, Disk disk, Judgement judgement) {
        Optional<FileLook.Seen> file = Optional.ofNullable(facts.files().get(disk.source()));
        boolean cluster = file.flatMap(FileLook.Seen::fileSystem)
                .filter(system -> system.cluster())
                .isPresent();
        if (disk.bypassesCache() || disk.shareable()) {
            judgement.ok("disk %s: cache mode %s", disk.target(), disk.cache());
        } else if (cluster) {
            judgement.ok("disk %s: its filesystem keeps the caches of hosts in step", disk.target());
        } else {
            judgement.say(
                    facts.way().unsafe() ? Verdict.NOTICE : Verdict.BLOCKER,
                    "disk %s: cache mode %s may keep what the guest wrote from the target",
                    disk.target(),
                    disk.cache());
            judgement.notice(why(facts));
            judgement.remedy(
                    "set the cache mode to none, and restart the guest cold",
                    "disk-cache %s %s none".formatted(facts.guest(), disk.target()),
                    "cold-restart " + facts.guest());
        }
    }

    private static String why(Facts facts) {
        if (facts.taken()) {
            return "the guest's definition takes %s from QEMU; with it every cache mode is safe".formatted(DROP_CACHE);
        }
        return "QEMU %s with libvirt %s cannot drop the host's cache; 4.0 with 5.7 can"
                .formatted(Versions.text(facts.qemu()), Versions.text(facts.libvirt()));
    }
}
