package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainDefinition;
import io.vmsh.hypervisor.DomainDetails;
import io.vmsh.hypervisor.DomainInfo;
import io.vmsh.hypervisor.DomainJob;
import io.vmsh.hypervisor.DomainLife;
import io.vmsh.hypervisor.DomainState;
import io.vmsh.hypervisor.DomainStatus;
import io.vmsh.hypervisor.GuestConsole;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.virDomainInfo;

/** A handle on one guest. */
final class LibvirtDomain implements Domain {
    private final DomainPointer pointer;
    private boolean closed;

    LibvirtDomain(DomainPointer pointer) {
        this.pointer = pointer;
    }

    static String nameOf(Pointer domain) {
        return Failures.check(DomainApi.API.virDomainGetName(domain));
    }

    static String uuidOf(Pointer domain) {
        return Library.uuid(buffer -> DomainApi.API.virDomainGetUUIDString(domain, buffer));
    }

    @Override
    public String name() {
        return nameOf(pointer.getPointer());
    }

    @Override
    public String uuid() {
        return uuidOf(pointer.getPointer());
    }

    @Override
    public int id() {
        return DomainApi.API.virDomainGetID(pointer.getPointer());
    }

    @Override
    public DomainInfo info() {
        virDomainInfo info = new virDomainInfo();
        Failures.check(DomainApi.API.virDomainGetInfo(pointer, info));
        return new DomainInfo(
                DomainState.of(info.state),
                info.maxMem.longValue(),
                info.memory.longValue(),
                info.nrVirtCpu,
                info.cpuTime);
    }

    @Override
    public DomainDetails details() {
        return new DomainDetailsReader(this, pointer.getPointer()).read();
    }

    @Override
    public DomainStatus status() {
        int[] state = new int[1];
        int[] reason = new int[1];
        Failures.check(DomainApi.API.virDomainGetState(pointer.getPointer(), state, reason, 0));
        return new DomainStatus(DomainState.of(state[0]), reason[0]);
    }

    @Override
    public GuestConsole console() {
        return LibvirtConsole.open(pointer.getPointer());
    }

    @Override
    public DomainLife life() {
        return new LibvirtDomainLife(pointer.getPointer());
    }

    @Override
    public DomainDefinition definition() {
        return new LibvirtDomainDefinition(pointer.getPointer());
    }

    @Override
    public DomainJob job() {
        return new LibvirtDomainJob(pointer.getPointer());
    }

    /** libvirt's own handle. */
    Pointer pointer() {
        return pointer.getPointer();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            DomainApi.API.virDomainFree(pointer.getPointer());
        }
    }
}
