package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import io.vmsh.hypervisor.Bit;
import io.vmsh.hypervisor.DiskSize;
import io.vmsh.hypervisor.DomainDefinition;
import io.vmsh.hypervisor.GuestXml;
import java.util.Set;

/** A guest's definition. */
record LibvirtDomainDefinition(Pointer domain) implements DomainDefinition {
    private static final int VIR_DOMAIN_SNAPSHOT_LIST_METADATA = 2;

    @Override
    public String xml(Set<XmlFlag> flags) {
        return Library.take(Failures.check(DefinitionApi.API.virDomainGetXMLDesc(domain, Bit.all(flags))));
    }

    @Override
    public GuestXml read(Set<XmlFlag> flags) {
        return new XmlGuest(xml(flags));
    }

    @Override
    public boolean persistent() {
        return Failures.check(DefinitionApi.API.virDomainIsPersistent(domain)) == 1;
    }

    @Override
    public void undefine(Set<UndefineFlag> flags) {
        Failures.check(DefinitionApi.API.virDomainUndefineFlags(domain, Bit.all(flags)));
    }

    @Override
    public void undefine() {
        Failures.check(DefinitionApi.API.virDomainUndefine(domain));
    }

    @Override
    public int snapshots(boolean withMetadata) {
        return Failures.check(
                DefinitionApi.API.virDomainSnapshotNum(domain, withMetadata ? VIR_DOMAIN_SNAPSHOT_LIST_METADATA : 0));
    }

    @Override
    public DiskSize size(String disk) {
        long[] info = new long[3];
        Failures.check(DefinitionApi.API.virDomainGetBlockInfo(domain, disk, info, 0));
        return new DiskSize(info[0], info[1], info[2]);
    }

    @Override
    public int checkpoints() {
        return Failures.check(DefinitionApi.API.virDomainListAllCheckpoints(domain, null, 0));
    }
}
