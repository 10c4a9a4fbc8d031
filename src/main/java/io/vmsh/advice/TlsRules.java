package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.probe.HostSettings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Encrypted memory: it is demanded, or its certificates are not right. */
final class TlsRules {
    /** What a broken start of encryption shows as. */
    private static final Set<ErrorCode> NOT_ENCRYPTED =
            EnumSet.of(ErrorCode.INTERNAL_ERROR, ErrorCode.OPERATION_FAILED, ErrorCode.SYSTEM_ERROR);

    private static final String USUAL_FOLDER = "/etc/pki/qemu";

    private TlsRules() {}

    /** A host takes no memory that is not encrypted. */
    static Optional<Advice> required(MigrationFacts facts) {
        boolean forced = forced(facts.here()) || forced(facts.there());
        if (facts.error() != ErrorCode.OPERATION_INVALID
                || facts.has("tls")
                || !(forced || facts.naming().has("VIR_MIGRATE_TLS"))) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        if (forced(facts.here())) {
            lines.add("migrate_tls_force is set in qemu.conf of " + facts.source());
        }
        if (forced(facts.there())) {
            lines.add("migrate_tls_force is set in qemu.conf of " + facts.destination());
        }
        return Optional.of(new Advice(
                "tls-required",
                "memory may travel encrypted only",
                lines,
                List.of(new Remedy(
                        "encrypt it",
                        List.of(facts.again().without("tunnelled").with("tls").toString()),
                        "both hosts need certificates in %s; it takes processor time"
                                .formatted(folder(facts.there()))))));
    }

    private static boolean forced(HostFacts host) {
        return host.settings()
                .flatMap(settings -> settings.get(HostSettings.QEMU, "migrate_tls_force"))
                .filter("1"::equals)
                .isPresent();
    }

    /** A certificate or key is not there. */
    static Optional<Advice> certificateMissing(MigrationFacts facts) {
        if (!NOT_ENCRYPTED.contains(facts.error()) || !facts.has("tls")) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        missing(facts.destination(), facts.there(), serverFiles(facts.there()), facts, lines);
        missing(facts.source(), facts.here(), clientFiles(facts.here()), facts, lines);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "tls-certificate-missing",
                "a certificate is missing, without which memory cannot be encrypted",
                lines,
                List.of(
                        new Remedy(
                                "make a certificate for the host, signed by the authority that the others know",
                                List.of(),
                                "'explain tls-certificate-missing' tells which file each host needs"),
                        plain(facts))));
    }

    private static void missing(
            String name, HostFacts host, List<String> files, MigrationFacts facts, List<String> lines) {
        files.stream()
                .filter(file -> host.lacks(file) || facts.naming().has(file))
                .map(file -> "%s: %s is not there, or cannot be read".formatted(name, file))
                .filter(line -> !lines.contains(line))
                .forEach(lines::add);
    }

    /** The destination's certificate is for another name. */
    static Optional<Advice> otherName(MigrationFacts facts) {
        Optional<String> wanted =
                facts.word("tls-destination").or(() -> facts.way().host());
        Optional<List<String>> names = facts.there().certificate();
        if (!NOT_ENCRYPTED.contains(facts.error())
                || !facts.has("tls")
                || wanted.isEmpty()
                || names.isEmpty()
                || names.get().contains(wanted.get())) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "tls-other-name",
                "the certificate of %s is not for %s, the name by which it is called"
                        .formatted(facts.destination(), wanted.get()),
                List.of("its names are: " + String.join(", ", names.get())),
                List.of(
                        new Remedy(
                                "expect the name that is in it",
                                names.get().isEmpty()
                                        ? List.of()
                                        : List.of(facts.again()
                                                .with(
                                                        "tls-destination",
                                                        names.get().getFirst())
                                                .toString()),
                                "only if you know that this certificate is that host's"),
                        new Remedy(
                                "make a certificate for that name: subjectAltName DNS:%s".formatted(wanted.get()),
                                List.of(),
                                ""),
                        plain(facts))));
    }

    private static Remedy plain(MigrationFacts facts) {
        return new Remedy(
                "migrate without encryption",
                List.of(facts.again().without("tls").without("tls-destination").toString()),
                "whoever can listen between the hosts reads the guest's memory");
    }

    static String folder(HostFacts host) {
        return host.settings()
                .flatMap(settings -> settings.get(HostSettings.QEMU, "migrate_tls_x509_cert_dir")
                        .or(() -> settings.get(HostSettings.QEMU, "default_tls_x509_cert_dir")))
                .orElse(USUAL_FOLDER);
    }

    static List<String> serverFiles(HostFacts host) {
        return files(host, "server");
    }

    static List<String> clientFiles(HostFacts host) {
        return files(host, "client");
    }

    private static List<String> files(HostFacts host, String role) {
        String folder = folder(host);
        return List.of(folder + "/ca-cert.pem", folder + "/" + role + "-cert.pem", folder + "/" + role + "-key.pem");
    }
}
