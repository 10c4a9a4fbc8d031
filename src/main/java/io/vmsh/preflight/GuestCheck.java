package io.vmsh.preflight;

import java.util.Optional;
import java.util.Set;

/** Whether the guest is in a state in which libvirt lets it go. */
final class GuestCheck implements Check<GuestCheck.Facts> {
    /** Formats that QEMU does not migrate, since it keeps parts of them in memory. */
    private static final Set<String> FIXED_FORMATS = Set.of("vmdk", "vdi", "vpc", "qcow");

    /** What it judges by. */
    record Facts(Guest guest, Way way, String address) {}

    @Override
    public String name() {
        return "guest";
    }

    @Override
    public Facts look(Scene scene) {
        return new Facts(scene.guest(), scene.way(), scene.guestAddress());
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        Guest guest = facts.guest();
        state(facts, judgement);
        snapshots(guest, facts.address(), judgement);
        if (facts.way().live()) {
            standstill(guest.standstill(), facts.address(), judgement);
        }
        Optional<String> job = guest.job();
        job.ifPresent(running -> judgement
                .blocker("something has the guest: %s", running)
                .remedy("see how far it is, and wait for its end", "domjobinfo " + facts.address())
                .remedy("stop it", "domjobabort " + facts.address()));
        for (Disk disk : guest.disks()) {
            String busy = guest.diskJobs().get(disk.target());
            if (busy != null || disk.job()) {
                judgement
                        .blocker("disk %s is busy with a block job: %s", disk.target(), busy == null ? "copy" : busy)
                        .remedy("finish it: virsh blockjob %s %s --pivot".formatted(guest.name(), disk.target()))
                        .remedy("or stop it: virsh blockjob %s %s --abort".formatted(guest.name(), disk.target()));
            }
            if (facts.way().live() && disk.discarded()) {
                judgement.blocker("disk %s is transient: what is written to it cannot move", disk.target());
            }
            if (facts.way().live() && !disk.readOnly() && FIXED_FORMATS.contains(disk.format())) {
                judgement
                        .blocker("disk %s is %s, which QEMU cannot migrate while it runs", disk.target(), disk.format())
                        .remedy("convert it to qcow2 with qemu-img, or move the guest while it is off");
            }
        }
        return judgement.finding();
    }

    private static void state(Facts facts, Judgement judgement) {
        Guest guest = facts.guest();
        if (facts.way().live() && !guest.active()) {
            judgement
                    .blocker("%s is not running, and cannot move live", guest.name())
                    .remedy("move its definition: migrate --offline --persistent");
        } else if (!facts.way().live() && guest.active()) {
            judgement.notice(
                    "%s runs: --offline copies its definition and leaves it running where it is", guest.name());
        } else {
            judgement.ok("%s is %s", guest.name(), guest.active() ? "running" : "shut off");
        }
        Way way = facts.way();
        if (way.has(Way.Option.UNDEFINE_SOURCE) && !way.has(Way.Option.PERSISTENT)) {
            judgement
                    .notice(
                            "--undefinesource without --persistent: nobody keeps its definition, and it is gone for good"
                                    + " when it stops")
                    .remedy("let the target keep it: --persistent");
        }
        if (!guest.persistent()) {
            judgement.notice("it is transient: %s keeps nothing of it once it has gone", guest.name());
        }
    }

    private static void standstill(Standstill standstill, String address, Judgement judgement) {
        String remedy = "resume it first; once it has run, it can be suspended again";
        switch (standstill) {
            case NONE -> {}
            case POSSIBLE ->
                judgement
                        .notice(
                                "it has not run here yet: should it have come paused, this QEMU may crash when it moves on")
                        .remedy(remedy, "resume " + address);
            case SINCE_ARRIVAL ->
                judgement
                        .blocker("it came paused and has stood still since: this QEMU may crash when it moves on")
                        .remedy(remedy, "resume " + address);
        }
    }

    private static void snapshots(Guest guest, String address, Judgement judgement) {
        if (guest.snapshots() > 0) {
            judgement
                    .blocker(
                            "it has %d snapshot%s, and libvirt moves no guest that has any",
                            guest.snapshots(), guest.snapshots() == 1 ? "" : "s")
                    .remedy("see which", "snapshot-list " + address)
                    .remedy(
                            "drop libvirt's record of each and keep its data",
                            "snapshot-delete %s NAME --metadata".formatted(address));
        } else {
            judgement.ok("no snapshots");
        }
        if (guest.checkpoints() > 0) {
            judgement
                    .notice(
                            "it has %d checkpoint%s, whose records stay on the source: the next backup there is a full one",
                            guest.checkpoints(), guest.checkpoints() == 1 ? "" : "s")
                    .remedy("see which: virsh checkpoint-list " + guest.name());
        }
    }
}
