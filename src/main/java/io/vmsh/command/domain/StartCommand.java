package io.vmsh.command.domain;

import static io.vmsh.hypervisor.DomainKey.NAME;
import static io.vmsh.hypervisor.DomainKey.UUID;
import static io.vmsh.spec.Group.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainLife;
import io.vmsh.hypervisor.DomainLife.StartFlag;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Spec;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts a guest that is defined and not active. */
final class StartCommand implements Command {
    private static final Flag PAUSED = Flag.of("paused", "let it stand still until it is resumed");
    private static final Flag AUTODESTROY = Flag.of("autodestroy", "stop it when this session closes");
    private static final Flag BYPASS_CACHE = Flag.of("bypass-cache", "read a saved state past the file system's cache");
    private static final Flag FORCE_BOOT = Flag.of("force-boot", "boot afresh and drop a saved state");
    private static final Flag RESET_NVRAM = Flag.of("reset-nvram", "begin with the firmware's first settings");
    private static final Map<Flag, StartFlag> FLAGS = Map.of(
            PAUSED, StartFlag.PAUSED,
            AUTODESTROY, StartFlag.AUTODESTROY,
            BYPASS_CACHE, StartFlag.BYPASS_CACHE,
            FORCE_BOOT, StartFlag.FORCE_BOOT,
            RESET_NVRAM, StartFlag.RESET_NVRAM);

    @Override
    public Spec spec() {
        return Spec.of("start", DOMAIN, "start a guest that is not active")
                .takes(
                        Guests.INACTIVE,
                        AttachedConsole.CONSOLE,
                        PAUSED,
                        AUTODESTROY,
                        BYPASS_CACHE,
                        FORCE_BOOT,
                        OpenFiles.PASS_FDS,
                        RESET_NVRAM)
                .effect(Effect.CHANGES)
                .example("start test", "Domain 'test' started");
    }

    @Override
    public Result run(Call call) {
        try (Domain domain = call.domain(Guests.INACTIVE, NAME, UUID)) {
            if (domain.id() != -1) {
                throw CommandFailure.of("Domain is already active");
            }
            start(domain, call.chosen(FLAGS), OpenFiles.of(call));
            return AttachedConsole.orFailure(Result.done("Domain '%s' started", domain.name()), call, domain);
        }
    }

    private static void start(Domain domain, Set<StartFlag> flags, List<Integer> files) {
        Set<StartFlag> rest = EnumSet.noneOf(StartFlag.class);
        rest.addAll(flags);
        if (rest.contains(StartFlag.FORCE_BOOT)) {
            if (bootsAfresh(domain, flags, files)) {
                return;
            }
            rest.remove(StartFlag.FORCE_BOOT);
        }
        CommandFailure.saying(
                "Failed to start domain '%s'".formatted(domain.name()),
                () -> domain.life().start(rest, files));
    }

    /** Boots afresh; where the hypervisor cannot, drops a saved state and returns false. */
    private static boolean bootsAfresh(Domain domain, Set<StartFlag> flags, List<Integer> files) {
        try {
            domain.life().start(flags, files);
            return true;
        } catch (HypervisorException failure) {
            if (failure.code() != ErrorCode.NO_SUPPORT && failure.code() != ErrorCode.INVALID_ARG) {
                throw failure;
            }
        }
        if (hasSavedState(domain.life())) {
            domain.life().removeManagedSave();
        }
        return false;
    }

    private static boolean hasSavedState(DomainLife life) {
        try {
            return life.hasManagedSave();
        } catch (HypervisorException unknown) {
            return false;
        }
    }
}
