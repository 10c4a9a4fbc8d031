package io.vmsh.preflight;

import io.vmsh.hypervisor.XmlElement;
import java.util.Optional;

/** Whether the guest has devices that stay behind when it goes. */
final class DevicesCheck implements Check<DevicesCheck.Facts> {
    /** What it judges by. */
    record Facts(Guest guest, boolean live) {}

    @Override
    public String name() {
        return "devices";
    }

    @Override
    public Facts look(Scene scene) {
        return new Facts(scene.guest(), scene.way().live());
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
        xml.all("devices/filesystem").forEach(device -> folder(device, judgement));
        xml.all("devices/tpm").forEach(device -> tpm(device, judgement));
        xml.text("os/nvram")
                .ifPresent(
                        path -> judgement.notice("firmware settings in %s: the target gets a file of its own", path));
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
                    .remedy("detach it first, and attach one of the target's afterwards: detach-device");
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
                    .remedy("detach it first, and attach one of the target's afterwards: detach-interface");
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

    private static void folder(XmlElement device, Judgement judgement) {
        String folder = device.attribute("source", "dir").orElse("?");
        if (device.attribute("driver", "type").filter("virtiofs"::equals).isPresent()) {
            judgement
                    .blocker("folder %s of the host is given by virtiofs, which QEMU cannot migrate", folder)
                    .remedy("detach it first, or move the guest while it is off: detach-device");
        } else {
            judgement.notice(
                    "folder %s of the host is given by 9p: QEMU refuses while the guest has it mounted, and the target"
                            + " needs the same folder",
                    folder);
        }
    }

    private static void tpm(XmlElement device, Judgement judgement) {
        String type = device.attribute("backend", "type").orElse("?");
        if (type.equals("emulator")) {
            judgement.notice("an emulated TPM: the target needs swtpm, and a secret if its state is encrypted");
        } else {
            judgement.blocker("a TPM of the host (%s)", type);
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
