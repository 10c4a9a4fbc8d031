package io.vmsh.cli;

import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.hypervisor.Connector;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Loads libvirt's client library when it is first needed: statements that need none start faster, and without it. */
public final class LazyConnector implements Connector {
    private final Supplier<Connector> loader;
    private @Nullable Connector loaded;

    public LazyConnector(Supplier<Connector> loader) {
        this.loader = loader;
    }

    @Override
    public Hypervisor open(ConnectRequest request) {
        return load().open(request);
    }

    @Override
    public long libraryVersion() {
        return load().libraryVersion();
    }

    private synchronized Connector load() {
        try {
            loaded = loaded == null ? loader.get() : loaded;
            return loaded;
        } catch (UnsatisfiedLinkError | NoClassDefFoundError missing) {
            throw new HypervisorException(
                    ErrorCode.NO_CONNECT.number(),
                    0,
                    "libvirt's client library cannot be loaded: install it (Debian: libvirt0, Fedora: libvirt-libs)");
        }
    }
}
