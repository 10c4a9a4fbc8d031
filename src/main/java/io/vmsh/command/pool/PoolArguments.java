package io.vmsh.command.pool;

import static io.vmsh.spec.Value.POOL;

import io.vmsh.command.ManagedKind;
import io.vmsh.hypervisor.Pool;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Group;
import io.vmsh.spec.Value;
import java.nio.file.Path;

/** The argument that most commands on pools take. */
final class PoolArguments {
    private static final String HELP = "name or UUID of the pool";

    static final Arg<Address> ANY = Arg.of("pool", POOL, HELP);
    static final Arg<Address> ACTIVE = Arg.of("pool", POOL.in("active"), HELP);
    static final Arg<Address> INACTIVE = Arg.of("pool", POOL.in("inactive"), HELP);
    static final Arg<Address> PERSISTENT = Arg.of("pool", POOL.in("persistent"), HELP);

    static final ManagedKind<Pool> KIND =
            new ManagedKind<>("pool", "Pool", Group.POOL, "images", (call, arg) -> call.pool(arg));

    static final Arg<Path> FILE = Arg.of("file", Value.FILE, "file with the description of the pool as XML");

    private PoolArguments() {}
}
