package io.vmsh.libvirt;

import static io.vmsh.libvirt.NodeApi.API;

import com.sun.jna.Memory;
import com.sun.jna.ptr.LongByReference;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Node;
import io.vmsh.hypervisor.NodeInfo;
import org.libvirt.jna.ConnectionPointer;

/** A host by libvirt's host calls. */
final class LibvirtNode implements Node {
    /** {@code sizeof(virNodeInfo)}: a name of 32 bytes, a long, six ints. */
    private static final int INFO_SIZE = 64;

    private static final int MEMORY_OFFSET = 32;
    private static final int CPUS_OFFSET = 40;

    private final ConnectionPointer connection;

    LibvirtNode(ConnectionPointer connection) {
        this.connection = connection;
    }

    @Override
    public String hostname() {
        return Library.take(Failures.check(API.virConnectGetHostname(connection)));
    }

    @Override
    public String capabilities() {
        return Library.take(Failures.check(API.virConnectGetCapabilities(connection)));
    }

    @Override
    public NodeInfo info() {
        try (Memory info = new Memory(INFO_SIZE)) {
            Failures.check(API.virNodeGetInfo(connection, info));
            int[] counts = info.getIntArray(CPUS_OFFSET, 6);
            return new NodeInfo(
                    info.getString(0, "UTF-8"),
                    info.getLong(MEMORY_OFFSET),
                    counts[0],
                    counts[1],
                    counts[2],
                    counts[3],
                    counts[4],
                    counts[5]);
        }
    }

    @Override
    public String type() {
        return Failures.check(API.virConnectGetType(connection));
    }

    @Override
    public long driverVersion(String type) {
        LongByReference library = new LongByReference();
        LongByReference driver = new LongByReference();
        Failures.check(ConnectApi.API.virGetVersion(library, type, driver));
        return driver.getValue();
    }

    @Override
    public long hypervisorVersion() {
        LongByReference version = new LongByReference();
        if (API.virConnectGetVersion(connection, version) < 0) {
            HypervisorException reason = Failures.last();
            if (reason.code() == ErrorCode.NO_SUPPORT) {
                return 0;
            }
            throw reason;
        }
        return version.getValue();
    }

    @Override
    public long daemonVersion() {
        LongByReference version = new LongByReference();
        Failures.check(API.virConnectGetLibVersion(connection, version));
        return version.getValue();
    }
}
