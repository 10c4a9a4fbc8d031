package io.vmsh.command;

import io.vmsh.session.Sessions;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Spec;

/** One command: what it accepts, and what it does with a call. It never prints. */
public interface Command {
    Spec spec();

    /**
     * Looks at a statement before it, or any that was read with it, is run: for what the grammar cannot tell.
     *
     * @throws io.vmsh.spec.UsageException when it cannot be run as typed
     */
    default void check(Invocation statement, Interpreter interpreter) {}

    /** What a statement does to the world: the command's own effect, unless it runs other statements. */
    default Effect effect(Invocation statement, Interpreter interpreter) {
        return spec().effect();
    }

    /**
     * Does to the sessions what the statement will do to them, without opening any: a script is checked with the sessions
     * there will be.
     *
     * @throws io.vmsh.spec.UsageException when it names one that will not be there
     */
    default void foresee(Invocation statement, Sessions sessions) {}

    /**
     * Whether it is one glance at a hypervisor: changes nothing, takes no longer than its calls, shows nothing early. A
     * script asks such statements a little before their turn.
     */
    default boolean glances() {
        return false;
    }

    /**
     * Does it.
     *
     * @throws CommandFailure with what virsh would print, when it cannot be done
     * @throws io.vmsh.hypervisor.HypervisorException when libvirt's own sentence says enough
     * @throws io.vmsh.spec.UsageException when options contradict each other or a value is malformed
     */
    Result run(Call call);
}
