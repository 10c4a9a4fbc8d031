package io.vmsh.preflight;

import io.vmsh.hypervisor.Capabilities;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.XmlElement;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether the target has memory for the guest, huge pages if it wants those, and as many processors. */
final class MemoryCheck implements Check<MemoryCheck.Facts> {
    /** What QEMU needs besides the guest's memory, roughly, bytes. */
    private static final long OVERHEAD = 128L << 20;

    /**
     * What it judges by.
     *
     * @param needed the guest's memory, bytes
     * @param free memory of the target that is free or can be freed at once, bytes
     * @param pages the huge pages that the guest wants
     * @param mostProcessors that the target gives one guest
     */
    record Facts(
            String target,
            boolean live,
            long needed,
            long free,
            Optional<Pages> pages,
            int processors,
            OptionalInt mostProcessors) {}

    /** Huge pages: the size of one in KiB, and how many are free on the target. */
    record Pages(int sizeKib, long free) {}

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Facts look(Scene scene) {
        Hypervisor target = scene.target().hypervisor();
        Capabilities capabilities = target.capabilities();
        Map<String, Long> memory = capabilities.memory();
        long kib = memory.getOrDefault("free", 0L)
                + memory.getOrDefault("buffers", 0L)
                + memory.getOrDefault("cached", 0L);
        XmlElement kind =
                target.xmlQuery().tree(capabilities.ofGuests(scene.arrival().kind()));
        return new Facts(
                scene.target().name(),
                scene.way().live(),
                scene.arrival().memory(),
                kib << 10,
                pages(scene.arrival().xml(), target),
                scene.arrival().processors(),
                kind.attribute("vcpu", "max")
                        .map(Integer::parseInt)
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()));
    }

    private static Optional<Pages> pages(XmlElement guest, Hypervisor target) {
        return guest.first("memoryBacking/hugepages").map(wanted -> {
            int kib = wanted.first("page").map(MemoryCheck::kib).orElseGet(() -> usual(target));
            return new Pages(kib, target.capabilities().freePages(kib));
        });
    }

    /** The smallest huge pages that the host has. */
    private static int usual(Hypervisor host) {
        return host.xmlQuery().tree(host.node().capabilities()).all("host/cpu/pages").stream()
                .mapToInt(pages -> Integer.parseInt(pages.attribute("size").orElse("0")))
                .filter(size -> size > 4)
                .min()
                .orElse(2048);
    }

    private static int kib(XmlElement page) {
        int size = Integer.parseInt(page.attribute("size").orElse("2048"));
        return switch (page.attribute("unit").orElse("KiB")) {
            case "M", "MiB" -> size << 10;
            case "G", "GiB" -> size << 20;
            default -> size;
        };
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        // A guest that is off needs nothing yet; it will when it starts.
        Verdict lacking = facts.live() ? Verdict.BLOCKER : Verdict.NOTICE;
        String target = facts.target();
        if (facts.pages().isPresent()) {
            Pages pages = facts.pages().get();
            long free = (pages.free() * pages.sizeKib()) << 10;
            judgement.say(
                    free < facts.needed() ? lacking : Verdict.OK,
                    "%s has %s free in huge pages of %d KiB, the guest wants %s",
                    target,
                    Sizes.text(free),
                    pages.sizeKib(),
                    Sizes.text(facts.needed()));
            if (free < facts.needed()) {
                judgement.remedy("set more of them aside: virsh allocpages --pagesize %d --pagecount %d"
                        .formatted(pages.sizeKib(), (facts.needed() >> 10) / pages.sizeKib()));
            }
        } else if (facts.needed() > facts.free()) {
            judgement
                    .say(
                            lacking,
                            "the guest has %s, and %s has %s free",
                            Sizes.text(facts.needed()),
                            target,
                            Sizes.text(facts.free()))
                    .remedy("move another guest away from %s first, or choose another target".formatted(target));
        } else if (facts.needed() + OVERHEAD > facts.free()) {
            judgement.notice(
                    "%s has %s free, hardly more than the guest's %s",
                    target, Sizes.text(facts.free()), Sizes.text(facts.needed()));
        } else {
            judgement.ok(
                    "%s has %s free, the guest has %s", target, Sizes.text(facts.free()), Sizes.text(facts.needed()));
        }
        if (facts.mostProcessors().isPresent()
                && facts.processors() > facts.mostProcessors().getAsInt()) {
            judgement.blocker(
                    "the guest has %d processors, and %s gives one at most %d",
                    facts.processors(), target, facts.mostProcessors().getAsInt());
        }
        return judgement.finding();
    }
}
