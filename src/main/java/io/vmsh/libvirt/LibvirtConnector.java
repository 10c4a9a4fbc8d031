package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.hypervisor.Connector;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.KeepAliveException;
import io.vmsh.libvirt.Host.Distance;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;

/** Opens connections through libvirt's client library. */
public final class LibvirtConnector implements Connector {
    /** The test driver's own node, which has no passwords; setting up for questions would cost it milliseconds. */
    private static final String DEFAULT_NODE = "test:///default";

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
        if (isEmbedded(request.uri()) && !request.keepAlive().required()) {
            boolean asksNobody = DEFAULT_NODE.equals(request.uri());
            return new LibvirtHypervisor(asksNobody ? connect(request, null) : asking(request), Distance.HERE);
        }
        EventLoop.enter();
        try {
            ConnectionPointer connection = asking(request);
            keepAlive(connection, request.keepAlive());
            return new LibvirtHypervisor(connection, distance(connection));
        } catch (HypervisorException refused) {
            EventLoop.leave();
            throw refused;
        }
    }

    private static ConnectionPointer asking(ConnectRequest request) {
        Authentication authentication = new Authentication(request.credentials());
        try {
            return connect(request, authentication.pointer());
        } finally {
            Reference.reachabilityFence(authentication);
        }
    }

    private static ConnectionPointer connect(ConnectRequest request, @Nullable Pointer authentication) {
        int flags = request.readOnly() ? ConnectApi.VIR_CONNECT_RO : 0;
        return Failures.check(ConnectApi.API.virConnectOpenAuth(request.uri(), authentication, flags));
    }

    /** The test driver inside the library: no line to lose, so neither event loop nor keepalive. */
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

    private static Distance distance(ConnectionPointer connection) {
        return Distance.to(Library.take(Failures.check(ConnectApi.API.virConnectGetURI(connection))));
    }

    @Override
    public long libraryVersion() {
        LongByReference version = new LongByReference();
        Failures.check(ConnectApi.API.virGetVersion(version, null, null));
        return version.getValue();
    }
}
