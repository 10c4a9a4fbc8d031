package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.XmlElement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the guest's network cards are plugged into, and the destination lacks. */
final class NetworkRules {
    private static final Set<ErrorCode> NO_DEVICE = EnumSet.of(ErrorCode.SYSTEM_ERROR, ErrorCode.INTERNAL_ERROR);
    static final String DEVICES = "/sys/class/net/";

    private NetworkRules() {}

    /** The network is not defined there. */
    static Optional<Advice> missing(MigrationFacts facts) {
        Optional<String> network = networks(facts.moving().xml()).stream()
                .filter(name -> !facts.there().networks().containsKey(name))
                .findFirst();
        if (facts.error() != ErrorCode.NO_NETWORK || network.isEmpty()) {
            return Optional.empty();
        }
        String name = network.get();
        return Optional.of(new Advice(
                "network-missing",
                "%s has no network named %s".formatted(facts.destination(), name),
                List.of("a network card of %s is plugged into it".formatted(facts.guest())),
                List.of(
                        new Remedy(
                                "define it there as it is on %s".formatted(facts.source()),
                                List.of(),
                                "net-dumpxml %s > FILE, then net-define FILE and net-start %s on %s; it must lead to the"
                                                .formatted(name, name, facts.destination())
                                        + " same network, or the guest loses its connections"),
                        another(facts))));
    }

    /** The network is there, and stopped. */
    static Optional<Advice> inactive(MigrationFacts facts) {
        Optional<String> network = networks(facts.moving().xml()).stream()
                .filter(name -> Boolean.FALSE.equals(facts.there().networks().get(name)))
                .findFirst();
        if (facts.error() != ErrorCode.OPERATION_INVALID || network.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "network-inactive",
                "network %s is not active on %s".formatted(network.get(), facts.destination()),
                List.of("a network card of %s is plugged into it".formatted(facts.guest())),
                List.of(
                        new Remedy(
                                "start it there, and migrate again",
                                facts.onDestination(
                                        "net-start " + facts.at(network.get()),
                                        facts.again().toString()),
                                "net-autostart starts it with the host from then on"),
                        another(facts))));
    }

    /** A bridge or device of the host that is not there. */
    static Optional<Advice> deviceMissing(MigrationFacts facts) {
        Optional<String> missing = devices(facts.moving().xml()).stream()
                .filter(name -> facts.there().lacks(DEVICES + name)
                        || (!facts.there().files().containsKey(DEVICES + name)
                                && facts.naming().has("'" + name + "'")))
                .findFirst()
                .or(() -> throughNetworks(facts));
        if (!NO_DEVICE.contains(facts.error()) || missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "bridge-missing",
                "%s has no bridge or device named %s".formatted(facts.destination(), missing.get()),
                List.of("a network card of %s is plugged into it".formatted(facts.guest())),
                List.of(
                        new Remedy(
                                "make the bridge on %s, by its own network configuration"
                                        .formatted(facts.destination()),
                                List.of(),
                                "it must lead to the same network, or the guest loses its connections"),
                        another(facts))));
    }

    /** The network is there, and leads to a bridge that is not. The bridge has the name that it has here: the error says so. */
    private static Optional<String> throughNetworks(MigrationFacts facts) {
        return facts.moving().xml().all("devices/interface/source").stream()
                .filter(source -> source.attribute("network").isPresent())
                .flatMap(source -> source.attribute("bridge").or(() -> source.attribute("dev")).stream())
                .filter(name -> facts.naming().has("'" + name + "'"))
                .findFirst();
    }

    private static Remedy another(MigrationFacts facts) {
        return Remedies.otherXml(
                facts, "plug the card into another network: write the guest's XML with its name to FILE", "");
    }

    /** A running guest's card names its network, and beside it the bridge or device that this came down to on the host. */
    static List<String> networks(XmlElement domain) {
        return domain.all("devices/interface").stream()
                .flatMap(card -> card.attribute("source", "network").stream())
                .distinct()
                .toList();
    }

    /** Bridges and devices that the host must have by name. */
    static List<String> devices(XmlElement domain) {
        return Stream.concat(sources(domain, "bridge", "bridge"), sources(domain, "direct", "dev"))
                .toList();
    }

    private static Stream<String> sources(XmlElement domain, String type, String attribute) {
        return domain.all("devices/interface").stream()
                .filter(card -> card.attribute("type").filter(type::equals).isPresent())
                .filter(card -> card.attribute("source", "network").isEmpty())
                .flatMap(card -> card.attribute("source", attribute).stream())
                .distinct();
    }
}
