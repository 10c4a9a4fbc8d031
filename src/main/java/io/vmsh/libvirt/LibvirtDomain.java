package io.vmsh.libvirt;

import com.sun.jna.Memory;
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
import io.vmsh.hypervisor.Snapshots;

/** A handle on one guest. */
final class LibvirtDomain extends Handle implements Domain {
    /** {@code sizeof(virDomainInfo)}: a byte, padded, two longs, a short, padded, a number of 64 bits. */
    private static final int INFO_SIZE = 40;

    private final Host host;

    LibvirtDomain(Pointer pointer, Host host) {
        super(pointer);
        this.host = host;
    }

    static String nameOf(Pointer domain) {
        return Failures.check(DomainApi.API.virDomainGetName(domain));
    }

    static String uuidOf(Pointer domain) {
        return Library.uuid(buffer -> DomainApi.API.virDomainGetUUIDString(domain, buffer));
    }

    @Override
    void free(Pointer object) {
        DomainApi.API.virDomainFree(object);
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
    public int id() {
        return DomainApi.API.virDomainGetID(pointer());
    }

    @Override
    public DomainInfo info() {
        try (Memory info = new Memory(INFO_SIZE)) {
            Failures.check(DomainApi.API.virDomainGetInfo(pointer(), info));
            return new DomainInfo(
                    DomainState.of(info.getByte(0)),
                    info.getLong(8),
                    info.getLong(16),
                    Short.toUnsignedInt(info.getShort(24)),
                    info.getLong(32));
        }
    }

    @Override
    public DomainDetails details() {
        return new DomainDetailsReader(this, pointer(), host).read();
    }

    @Override
    public DomainStatus status() {
        int[] state = new int[1];
        int[] reason = new int[1];
        Failures.check(DomainApi.API.virDomainGetState(pointer(), state, reason, 0));
        return new DomainStatus(DomainState.of(state[0]), reason[0]);
    }

    @Override
    public GuestConsole console() {
        return LibvirtConsole.open(pointer());
    }

    @Override
    public DomainLife life() {
        return new LibvirtDomainLife(pointer());
    }

    @Override
    public DomainDefinition definition() {
        return new LibvirtDomainDefinition(pointer());
    }

    @Override
    public Snapshots snapshots() {
        return new LibvirtSnapshots(pointer());
    }

    @Override
    public DomainJob job() {
        return new LibvirtDomainJob(pointer());
    }
}
