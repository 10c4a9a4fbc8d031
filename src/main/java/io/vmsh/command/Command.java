package io.vmsh.command;

import io.vmsh.spec.Spec;

/** One command: what it accepts, and what it does with a call. It never prints. */
public interface Command {
    Spec spec();

    /**
     * Does it.
     *
     * @throws CommandFailure with what virsh would print, when it cannot be done
     * @throws io.vmsh.hypervisor.HypervisorException when libvirt's own sentence says enough
     * @throws io.vmsh.spec.UsageException when options contradict each other or a value is malformed
     */
    Result run(Call call);
}
