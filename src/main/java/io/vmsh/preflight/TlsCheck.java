package io.vmsh.preflight;

import io.vmsh.preflight.Way.Option;
import io.vmsh.probe.FileLook;
import io.vmsh.probe.HostSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether memory may travel in the clear, and, if it is to be encrypted, both hosts have what that takes. */
final class TlsCheck implements Check<TlsCheck.Facts> {
    private static final String FOLDER = "/etc/pki/qemu";
    private static final List<String> OF_SOURCE = List.of("ca-cert.pem");
    private static final List<String> OF_TARGET = List.of("ca-cert.pem", "server-cert.pem", "server-key.pem");

    /**
     * What it judges by.
     *
     * @param missing files that a host lacks, by the host's name; a host is missing when it could not be asked
     * @param insisting hosts that take no memory in the clear
     */
    record Facts(String source, String target, Way way, Map<String, List<String>> missing, List<String> insisting) {}

    @Override
    public String name() {
        return "tls";
    }

    @Override
    public boolean ofHosts() {
        return true;
    }

    @Override
    public Facts look(Scene scene) {
        Side source = scene.source();
        Side target = scene.target();
        Map<String, List<String>> missing = new HashMap<>();
        if (scene.way().has(Option.TLS)) {
            missing(source, OF_SOURCE).ifPresent(files -> missing.put(source.name(), files));
            missing(target, OF_TARGET).ifPresent(files -> missing.put(target.name(), files));
        }
        return new Facts(
                source.name(),
                target.name(),
                scene.way(),
                missing,
                Stream.of(source, target)
                        .filter(TlsCheck::insists)
                        .map(Side::name)
                        .toList());
    }

    private static boolean insists(Side side) {
        return setting(side, "migrate_tls_force").filter("1"::equals).isPresent();
    }

    private static Optional<List<String>> missing(Side side, List<String> names) {
        String folder = setting(side, "migrate_tls_x509_cert_dir")
                .or(() -> setting(side, "default_tls_x509_cert_dir"))
                .orElse(FOLDER);
        List<String> paths = names.stream().map(name -> folder + "/" + name).toList();
        Map<String, FileLook.Seen> files = side.files(paths);
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(paths.stream()
                        .filter(path ->
                                !files.containsKey(path) || !files.get(path).exists())
                        .toList());
    }

    private static Optional<String> setting(Side side, String name) {
        return side.settings().flatMap(known -> known.get(HostSettings.QEMU, name));
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        if (!facts.way().live()) {
            return judgement.ok("no memory is sent").finding();
        }
        if (!facts.way().has(Option.TLS)) {
            facts.insisting()
                    .forEach(host -> judgement
                            .blocker("%s takes part in migrations with TLS only (migrate_tls_force)", host)
                            .remedy("encrypt it: --tls"));
            if (judgement.isEmpty()) {
                judgement.ok("memory is not to be encrypted (no --tls)");
            }
            return judgement.finding();
        }
        for (String host : List.of(facts.source(), facts.target())) {
            List<String> lacks = facts.missing().get(host);
            if (lacks == null) {
                judgement
                        .unknown("nobody can see whether %s has certificates for QEMU", host)
                        .remedy("open %s by qemu+ssh to have it looked at".formatted(host));
            } else if (lacks.isEmpty()) {
                judgement.ok("%s has its certificates for QEMU", host);
            } else {
                judgement
                        .blocker("%s lacks %s", host, String.join(", ", lacks))
                        .remedy("put them there: a certificate for the name %s, and the authority that signed it"
                                .formatted(host))
                        .remedy("or send memory in the clear: without --tls");
            }
        }
        return judgement.finding();
    }
}
