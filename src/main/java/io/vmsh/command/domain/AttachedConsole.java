package io.vmsh.command.domain;

import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.spec.Flag;

/** The option {@code --console} of commands that start a guest. */
final class AttachedConsole {
    static final Flag CONSOLE = Flag.of("console", "go on to the console of the guest");

    private AttachedConsole() {}

    /** What was done and the console if it was asked for; a failure when there can be none. */
    static Result orFailure(Result done, Call call) {
        if (call.has(CONSOLE)) {
            throw CommandFailure.of(reason(call)).after(done);
        }
        return done;
    }

    /** The same, only telling when there can be no console. */
    static Result orNote(Result done, Call call) {
        if (call.has(CONSOLE)) {
            call.dialog().say("error: " + reason(call));
        }
        return done;
    }

    private static String reason(Call call) {
        return call.dialog().interactive()
                ? "The console is not available here: use 'virsh console'"
                : "Cannot run interactive console without a controlling TTY";
    }
}
