package io.vmsh.preflight;

import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Network;
import io.vmsh.hypervisor.XmlElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the target has the networks, bridges and devices that the guest's network cards are plugged into. */
final class NetworksCheck implements Check<NetworksCheck.Facts> {
    /**
     * What it judges by.
     *
     * @param here networks of the source by name, those that the guest uses
     * @param there the same of the target
     * @param devices whether the target has a network device, where that can be told
     */
    record Facts(
            String source,
            String target,
            List<Card> cards,
            Map<String, Net> here,
            Map<String, Net> there,
            Map<String, Boolean> devices) {}

    /**
     * A network card.
     *
     * @param type libvirt's: {@code network}, {@code bridge}, {@code direct} …; {@code network} whenever it names one,
     *     although a running guest's card is of the type that its network came down to on this host
     * @param source name of the network, bridge or device
     */
    record Card(String mac, String type, String source, Optional<String> portgroup) {
        static Card of(XmlElement card) {
            String type = card.attribute("source", "network")
                    .map(named -> "network")
                    .or(() -> card.attribute("type"))
                    .orElse("?");
            String source = switch (type) {
                case "network" -> "network";
                case "bridge" -> "bridge";
                default -> "dev";
            };
            return new Card(
                    card.attribute("mac", "address").orElse("?"),
                    type,
                    card.attribute("source", source).orElse(""),
                    card.attribute("source", "portgroup"));
        }

        /** Whether it needs a device of the host by name. */
        boolean needsDevice() {
            return type.equals("bridge") || type.equals("direct");
        }
    }

    /** A network: whether it is active, how it is connected to the world, its groups of ports. */
    record Net(boolean active, String forward, Set<String> portgroups) {}

    @Override
    public String name() {
        return "networks";
    }

    @Override
    public Facts look(Scene scene) {
        List<Card> cards = scene.arrival().xml().all("devices/interface").stream()
                .map(Card::of)
                .toList();
        Set<String> networks = cards.stream()
                .filter(card -> card.type().equals("network"))
                .map(Card::source)
                .collect(Collectors.toSet());
        return new Facts(
                scene.source().name(),
                scene.target().name(),
                cards,
                networks(scene.source(), networks),
                networks(scene.target(), networks),
                devices(scene.target(), cards));
    }

    private static Map<String, Net> networks(Side side, Set<String> names) {
        return side.once(List.of("networks", names), () -> networks(side.hypervisor(), names));
    }

    private static Map<String, Net> networks(Hypervisor host, Set<String> names) {
        Map<String, Net> networks = new HashMap<>();
        for (String name : names) {
            try (Network network = host.networks().find(name)) {
                XmlElement xml = host.xmlQuery().tree(network.xml(false));
                networks.put(
                        name,
                        new Net(
                                network.active(),
                                xml.first("forward")
                                        .map(forward ->
                                                forward.attribute("mode").orElse("nat"))
                                        .orElse("isolated"),
                                xml.all("portgroup").stream()
                                        .flatMap(group -> group.attribute("name").stream())
                                        .collect(Collectors.toUnmodifiableSet())));
            } catch (HypervisorException missing) {
                if (missing.code() != ErrorCode.NO_NETWORK) {
                    throw missing;
                }
            }
        }
        return networks;
    }

    private static Map<String, Boolean> devices(Side target, List<Card> cards) {
        List<String> paths = cards.stream()
                .filter(Card::needsDevice)
                .map(card -> "/sys/class/net/" + card.source())
                .distinct()
                .toList();
        Map<String, Boolean> devices = new HashMap<>();
        target.files(paths)
                .forEach((path, file) -> devices.put(path.substring(path.lastIndexOf('/') + 1), file.exists()));
        return devices;
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        if (facts.cards().isEmpty()) {
            judgement.ok("no network cards");
        }
        for (Card card : facts.cards()) {
            switch (card.type()) {
                case "network" -> network(facts, card, judgement);
                case "bridge", "direct" -> device(facts, card, judgement);
                case "user", "hostdev", "vdpa" ->
                    judgement.ok("card %s needs no network of the host (%s)", card.mac(), card.type());
                default -> judgement.unknown("card %s is of type %s, which is not looked at", card.mac(), card.type());
            }
        }
        return judgement.finding();
    }

    private static void network(Facts facts, Card card, Judgement judgement) {
        String name = card.source();
        String target = facts.target();
        Net here = facts.here().get(name);
        Net there = facts.there().get(name);
        if (there == null) {
            judgement
                    .blocker("%s has no network named %s", target, name)
                    .remedy(
                            "define it there as it is on %s".formatted(facts.source()),
                            "net-dumpxml %s/%s".formatted(facts.source(), name));
            return;
        }
        if (!there.active()) {
            judgement
                    .blocker("network %s is not active on %s", name, target)
                    .remedy("start it", "net-start %s/%s".formatted(target, name));
            return;
        }
        if (card.portgroup().isPresent()
                && !there.portgroups().contains(card.portgroup().get())) {
            judgement.notice(
                    "network %s on %s has no port group %s",
                    name, target, card.portgroup().get());
        }
        if (here != null && !here.forward().equals(there.forward())) {
            judgement.notice(
                    "network %s is %s on %s and %s on %s: the guest may not be reached as before",
                    name, here.forward(), facts.source(), there.forward(), target);
        } else {
            judgement.ok("network %s is active on %s", name, target);
        }
    }

    private static void device(Facts facts, Card card, Judgement judgement) {
        Boolean has = facts.devices().get(card.source());
        String what = card.type().equals("bridge") ? "bridge" : "device";
        if (has == null) {
            judgement
                    .unknown("nobody can see whether %s has %s %s", facts.target(), what, card.source())
                    .remedy("open %s by qemu+ssh to have it looked at".formatted(facts.target()));
        } else if (has) {
            judgement.ok("%s has %s %s", facts.target(), what, card.source());
        } else {
            judgement
                    .blocker("%s has no %s %s", facts.target(), what, card.source())
                    .remedy("make it there, or plug the guest in elsewhere by --xml");
        }
    }
}
