package io.vmsh.libvirt;

import static io.vmsh.libvirt.NetworkApi.API;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import io.vmsh.hypervisor.Network;
import org.jspecify.annotations.Nullable;

/** A handle on one virtual network. */
final class LibvirtNetwork extends Handle implements Network {
    LibvirtNetwork(Pointer pointer) {
        super(pointer);
    }

    static String nameOf(Pointer network) {
        return Failures.check(API.virNetworkGetName(network));
    }

    static String uuidOf(Pointer network) {
        return Library.uuid(buffer -> API.virNetworkGetUUIDString(network, buffer));
    }

    @Override
    void free(Pointer object) {
        API.virNetworkFree(object);
    }

    @Override
    public String name() {
        return nameOf(pointer());
    }

    @Override
    public String uuid() {
        return uuidOf(pointer());
    }

    @Override
    public boolean active() {
        return Failures.check(API.virNetworkIsActive(pointer())) == 1;
    }

    @Override
    public boolean persistent() {
        return Failures.check(API.virNetworkIsPersistent(pointer())) == 1;
    }

    @Override
    public boolean autostart() {
        IntByReference autostart = new IntByReference();
        Failures.check(API.virNetworkGetAutostart(pointer(), autostart));
        return autostart.getValue() != 0;
    }

    @Override
    public void setAutostart(boolean autostart) {
        Failures.check(API.virNetworkSetAutostart(pointer(), autostart ? 1 : 0));
    }

    @Override
    public @Nullable String bridge() {
        Pointer bridge = API.virNetworkGetBridgeName(pointer());
        return bridge == null ? null : Library.take(bridge);
    }

    @Override
    public String xml(boolean inactive) {
        int flags = inactive ? NetworkApi.VIR_NETWORK_XML_INACTIVE : 0;
        return Library.take(Failures.check(API.virNetworkGetXMLDesc(pointer(), flags)));
    }

    @Override
    public void start() {
        Failures.check(API.virNetworkCreate(pointer()));
    }

    @Override
    public void stop() {
        Failures.check(API.virNetworkDestroy(pointer()));
    }
}
