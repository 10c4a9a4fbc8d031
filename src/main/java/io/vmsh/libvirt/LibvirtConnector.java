package io.vmsh.libvirt;

import com.sun.jna.ptr.LongByReference;
import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.hypervisor.Connector;
import io.vmsh.hypervisor.Hypervisor;
import org.libvirt.jna.ConnectionPointer;

/** Opens connections through libvirt's client library. */
public final class LibvirtConnector implements Connector {
    /** Keeps libvirt from writing errors to stderr; held here because libvirt only keeps its address. */
    private static final ErrorApi.Handler SILENT = (userData, error) -> {};

    public LibvirtConnector() {
        Failures.check(ConnectApi.API.virInitialize());
        ErrorApi.API.virSetErrorFunc(null, SILENT);
    }

    @Override
    public Hypervisor open(ConnectRequest request) {
        int flags = request.readOnly() ? ConnectApi.VIR_CONNECT_RO : 0;
        ConnectionPointer connection = Failures.check(ConnectApi.API.virConnectOpenAuth(request.uri(), null, flags));
        return new LibvirtHypervisor(connection);
    }

    @Override
    public long libraryVersion() {
        LongByReference version = new LongByReference();
        Failures.check(ConnectApi.API.virGetVersion(version, null, null));
        return version.getValue();
    }
}
