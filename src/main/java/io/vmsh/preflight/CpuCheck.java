package io.vmsh.preflight;

import io.vmsh.hypervisor.Capabilities;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import java.util.Optional;

/** Whether the target can give the guest its processor. */
final class CpuCheck implements Check<CpuCheck.Facts> {
    /**
     * What it judges by.
     *
     * @param mode libvirt's: {@code custom}, {@code host-model}, {@code host-passthrough}, {@code maximum}; empty when
     *     the definition leaves the processor to QEMU
     * @param refusal libvirt's sentence when the target lacks something
     */
    record Facts(
            String target, boolean live, String mode, String modelHere, String modelThere, Optional<String> refusal) {}

    @Override
    public String name() {
        return "cpu";
    }

    @Override
    public Facts look(Scene scene) {
        Hypervisor source = scene.source().hypervisor();
        Hypervisor target = scene.target().hypervisor();
        Guest guest = scene.arrival();
        return new Facts(
                scene.target().name(),
                scene.way().live(),
                guest.xml().attribute("cpu", "mode").orElse(guest.cpu().isPresent() ? "custom" : ""),
                model(source),
                model(target),
                guest.cpu().flatMap(cpu -> refusal(target.capabilities(), guest, cpu)));
    }

    private static String model(Hypervisor host) {
        return host.xmlQuery()
                .tree(host.node().capabilities())
                .text("host/cpu/model")
                .orElse("");
    }

    private static Optional<String> refusal(Capabilities target, Guest guest, String cpu) {
        try {
            target.requireCpu(guest.kind(), cpu);
            return Optional.empty();
        } catch (HypervisorException refused) {
            if (refused.code() == ErrorCode.CPU_INCOMPATIBLE) {
                return Optional.of(refused.message());
            }
            throw refused;
        }
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        if (facts.refusal().isPresent()) {
            judgement
                    .blocker(
                            "%s cannot give the guest its processor: %s",
                            facts.target(), facts.refusal().get())
                    .remedy("give the guest a processor that both hosts have (hypervisor-cpu-baseline), and restart it"
                            + " cold");
        } else if (facts.mode().isEmpty()) {
            judgement.ok("the guest has QEMU's own processor");
        } else {
            judgement.ok("%s can give the guest its processor", facts.target());
        }
        if (facts.mode().equals("host-passthrough") && !facts.modelHere().equals(facts.modelThere())) {
            judgement.notice(
                    "the guest has the host's very processor (host-passthrough), and the models differ: %s, on %s %s",
                    facts.modelHere(), facts.target(), facts.modelThere());
        }
        return judgement.finding();
    }
}
