package io.vmsh.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.hypervisor.GuestDisk;
import org.junit.jupiter.api.Test;

class XmlGuestTest {
    private static final String XML = """
            <domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
              <!-- kept -->
              <devices>
                <disk type='file' device='disk'>
                  <driver name='qemu' type='qcow2' cache='writeback' io='threads'/>
                  <source file='/srv/a &amp; b.qcow2'/>
                  <target dev='vda' bus='virtio'/>
                  <future thing='1'/>
                </disk>
                <disk type='network' device='cdrom'>
                  <source protocol='rbd' name='pool/x'/>
                  <target dev='sda'/>
                  <readonly/>
                </disk>
                <disk type='file' device='cdrom'>
                  <target dev='sdb'/>
                </disk>
              </devices>
              <qemu:capabilities><qemu:del capability='migration-file-drop-cache'/></qemu:capabilities>
            </domain>
            """;

    private final XmlGuest guest = new XmlGuest(XML);

    @Test
    void readsDisks() {
        assertThat(guest.disks()).extracting(GuestDisk::target).containsExactly("vda", "sda", "sdb");
        GuestDisk disk = guest.disks().getFirst();
        assertThat(disk.source()).isEqualTo("/srv/a & b.qcow2");
        assertThat(disk.cache()).isEqualTo("writeback");
        assertThat(guest.disks().get(1).readOnly()).isTrue();
        assertThat(guest.disks().get(2).source()).isNull();
        assertThat(guest.removedCapabilities()).containsExactly("migration-file-drop-cache");
    }

    @Test
    void changesTheCacheModeAndNothingElse() {
        assertThat(guest.withCache("vda", "none")).contains(XML.replace("writeback", "none"));
    }

    @Test
    void makesADriverWhereThereIsNone() {
        String changed = guest.withCache("sda", "none").orElseThrow();
        assertThat(new XmlGuest(changed).disks().get(1).cache()).isEqualTo("none");
        assertThat(guest.withCache("vdz", "none")).isEmpty();
    }
}
