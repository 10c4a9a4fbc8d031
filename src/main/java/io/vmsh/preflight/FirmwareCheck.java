package io.vmsh.preflight;

import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.XmlElement;
import io.vmsh.probe.FileLook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the guest starts from besides its disks: firmware, its settings (NVRAM), kernel, and the state of a TPM. */
final class FirmwareCheck implements Check<FirmwareCheck.Facts> {
    /**
     * What it judges by.
     *
     * @param needed files that must be at the target, with what they are for
     * @param nvram the file of firmware settings
     * @param tpm libvirt's word for what is behind the TPM
     * @param emulates whether the target emulates TPMs, where it tells
     * @param files as a shell on the target sees them
     */
    record Facts(
            String source,
            String target,
            boolean live,
            Map<String, String> needed,
            Optional<String> nvram,
            Optional<String> tpm,
            Optional<Boolean> emulates,
            Map<String, FileLook.Seen> files) {}

    @Override
    public String name() {
        return "firmware";
    }

    @Override
    public Facts look(Scene scene) {
        XmlElement xml = scene.arrival().xml();
        Map<String, String> needed = needed(xml);
        Optional<String> nvram = xml.text("os/nvram").filter(path -> !path.isEmpty());
        List<String> paths = new ArrayList<>(needed.keySet());
        nvram.ifPresent(paths::add);
        Optional<String> tpm = xml.attribute("devices/tpm/backend", "type");
        return new Facts(
                scene.source().name(),
                scene.target().name(),
                scene.way().live(),
                needed,
                nvram,
                tpm,
                tpm.filter("emulator"::equals).flatMap(_ -> emulates(scene)),
                scene.target().files(paths));
    }

    private static Map<String, String> needed(XmlElement xml) {
        Map<String, String> needed = new LinkedHashMap<>();
        xml.text("os/loader").filter(path -> path.startsWith("/")).ifPresent(path -> needed.put(path, "firmware"));
        xml.attribute("os/nvram", "template").ifPresent(path -> needed.put(path, "the first firmware settings"));
        xml.text("os/kernel").ifPresent(path -> needed.put(path, "the kernel"));
        xml.text("os/initrd").ifPresent(path -> needed.put(path, "the initial file system"));
        xml.text("os/dtb").ifPresent(path -> needed.put(path, "the device tree"));
        return needed;
    }

    /** By what libvirt says that guests of this kind can have: it looks for swtpm. */
    private static Optional<Boolean> emulates(Scene scene) {
        try {
            XmlElement kind = scene.target()
                    .hypervisor()
                    .xmlQuery()
                    .tree(scene.target()
                            .hypervisor()
                            .capabilities()
                            .ofGuests(scene.arrival().kind()));
            return kind.first("devices/tpm")
                    .map(tpm -> tpm.all("enum").stream()
                            .filter(choice -> choice.attribute("name")
                                    .filter("backendModel"::equals)
                                    .isPresent())
                            .flatMap(choice -> choice.all("value").stream())
                            .anyMatch(value -> value.text().strip().equals("emulator")));
        } catch (HypervisorException unknownKind) {
            return Optional.empty();
        }
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        facts.needed().forEach((path, what) -> file(facts, path, what, judgement));
        facts.nvram().ifPresent(path -> nvram(facts, path, judgement));
        facts.tpm().ifPresent(type -> tpm(facts, type, judgement));
        if (judgement.isEmpty()) {
            judgement.ok("nothing but what comes with QEMU");
        }
        return judgement.finding();
    }

    private static void file(Facts facts, String path, String what, Judgement judgement) {
        FileLook.Seen seen = facts.files().get(path);
        if (seen == null) {
            judgement
                    .unknown("nobody can see whether %s has %s: %s", facts.target(), what, path)
                    .remedy("open %s by qemu+ssh to have it looked at".formatted(facts.target()));
        } else if (seen.exists()) {
            judgement.ok("%s has %s: %s", facts.target(), what, path);
        } else {
            judgement
                    .say(
                            facts.live() ? Verdict.BLOCKER : Verdict.NOTICE,
                            "%s does not have %s: %s",
                            facts.target(),
                            what,
                            path)
                    .remedy("install it there: the same package, or a copy of the file");
        }
    }

    private static void nvram(Facts facts, String path, Judgement judgement) {
        if (facts.live()) {
            judgement.ok("firmware settings travel with the memory, into %s", path);
        } else {
            FileLook.Seen seen = facts.files().get(path);
            judgement
                    .notice(
                            "firmware settings do not come along when the guest is off: %s %s %s",
                            facts.target(), seen == null ? "may lack" : seen.exists() ? "has its own" : "lacks", path)
                    .remedy("copy %s to %s".formatted(path, facts.target()));
        }
    }

    private static void tpm(Facts facts, String type, Judgement judgement) {
        if (!type.equals("emulator")) {
            judgement.say(
                    facts.live() ? Verdict.BLOCKER : Verdict.NOTICE, "the guest has a TPM of the host (%s)", type);
        } else if (!facts.live()) {
            judgement
                    .notice("the state of the emulated TPM does not come along when the guest is off")
                    .remedy("copy /var/lib/libvirt/swtpm/UUID to %s".formatted(facts.target()));
        } else if (facts.emulates().isEmpty()) {
            judgement.unknown("%s does not tell whether it emulates TPMs", facts.target());
        } else if (facts.emulates().get()) {
            judgement.ok("%s emulates TPMs; the state of this one travels along", facts.target());
        } else {
            judgement.blocker("%s emulates no TPM", facts.target()).remedy("install swtpm there");
        }
    }
}
