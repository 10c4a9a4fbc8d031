package io.vmsh.libvirt;

import com.sun.jna.ptr.LongByReference;
import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.hypervisor.Connector;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.KeepAliveException;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;

/** Opens connections through libvirt's client library. */
public final class LibvirtConnector implements Connector {
    public LibvirtConnector() {
        Failures.check(ConnectApi.API.virInitialize());
        silenceErrors();
    }

    /**
     * Keeps libvirt from writing errors to stderr. Its handler has nothing to do, and a function of libvirt's own that
     * has nothing left to do serves: a Java one would take milliseconds to set up, and every thread that fails would
     * have to enter the virtual machine.
     */
    private static void silenceErrors() {
        ConnectApi.API.virSetErrorFunc(null, Library.function("virInitialize"));
    }

    @Override
    public Hypervisor open(ConnectRequest request) {
        int flags = request.readOnly() ? ConnectApi.VIR_CONNECT_RO : 0;
        if (isEmbedded(request.uri()) && !request.keepAlive().required()) {
            return new LibvirtHypervisor(
                    Failures.check(ConnectApi.API.virConnectOpenAuth(request.uri(), null, flags)), false);
        }
        EventLoop.enter();
        try {
            return new LibvirtHypervisor(remote(request, flags), true);
        } catch (HypervisorException refused) {
            EventLoop.leave();
            throw refused;
        }
    }

    private static ConnectionPointer remote(ConnectRequest request, int flags) {
        Authentication authentication = new Authentication(request.credentials());
        ConnectionPointer connection;
        try {
            connection =
                    Failures.check(ConnectApi.API.virConnectOpenAuth(request.uri(), authentication.pointer(), flags));
        } finally {
            Reference.reachabilityFence(authentication);
        }
        keepAlive(connection, request.keepAlive());
        return connection;
    }

    /** The test driver inside the library: nobody to prove oneself to, no line to lose, nothing to set up for it. */
    private static boolean isEmbedded(@Nullable String uri) {
        return uri != null && uri.startsWith("test:///");
    }

    private static void keepAlive(ConnectionPointer connection, ConnectRequest.KeepAlive wanted) {
        if (wanted.intervalSeconds() <= 0
                || ConnectApi.API.virConnectSetKeepAlive(connection, wanted.intervalSeconds(), wanted.count()) == 0) {
            return;
        }
        HypervisorException refused = Failures.last();
        if (wanted.required()) {
            ConnectApi.API.virConnectClose(connection);
            throw new KeepAliveException(refused);
        }
    }

    @Override
    public long libraryVersion() {
        LongByReference version = new LongByReference();
        Failures.check(ConnectApi.API.virGetVersion(version, null, null));
        return version.getValue();
    }
}
