package io.vmsh.preflight;

import io.vmsh.hypervisor.XmlElement;
import io.vmsh.probe.FileLook.Seen;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the guest has devices that stay behind when it goes. */
final class DevicesCheck implements Check<DevicesCheck.Facts> {
    /**
     * What it judges by.
     *
     * @param folders that guests are given, as a shell on the target sees them
     */
    record Facts(Guest guest, boolean live, String target, Map<String, Seen> folders) {}

    @Override
    public String name() {
        return "devices";
    }

    @Override
    public Facts look(Scene scene) {
        List<String> folders = scene.arrival().xml().all("devices/filesystem/source").stream()
                .flatMap(source -> source.attribute("dir").stream())
                .toList();
        return new Facts(
                scene.arrival(),
                scene.way().live(),
                scene.target().name(),
                scene.target().files(folders));
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        if (!facts.live()) {
            return judgement
                    .ok("only the definition moves: no device stands in the way")
                    .finding();
        }
        XmlElement xml = facts.guest().xml();
        xml.all("devices/hostdev").forEach(device -> hostDevice(device, judgement));
        xml.all("devices/interface").forEach(device -> networkCard(device, judgement));
        xml.all("devices/shmem").forEach(device -> sharedMemory(device, judgement));
        xml.all("devices/filesystem").forEach(device -> folder(facts, device, judgement));
        video(xml, judgement);
        clock(xml, judgement);
        if (judgement.isEmpty()) {
            judgement.ok("no device that is bound to its host");
        }
        return judgement.finding();
    }

    private static void hostDevice(XmlElement device, Judgement judgement) {
        String type = device.attribute("type").orElse("?");
        if (device.attribute("mode").filter("subsystem"::equals).isEmpty()) {
            judgement.blocker("a device of the host is passed through: %s", type);
        } else if (type.equals("usb")) {
            judgement.notice("a USB device of the host is passed through; it does not come along");
        } else if (device.attribute("teaming", "type")
                .filter("transient"::equals)
                .isPresent()) {
            judgement.ok("a PCI device is passed through, and unplugged while the guest moves");
        } else {
            judgement
                    .blocker("a %s device of the host is passed through", type)
                    .remedy("detach it first, and attach one of the target's afterwards: virsh detach-device");
        }
    }

    private static void networkCard(XmlElement device, Judgement judgement) {
        String type = device.attribute("type").orElse("?");
        boolean teamed =
                device.attribute("teaming", "type").filter("transient"::equals).isPresent();
        if ((type.equals("hostdev") && !teamed) || type.equals("vdpa")) {
            judgement
                    .blocker(
                            "network card %s is a device of the host (%s)",
                            device.attribute("mac", "address").orElse("?"), type)
                    .remedy("detach it first, and attach one of the target's afterwards: virsh detach-interface");
        }
    }

    private static void sharedMemory(XmlElement device, Judgement judgement) {
        String name = device.attribute("name").orElse("?");
        Optional<String> model = device.attribute("model", "type");
        boolean master = device.attribute("role").filter("master"::equals).isPresent();
        if (model.filter("ivshmem"::equals).isPresent() || !master) {
            judgement.blocker("shared memory %s: only role master of the newer models can move", name);
        }
    }

    private static void folder(Facts facts, XmlElement device, Judgement judgement) {
        String folder = device.attribute("source", "dir").orElse("?");
        if (device.attribute("driver", "type").filter("virtiofs"::equals).isPresent()) {
            judgement
                    .blocker("folder %s of the host is given by virtiofs, which QEMU cannot migrate", folder)
                    .remedy("detach it first, or move the guest while it is off: virsh detach-device");
        } else {
            judgement.notice(
                    "folder %s of the host is given by 9p: QEMU refuses while the guest has it mounted", folder);
            Seen there = facts.folders().get(folder);
            if (there == null) {
                judgement
                        .unknown("nobody can see whether %s has the folder %s", facts.target(), folder)
                        .remedy("open %s by qemu+ssh to have it looked at".formatted(facts.target()));
            } else if (there.exists()) {
                judgement.ok("%s has a folder %s", facts.target(), folder);
            } else {
                judgement
                        .blocker("%s has no folder %s", facts.target(), folder)
                        .remedy("make it there, or bring the storage that it is on");
            }
        }
    }

    private static void video(XmlElement xml, Judgement judgement) {
        boolean drawn = xml.all("devices/video/model/acceleration").stream()
                .anyMatch(acceleration ->
                        acceleration.attribute("accel3d").filter("yes"::equals).isPresent());
        if (drawn) {
            judgement.blocker("the guest draws by the host's graphics card (accel3d), which QEMU cannot migrate");
        }
        if (xml.has("launchSecurity")) {
            judgement.blocker("the guest's memory is sealed to this host's processor (launchSecurity)");
        }
        if (xml.has("qemu:commandline")) {
            judgement.notice("the guest has options for QEMU that libvirt does not know (qemu:commandline)");
        }
    }

    private static void clock(XmlElement xml, Judgement judgement) {
        boolean invariant = xml.all("cpu/feature").stream()
                .anyMatch(feature -> feature.attribute("name")
                                .filter("invtsc"::equals)
                                .isPresent()
                        && feature.attribute("policy").filter("require"::equals).isPresent());
        boolean frequency = xml.all("clock/timer").stream()
                .anyMatch(timer -> timer.attribute("frequency").isPresent());
        if (invariant && !frequency) {
            judgement.blocker("the guest sees an invariant TSC (invtsc) without a set frequency");
        }
    }
}
