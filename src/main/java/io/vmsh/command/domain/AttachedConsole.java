package io.vmsh.command.domain;

import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainState;
import io.vmsh.hypervisor.GuestConsole;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.spec.Flag;

/** The option {@code --console} of commands that start a guest. */
final class AttachedConsole {
    static final Flag CONSOLE = Flag.of("console", "go on to the console of the guest");

    private AttachedConsole() {}

    /** Shows what was done, and the console if it was asked for; fails when there can be none. */
    static Result orFailure(Result.Done done, Call call, Domain domain) {
        if (!call.has(CONSOLE)) {
            return done;
        }
        try (GuestConsole console = open(done, call, domain)) {
            call.dialog().attach("%s\nConnected to domain '%s'\n".formatted(done.message(), domain.name()), console);
            return Result.NOTHING;
        }
    }

    /** The same, only telling when there can be no console. */
    static Result orNote(Result.Done done, Call call, Domain domain) {
        try {
            return orFailure(done, call, domain);
        } catch (CommandFailure failure) {
            failure.lines().forEach(line -> call.dialog().say("error: " + line));
            return done;
        }
    }

    private static GuestConsole open(Result.Done done, Call call, Domain domain) {
        try {
            if (domain.status().state() == DomainState.SHUT_OFF) {
                throw CommandFailure.of("The domain is not running").after(done);
            }
            if (!call.dialog().interactive()) {
                throw CommandFailure.of("Cannot run interactive console without a controlling TTY")
                        .after(done);
            }
            return domain.console();
        } catch (HypervisorException reason) {
            throw CommandFailure.of(reason).after(done);
        }
    }
}
