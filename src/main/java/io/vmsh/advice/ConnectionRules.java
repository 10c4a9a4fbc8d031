package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
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
     */
    record Facts(String text, HypervisorUri uri, Optional<Knock> knock, Optional<String> sshAnswer) {
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
            ConnectionRules::sshRefused);

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
                .filter(knock -> knock == Knock.SILENT || knock == Knock.NO_ROUTE)
                .isEmpty()) {
            return Optional.empty();
        }
        boolean silent = facts.knock().get() == Knock.SILENT;
        return Optional.of(new Advice(
                "port-blocked",
                "nothing answers at %s".formatted(facts.place()),
                List.of(
                        silent
                                ? "what is sent there vanishes: the host is off, or a firewall drops it"
                                : "the network has no way to that host, or it is off"),
                List.of()));
    }

    private static Optional<Advice> sshRefused(Facts facts) {
        if (facts.sshAnswer().isEmpty()) {
            return Optional.empty();
        }
        String user = facts.uri().user().map(name -> name + "@").orElse("");
        return Optional.of(
                new Advice(
                        "ssh-refused",
                        "ssh does not let you in at " + facts.uri().host(),
                        List.of("ssh says: " + facts.sshAnswer().get()),
                        List.of(
                                new Remedy(
                                        "make this work first, as the user who runs vmsh: ssh %s%s"
                                                .formatted(user, facts.uri().host()),
                                        List.of(),
                                        "the usual causes are a key that the host does not accept, and a host key that is not known here"))));
    }
}
