package io.vmsh.preflight;

import io.vmsh.hypervisor.Secrets;
import io.vmsh.hypervisor.Secrets.Usage;
import io.vmsh.hypervisor.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether the target has the secrets by which the guest's disks and its TPM are opened. */
final class SecretsCheck implements Check<SecretsCheck.Facts> {
    /** What it judges by: each secret, and whether the target has it. */
    record Facts(String source, String target, Map<Wanted, Boolean> there) {}

    /**
     * A secret.
     *
     * @param what needs it
     * @param type libvirt's word for the use; empty when it is named by UUID
     * @param name UUID or use
     */
    record Wanted(String what, Optional<Usage> type, String name) {
        boolean isIn(Secrets secrets) {
            return type.map(use -> secrets.has(use, name)).orElseGet(() -> secrets.has(name));
        }
    }

    @Override
    public String name() {
        return "secrets";
    }

    @Override
    public Facts look(Scene scene) {
        Secrets secrets = scene.target().hypervisor().secrets();
        Map<Wanted, Boolean> there = new HashMap<>();
        for (Wanted wanted : wanted(scene.arrival().xml())) {
            there.put(wanted, wanted.isIn(secrets));
        }
        return new Facts(scene.source().name(), scene.target().name(), there);
    }

    /** All that a definition names. */
    static List<Wanted> wanted(XmlElement xml) {
        List<Wanted> wanted = new ArrayList<>();
        for (XmlElement disk : xml.all("devices/disk")) {
            String what = "disk " + disk.attribute("target", "dev").orElse("?");
            all(disk, "secret").forEach(secret -> of(what, secret).ifPresent(wanted::add));
        }
        for (XmlElement encryption : xml.all("devices/tpm/backend/encryption")) {
            encryption.attribute("secret").ifPresent(uuid -> wanted.add(new Wanted("the TPM", Optional.empty(), uuid)));
        }
        return wanted;
    }

    private static List<XmlElement> all(XmlElement below, String name) {
        List<XmlElement> found = new ArrayList<>();
        for (XmlElement child : below.children()) {
            if (child.name().equals(name)) {
                found.add(child);
            }
            found.addAll(all(child, name));
        }
        return found;
    }

    private static Optional<Wanted> of(String what, XmlElement secret) {
        Optional<Usage> type = switch (secret.attribute("type").orElse("").toLowerCase(Locale.ROOT)) {
            case "ceph" -> Optional.of(Usage.CEPH);
            case "iscsi" -> Optional.of(Usage.ISCSI);
            default -> Optional.of(Usage.VOLUME);
        };
        return secret.attribute("uuid")
                .map(uuid -> new Wanted(what, Optional.empty(), uuid))
                .or(() -> secret.attribute("usage").map(use -> new Wanted(what, type, use)));
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        if (facts.there().isEmpty()) {
            judgement.ok("no secret is needed");
        }
        facts.there().forEach((wanted, has) -> {
            if (has) {
                judgement.ok("%s has the secret of %s: %s", facts.target(), wanted.what(), wanted.name());
            } else {
                judgement
                        .blocker("%s has no secret for %s: %s", facts.target(), wanted.what(), wanted.name())
                        .remedy("define it there as it is on %s, and set its value (virsh secret-define,"
                                        .formatted(facts.source())
                                + " secret-set-value)");
            }
        });
        return judgement.finding();
    }
}
