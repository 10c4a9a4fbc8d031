package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.XmlElement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the destination's QEMU, processor or memory cannot do for the guest. */
final class HypervisorRules {
    private static final Set<ErrorCode> CPU =
            EnumSet.of(ErrorCode.CPU_INCOMPATIBLE, ErrorCode.OPERATION_FAILED, ErrorCode.CONFIG_UNSUPPORTED);
    private static final Set<String> ANY_ADDRESS = Set.of("", "0.0.0.0", "::", "127.0.0.1", "::1", "localhost");

    private HypervisorRules() {}

    /** The processor. Only libvirt's own comparison tells; its error's number is enough where it has one of its own. */
    static Optional<Advice> cpu(MigrationFacts facts) {
        if (facts.error() != ErrorCode.CPU_INCOMPATIBLE
                && (!CPU.contains(facts.error()) || facts.there().cpuRefusal().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "cpu-incompatible",
                "%s cannot give %s the processor that it runs on".formatted(facts.destination(), facts.guest()),
                facts.there().cpuRefusal().map(refusal -> "%s: %s".formatted(facts.destination(), refusal)).stream()
                        .toList(),
                List.of(
                        Remedies.anotherHost(facts),
                        new Remedy(
                                "give the guest a processor that both hosts have, and restart it cold",
                                List.of(),
                                "virsh hypervisor-cpu-baseline makes one of both hosts' descriptions; the guest is down"
                                        + " for the restart"))));
    }

    /** The machine type. */
    static Optional<Advice> machine(MigrationFacts facts) {
        Optional<String> machine = facts.moving().xml().attribute("os/type", "machine");
        if (facts.error() != ErrorCode.CONFIG_UNSUPPORTED
                || facts.given("xml")
                || machine.isEmpty()
                || (facts.there().kindRefusal().isEmpty() && !facts.naming().has("'" + machine.get() + "'"))) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "machine-missing",
                "the QEMU of %s does not know the machine type %s".formatted(facts.destination(), machine.get()),
                List.of(
                        "the machine type is fixed while a guest runs; as a rule, an older QEMU lacks those of newer ones"),
                List.of(
                        Remedies.anotherHost(facts),
                        new Remedy(
                                "bring %s to the QEMU of %s".formatted(facts.destination(), facts.source()),
                                List.of(),
                                ""),
                        new Remedy(
                                "give the guest a machine type that both know, and restart it cold",
                                List.of(),
                                "the guest is down for the restart, and sees a slightly different machine"))));
    }

    /** The program that runs the guest. */
    static Optional<Advice> emulator(MigrationFacts facts) {
        Optional<String> emulator = facts.moving().xml().text("devices/emulator");
        if (facts.error() != ErrorCode.SYSTEM_ERROR
                || emulator.isEmpty()
                || !(facts.there().lacks(emulator.get())
                        || (facts.there().kindRefusal().isPresent()
                                && facts.naming().has(emulator)))) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "emulator-missing",
                "%s does not have the program that runs %s".formatted(facts.destination(), facts.guest()),
                List.of("%s: not on %s".formatted(emulator.get(), facts.destination())),
                List.of(
                        new Remedy("install it there", List.of(), ""),
                        Remedies.otherXml(
                                facts, "name the destination's own QEMU: write the guest's XML with it to FILE", ""))));
    }

    /** The address on which the guest's screen is offered is an address of the source. */
    static Optional<Advice> graphicsAddress(MigrationFacts facts) {
        Optional<String> address = facts.moving().xml().all("devices/graphics").stream()
                .flatMap(graphics -> graphics.attribute("listen").stream())
                .filter(listen ->
                        !ANY_ADDRESS.contains(listen) && facts.naming().has(listen + ":"))
                .findFirst();
        if (facts.error() != ErrorCode.INTERNAL_ERROR || address.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "graphics-address",
                "the screen of %s is offered at %s, which is no address of %s"
                        .formatted(facts.guest(), address.get(), facts.destination()),
                List.of("<graphics listen='%s'> in its definition".formatted(address.get())),
                List.of(
                        Remedies.otherXml(
                                facts,
                                "let it listen on all addresses there: write the guest's XML with listen 0.0.0.0 to FILE",
                                "who may connect is then up to a firewall or a password"),
                        new Remedy(
                                "use <listen type='network' network='NAME'/>, which takes each host's own address",
                                List.of(),
                                "from the next cold start on"))));
    }

    /** The fixed port of the guest's screen is taken. */
    static Optional<Advice> graphicsPort(MigrationFacts facts) {
        Optional<XmlElement> fixed = facts.moving().xml().all("devices/graphics").stream()
                .filter(graphics ->
                        graphics.attribute("autoport").filter("no"::equals).isPresent())
                .filter(graphics -> facts.naming().has(graphics.attribute("port"))
                        || facts.naming().has(display(graphics)))
                .findFirst();
        if (facts.error() != ErrorCode.INTERNAL_ERROR || fixed.isEmpty()) {
            return Optional.empty();
        }
        String port = fixed.get().attribute("port").orElse("?");
        return Optional.of(new Advice(
                "graphics-port",
                "port %s, at which the screen of %s is offered, is taken on %s"
                        .formatted(port, facts.guest(), facts.destination()),
                List.of("<graphics port='%s' autoport='no'> in its definition".formatted(port)),
                List.of(
                        Remedies.otherXml(
                                facts,
                                "take any free port there: write the guest's XML with autoport='yes' to FILE",
                                ""),
                        new Remedy(
                                "see who has the port on %s: ss -ltnp 'sport = %s'"
                                        .formatted(facts.destination(), port),
                                List.of(),
                                ""))));
    }

    /** How QEMU names a VNC port: address and display. */
    private static Optional<String> display(XmlElement graphics) {
        return graphics.attribute("port")
                .filter(port -> port.matches("59\\d\\d"))
                .map(port ->
                        graphics.attribute("listen").orElse("127.0.0.1") + ":" + (Integer.parseInt(port) - 5900) + ",");
    }

    /** The address given by {@code --listen-address} is no address of the destination. */
    static Optional<Advice> listenAddress(MigrationFacts facts) {
        Optional<String> address = facts.word("listen-address");
        if (facts.error() != ErrorCode.INTERNAL_ERROR
                || address.isEmpty()
                || !facts.naming().qemuSays("'migrate-incoming'")) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "listen-address",
                "%s is no address of %s".formatted(address.get(), facts.destination()),
                List.of("--listen-address says on which of its own addresses the destination waits for the memory"),
                List.of(new Remedy(
                        "let it wait on all of them",
                        List.of(facts.again().without("listen-address").toString()),
                        ""))));
    }

    /** There is no room for the guest's memory. */
    static Optional<Advice> memory(MigrationFacts facts) {
        boolean qemuSaysSo = facts.naming().qemuSays("Cannot allocate memory")
                || facts.naming().qemuSays("cannot set up guest memory")
                || facts.naming().qemuSays("can't open backing store");
        if (facts.error() != ErrorCode.INTERNAL_ERROR || !qemuSaysSo) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        facts.moving()
                .xml()
                .first("memory")
                .ifPresent(memory -> lines.add("%s may have %s %s of memory"
                        .formatted(
                                facts.guest(),
                                memory.text().strip(),
                                memory.attribute("unit").orElse("KiB"))));
        facts.there()
                .freeMemory()
                .ifPresent(free -> lines.add("%s has %d KiB free; a limit on processes may allow less"
                        .formatted(facts.destination(), free >> 10)));
        if (facts.moving().xml().has("memoryBacking/hugepages")) {
            lines.add("its memory is of huge pages, which the host must have set aside");
        }
        return Optional.of(new Advice(
                "memory-short",
                "%s cannot get memory for %s".formatted(facts.destination(), facts.guest()),
                lines,
                List.of(
                        Remedies.anotherHost(facts),
                        new Remedy(
                                "make room on %s: move or stop other guests there".formatted(facts.destination()),
                                List.of(),
                                ""))));
    }

    /** The XML given for the destination describes another machine to the guest. */
    static Optional<Advice> otherMachine(MigrationFacts facts) {
        if (facts.error() != ErrorCode.CONFIG_UNSUPPORTED || !facts.given("xml")) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "xml-differs",
                "the XML of --xml describes another machine than the one that %s runs on".formatted(facts.guest()),
                List.of(
                        "a running guest keeps its machine: --xml may change where disks, networks and screens are on the"
                                + " host, and nothing that the guest sees"),
                List.of(
                        new Remedy(
                                "begin anew from what runs: dumpxml --migratable %s > FILE, and change paths and host"
                                                .formatted(facts.address())
                                        + " names only",
                                List.of(),
                                ""),
                        new Remedy(
                                "migrate without it",
                                List.of(facts.again()
                                        .without("xml")
                                        .without("persistent-xml")
                                        .toString()),
                                ""))));
    }
}
