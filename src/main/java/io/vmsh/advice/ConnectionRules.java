package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.probe.HypervisorUri;
import io.vmsh.probe.Knock;
import java.util.List;
import java.util.Optional;

/** Why a host cannot be reached. */
final class ConnectionRules {
    private ConnectionRules() {}

    /**
     * What was found out.
     *
     * @param text the URI as it was given
     * @param knock what its port said; empty when nothing was tried
     * @param sshAnswer what ssh itself said, when it was refused
     * @param missing files of TLS that are not there on this machine
     */
    record Facts(
            ErrorCode error,
            String text,
            HypervisorUri uri,
            Optional<Knock> knock,
            Optional<String> sshAnswer,
            List<String> missing) {
        String place() {
            return uri.host()
                    + (uri.knockablePort().isPresent()
                            ? " port " + uri.knockablePort().getAsInt()
                            : "");
        }
    }

    static final List<Rule<Facts>> ALL = List.of(
            ConnectionRules::nameUnknown,
            ConnectionRules::refused,
            ConnectionRules::blocked,
            ConnectionRules::sshHostUnknown,
            ConnectionRules::sshRefused,
            ConnectionRules::tlsFileMissing,
            ConnectionRules::tlsRefused,
            ConnectionRules::daemonDown);

    private static Optional<Advice> nameUnknown(Facts facts) {
        if (facts.knock().filter(Knock.NAME_UNKNOWN::equals).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "name-unknown",
                "this machine knows no address for the name " + facts.uri().host(),
                List.of("asked: the resolver of this machine, for "
                        + facts.uri().host()),
                List.of(new Remedy(
                        "check the spelling, or give the name an address in DNS or /etc/hosts", List.of(), ""))));
    }

    private static Optional<Advice> refused(Facts facts) {
        if (facts.knock().filter(Knock.REFUSED::equals).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "port-refused",
                "%s refuses connections".formatted(facts.place()),
                List.of("the host is there, but nothing listens on the port, or a firewall turns callers away"),
                List.of(new Remedy(
                        switch (facts.uri().transport()) {
                            case "tcp" ->
                                "on that host, start libvirtd's TCP socket (systemctl start libvirtd-tcp.socket)";
                            case "", "tls" ->
                                "on that host, start libvirtd's TLS socket (systemctl start libvirtd-tls.socket)";
                            default -> "on that host, start sshd, or name its port in the URI";
                        },
                        List.of(),
                        ""))));
    }

    private static Optional<Advice> blocked(Facts facts) {
        if (facts.knock()
                .filter(knock -> knock == Knock.SILENT || knock == Knock.REJECTED || knock == Knock.NO_ROUTE)
                .isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "port-blocked",
                "nothing answers at %s".formatted(facts.place()),
                List.of(
                        switch (facts.knock().get()) {
                            case SILENT -> "what is sent there vanishes: the host is off, or a firewall drops it";
                            case REJECTED -> "a firewall rejects it";
                            default -> "the network has no way to that host, or it is off";
                        }),
                List.of()));
    }

    private static Optional<Advice> sshRefused(Facts facts) {
        if (facts.sshAnswer().isEmpty() || isAboutHostKey(facts.sshAnswer().get())) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "ssh-refused",
                "ssh does not let you in at " + facts.uri().host(),
                List.of("ssh says: " + facts.sshAnswer().get()),
                List.of(new Remedy(
                        "make this work first, as the user who runs vmsh: " + ssh(facts),
                        List.of(),
                        "the usual cause is a key that the host does not accept"))));
    }

    private static Optional<Advice> sshHostUnknown(Facts facts) {
        if (facts.sshAnswer().filter(ConnectionRules::isAboutHostKey).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "ssh-host-unknown",
                "ssh does not know the host key of %s, or knows another one"
                        .formatted(facts.uri().host()),
                List.of("ssh says: " + facts.sshAnswer().get()),
                List.of(new Remedy(
                        "connect once by hand, compare the key with the host's own, and accept it: " + ssh(facts),
                        List.of(),
                        "a key that has changed without a reason may mean that another machine answers in its name"))));
    }

    /** Whether it is the host's key that ssh does not like. OpenSSH's sentences are not translated. */
    static boolean isAboutHostKey(String answer) {
        return answer.contains("Host key verification failed") || answer.contains("HOST IDENTIFICATION HAS CHANGED");
    }

    private static String ssh(Facts facts) {
        return "ssh %s%s"
                .formatted(
                        facts.uri().user().map(name -> name + "@").orElse(""),
                        facts.uri().host());
    }

    private static Optional<Advice> tlsFileMissing(Facts facts) {
        if (!isTls(facts) || facts.missing().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "tls-file-missing",
                "a certificate or key is missing here, without which TLS cannot be used",
                facts.missing().stream()
                        .map(file -> file + ": not there, or not readable")
                        .toList(),
                List.of(new Remedy(
                        "put it there, or name the folder that has it: ?pkipath=FOLDER in the URI", List.of(), ""))));
    }

    private static Optional<Advice> tlsRefused(Facts facts) {
        if (!isTls(facts)
                || facts.error() != ErrorCode.AUTH_FAILED
                || !facts.missing().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "tls-refused",
                "the certificate of %s is not believed".formatted(facts.uri().host()),
                List.of("it is for another name, signed by another authority, or out of date"),
                List.of(
                        new Remedy(
                                "call the host by a name that is in its certificate: openssl s_client -connect %s:16514"
                                        .formatted(facts.uri().host()),
                                List.of(),
                                ""),
                        new Remedy(
                                "?no_verify=1 in the URI believes any certificate",
                                List.of(),
                                "whoever is between you and the host can then answer in its name"))));
    }

    private static boolean isTls(Facts facts) {
        return facts.uri().transport().equals("tls")
                || (facts.uri().transport().isEmpty() && !facts.uri().host().isEmpty());
    }

    private static Optional<Advice> daemonDown(Facts facts) {
        if (!facts.uri().host().isEmpty()
                || facts.error() != ErrorCode.SYSTEM_ERROR
                || facts.uri().driver().equals("test")) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "daemon-down",
                "no libvirt daemon answers on this machine",
                facts.uri().parameter("socket").map("its socket should be "::concat).stream()
                        .toList(),
                List.of(new Remedy(
                        "start it: systemctl start libvirtd.socket, or virtqemud.socket where each driver has its own",
                        List.of(),
                        "if it runs, this user may lack the right to open its socket: see the group libvirt"))));
    }
}
