package io.vmsh.preflight;

import io.vmsh.hypervisor.XmlElement;
import io.vmsh.probe.Addresses;
import io.vmsh.probe.Knock;
import io.vmsh.probe.KnockFrom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the guest's screens can be opened at the target: on an address that it has, at ports that are free. */
final class GraphicsCheck implements Check<GraphicsCheck.Facts> {
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "127.0.0.1", "::1", "localhost");

    /**
     * What it judges by.
     *
     * @param addresses of the target; empty when it could not be asked
     * @param taken whether somebody listens at a port of the target already; a port is missing when that is not known
     */
    record Facts(
            String target,
            boolean live,
            List<Screen> screens,
            Optional<List<String>> addresses,
            Map<Integer, Boolean> taken) {}

    /**
     * A screen.
     *
     * @param type {@code vnc} or {@code spice}
     * @param address on which it waits for viewers; empty where the host decides
     * @param ports that are fixed
     */
    record Screen(String type, Optional<String> address, List<Integer> ports) {
        static Optional<Screen> of(XmlElement graphics, boolean running) {
            String type = graphics.attribute("type").orElse("?");
            if (!type.equals("vnc") && !type.equals("spice")) {
                return Optional.empty();
            }
            Optional<String> address = graphics.all("listen").stream()
                    .filter(listen ->
                            listen.attribute("type").filter("address"::equals).isPresent())
                    .flatMap(listen -> listen.attribute("address").stream())
                    .findFirst();
            boolean chosen =
                    graphics.attribute("autoport").filter("yes"::equals).isPresent();
            List<Integer> ports = new ArrayList<>();
            if (!chosen) {
                for (String kind : List.of("port", "tlsPort")) {
                    graphics.attribute(kind)
                            .filter(port -> port.matches("[1-9]\\d{0,4}"))
                            .map(Integer::parseInt)
                            .ifPresent(ports::add);
                }
            }
            return Optional.of(new Screen(type, address.filter(known -> running || !known.isEmpty()), ports));
        }

        boolean isBoundToOneAddress() {
            return address.filter(known -> !EVERYWHERE.contains(known)).isPresent();
        }
    }

    @Override
    public String name() {
        return "graphics";
    }

    @Override
    public Facts look(Scene scene) {
        List<Screen> screens = scene.arrival().xml().all("devices/graphics").stream()
                .flatMap(graphics -> Screen.of(graphics, scene.guest().active()).stream())
                .toList();
        boolean bound = screens.stream().anyMatch(Screen::isBoundToOneAddress);
        Map<Integer, Boolean> taken = new HashMap<>();
        for (Screen screen : screens) {
            if (!screen.ports().isEmpty()) {
                String at = screen.isBoundToOneAddress() ? screen.address().orElse("") : "127.0.0.1";
                scene.target()
                        .ask(shell -> KnockFrom.host(shell, at, screen.ports()))
                        .orElse(Map.of())
                        .forEach((port, knock) -> taken.put(port, knock == Knock.OPEN));
            }
        }
        return new Facts(
                scene.target().name(),
                scene.way().live(),
                screens,
                bound
                        ? scene.target()
                                .once("addresses", () -> scene.target().ask(Addresses::own))
                                .flatMap(own -> own)
                        : Optional.empty(),
                taken);
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        // A guest that is off opens its screens when it starts.
        Verdict lacking = facts.live() ? Verdict.BLOCKER : Verdict.NOTICE;
        for (Screen screen : facts.screens()) {
            if (screen.isBoundToOneAddress()) {
                address(facts, screen, lacking, judgement);
            }
            for (int port : screen.ports()) {
                port(facts, screen, port, lacking, judgement);
            }
        }
        if (judgement.isEmpty()) {
            judgement.ok(facts.screens().isEmpty() ? "no screen over the network" : "no screen is bound to its host");
        }
        return judgement.finding();
    }

    private static void address(Facts facts, Screen screen, Verdict lacking, Judgement judgement) {
        String address = screen.address().orElse("");
        if (facts.addresses().isEmpty()) {
            judgement
                    .unknown(
                            "%s listens on %s, and nobody can see whether %s has that address",
                            screen.type(), address, facts.target())
                    .remedy("open %s by qemu+ssh to have it looked at".formatted(facts.target()));
        } else if (facts.addresses().get().contains(address)) {
            judgement.ok("%s listens on %s, which %s has", screen.type(), address, facts.target());
        } else {
            judgement
                    .say(lacking, "%s listens on %s, which is no address of %s", screen.type(), address, facts.target())
                    .remedy("give it another address on the target with --xml, such as 0.0.0.0");
        }
    }

    private static void port(Facts facts, Screen screen, int port, Verdict lacking, Judgement judgement) {
        Boolean taken = facts.taken().get(port);
        if (taken == null) {
            judgement.unknown(
                    "%s has the fixed port %d, and nobody can see whether it is free on %s",
                    screen.type(), port, facts.target());
        } else if (taken) {
            judgement
                    .say(lacking, "%s has the fixed port %d, which is taken on %s", screen.type(), port, facts.target())
                    .remedy("give it another port on the target with --xml, or autoport='yes'");
        } else {
            judgement.ok("%s has the fixed port %d, which is free on %s", screen.type(), port, facts.target());
        }
    }
}
