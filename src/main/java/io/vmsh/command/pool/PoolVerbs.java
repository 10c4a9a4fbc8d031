package io.vmsh.command.pool;

import io.vmsh.command.Command;
import io.vmsh.command.ManagedVerbCommand;
import io.vmsh.hypervisor.Pool;
import io.vmsh.spec.Effect;

/** Words that do one thing to a pool and take nothing but its name. */
final class PoolVerbs {
    static final Command DELETE = new ManagedVerbCommand<>(
            PoolArguments.KIND,
            "delete",
            "delete what a storage pool stands on, with all its data",
            PoolArguments.INACTIVE,
            Effect.DISRUPTS,
            "deleted",
            Pool::delete);
    static final Command DESTROY = new ManagedVerbCommand<>(
            PoolArguments.KIND,
            "destroy",
            "stop a storage pool; its data stays",
            PoolArguments.ACTIVE,
            Effect.DISRUPTS,
            "destroyed",
            Pool::stop);
    static final Command REFRESH = new ManagedVerbCommand<>(
            PoolArguments.KIND,
            "refresh",
            "look for the volumes of a storage pool anew",
            PoolArguments.ACTIVE,
            Effect.CHANGES,
            "refreshed",
            Pool::refresh);
    static final Command UNDEFINE = new ManagedVerbCommand<>(
            PoolArguments.KIND,
            "undefine",
            "forget the definition of a storage pool; its data stays",
            PoolArguments.PERSISTENT,
            Effect.DISRUPTS,
            "has been undefined",
            Pool::undefine);

    private PoolVerbs() {}
}
