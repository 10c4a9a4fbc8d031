package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.probe.Knock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The memory does not get from the source to the destination. */
final class WayRules {
    /** The port on which nobody listens but while a guest is coming. */
    private static final Set<ErrorCode> NOT_SENT =
            EnumSet.of(ErrorCode.SYSTEM_ERROR, ErrorCode.OPERATION_FAILED, ErrorCode.INTERNAL_ERROR);

    private WayRules() {}

    /** The destination's own name is that of every host. */
    static Optional<Advice> loopback(MigrationFacts facts) {
        Optional<String> name = facts.there()
                .hostname()
                .filter(own -> own.equals("localhost") || own.startsWith("localhost.") || own.startsWith("127."));
        if (facts.error() != ErrorCode.INTERNAL_ERROR || name.isEmpty() || facts.given("migrateuri")) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "host-is-localhost",
                "%s calls itself %s, so that its memory would be sent to the source itself"
                        .formatted(facts.destination(), name.get()),
                List.of("the destination tells the source where to send the memory: its own name"),
                List.of(
                        new Remedy(
                                "give the host a name of its own that others can resolve, and restart libvirtd there",
                                List.of(),
                                "hostnamectl set-hostname; and its own /etc/hosts must not say localhost for it"),
                        sendTo(facts),
                        tunnel(facts))));
    }

    /** The source does not know the name. */
    static Optional<Advice> nameUnknown(MigrationFacts facts) {
        if (!NOT_SENT.contains(facts.error())
                || !facts.way().known().equals(Optional.of(false))
                || facts.way().host().isEmpty()) {
            return Optional.empty();
        }
        String host = facts.way().host().get();
        return Optional.of(new Advice(
                "migration-name-unknown",
                "%s does not know the name %s, to which the memory is sent".formatted(facts.source(), host),
                List.of(
                        "asked on %s: getent ahosts %s".formatted(facts.source(), host),
                        "the destination tells the source where to send the memory: its own name, unless --migrateuri or"
                                + " migration_host in its qemu.conf says otherwise"),
                List.of(
                        new Remedy(
                                "give the name an address on %s, in DNS or /etc/hosts".formatted(facts.source()),
                                List.of(),
                                ""),
                        sendTo(facts),
                        tunnel(facts))));
    }

    /** What is sent to the migration ports vanishes. */
    static Optional<Advice> portBlocked(MigrationFacts facts) {
        if (!NOT_SENT.contains(facts.error())
                || facts.way().host().isEmpty()
                || facts.way()
                        .knock()
                        .filter(knock -> knock == Knock.SILENT || knock == Knock.NO_ROUTE)
                        .isEmpty()) {
            return Optional.empty();
        }
        String host = facts.way().host().get();
        return Optional.of(new Advice(
                "migration-port-blocked",
                "memory does not get to %s: its migration ports do not answer".formatted(host),
                List.of(
                        "%s knocked at %s port %d: %s"
                                .formatted(
                                        facts.way().from(),
                                        host,
                                        WayFacts.FIRST_PORT,
                                        facts.way().knock().equals(Optional.of(Knock.SILENT))
                                                ? "what is sent there vanishes, as behind a firewall that drops"
                                                : "the network knows no way to it"),
                        ports(host)),
                blocked(facts)));
    }

    /** The migration ports refuse, although a guest was waited for. */
    static Optional<Advice> portRefused(MigrationFacts facts) {
        Optional<String> listen = facts.word("listen-address");
        if (facts.error() != ErrorCode.SYSTEM_ERROR
                || !facts.way().named(facts.naming())
                || facts.way().knock().filter(Knock.OPEN::equals).isPresent()) {
            return Optional.empty();
        }
        String host = facts.way().host().orElseThrow();
        List<String> lines = new ArrayList<>();
        lines.add(
                "the error names a migration port of %s, at which the destination's QEMU was waiting".formatted(host));
        listen.ifPresent(
                address -> lines.add("it was told to wait on %s alone, by --listen-address".formatted(address)));
        lines.add(ports(host));
        List<Remedy> remedies = new ArrayList<>();
        if (listen.isPresent()) {
            remedies.add(new Remedy(
                    "let it wait on all its addresses",
                    List.of(facts.again().without("listen-address").toString()),
                    ""));
        }
        remedies.addAll(blocked(facts));
        return Optional.of(new Advice(
                "migration-port-refused",
                listen.isPresent()
                        ? "%s waits for the memory on another address than the one it is sent to".formatted(host)
                        : "a firewall turns the memory away at %s, or it is sent to another host than that"
                                .formatted(host),
                lines,
                remedies));
    }

    private static String ports(String host) {
        return "memory goes to the first free port of %d-%d at %s, copied disks to another of them"
                .formatted(WayFacts.FIRST_PORT, WayFacts.LAST_PORT, host);
    }

    private static List<Remedy> blocked(MigrationFacts facts) {
        return List.of(
                new Remedy(
                        "open ports %d-%d on %s to %s"
                                .formatted(
                                        WayFacts.FIRST_PORT, WayFacts.LAST_PORT, facts.destination(), facts.source()),
                        List.of(),
                        "in the firewall of the host, and in those between them"),
                tunnel(facts),
                sendTo(facts));
    }

    private static Remedy tunnel(MigrationFacts facts) {
        return new Remedy(
                "send the memory inside libvirt's own connection",
                facts.copies()
                        ? List.of()
                        : List.of(facts.again()
                                .without("migrateuri")
                                .without("listen-address")
                                .without("parallel")
                                .without("parallel-connections")
                                .with("p2p")
                                .with("tunnelled")
                                .toString()),
                facts.copies()
                        ? "not while disks are copied"
                        : "slower; the source host must reach the destination's libvirtd by itself");
    }

    private static Remedy fromHere(MigrationFacts facts) {
        return new Remedy(
                "let this shell talk to both hosts",
                List.of(facts.again().without("p2p").without("tunnelled").toString()),
                "the migration is undone when this shell ends");
    }

    private static Remedy sendTo(MigrationFacts facts) {
        return new Remedy(
                "send the memory to an address that the source can reach",
                List.of(),
                facts.again().without("migrateuri").without("listen-address") + " --migrateuri tcp://ADDRESS");
    }

    /** The source host, which is to reach the other by itself, is not let in there by ssh. */
    static Optional<Advice> sshFromSource(MigrationFacts facts) {
        if (!facts.fromSource() || facts.way().sshAnswer().isEmpty()) {
            return Optional.empty();
        }
        String answer = facts.way().sshAnswer().get();
        boolean hostKey = ConnectionRules.isAboutHostKey(answer);
        return Optional.of(new Advice(
                hostKey ? "p2p-ssh-host-unknown" : "p2p-ssh-refused",
                hostKey
                        ? "ssh on %s does not know the host key of the destination".formatted(facts.source())
                        : "ssh does not let %s in at the destination".formatted(facts.source()),
                List.of(
                        "with --p2p, the source host connects to the destination by itself, as root and with its own keys",
                        "ssh on %s says: %s".formatted(facts.source(), answer)),
                List.of(
                        new Remedy(
                                hostKey
                                        ? "on %s, as root: connect once by hand, compare the key, and accept it"
                                                .formatted(facts.source())
                                        : "install the key of root on %s at the destination: ssh-copy-id"
                                                .formatted(facts.source()),
                                List.of(),
                                ""),
                        fromHere(facts))));
    }

    /** The source host, which is to reach the other's libvirtd by itself, does not. */
    static Optional<Advice> daemonFromSource(MigrationFacts facts) {
        Optional<Knock> knock = facts.way().daemon().filter(said -> said != Knock.OPEN);
        if (!facts.fromSource() || !NOT_SENT.contains(facts.error()) || knock.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "p2p-unreachable",
                "%s cannot reach the libvirtd of the destination".formatted(facts.source()),
                List.of(
                        "with --p2p, the source host connects to the destination by itself",
                        switch (knock.get()) {
                            case NAME_UNKNOWN -> "%s knows no address for its name".formatted(facts.source());
                            case REFUSED -> "its port refuses: nothing listens there, or a firewall turns it away";
                            case SILENT -> "what is sent to its port vanishes, as behind a firewall that drops";
                            case REJECTED -> "a firewall rejects what is sent to its port";
                            case NO_ROUTE, OPEN -> "the network knows no way to it";
                        }),
                List.of(
                        fromHere(facts),
                        new Remedy(
                                "name a URI by which %s reaches the destination".formatted(facts.source()),
                                List.of(),
                                ""))));
    }
}
