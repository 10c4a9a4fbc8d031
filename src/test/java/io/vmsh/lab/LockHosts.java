package io.vmsh.lab;

import io.vmsh.lab.LabClient.Output;
import java.util.ArrayList;
import java.util.List;

/** What the tests of locks do to the lab's hosts. */
final class LockHosts {
    static final String CALM1 = "c2fc484ee5211ec19593c002a1c843cabcfcaa3433a3c682b4d53ed7f6dd74d5";
    static final String LEASES = "/var/lib/libvirt/lockspace";

    /** Files below /dev, which libvirt takes for devices by that alone. */
    static final String VOLUME = "/dev/shm/vmsh-lab-volume";

    static final String VOLUME_UUID = "hIDfPO-1qSs-uV5e-bK3a-2FZK-vT3n-c0bJ6d";
    static final String SCSI = "/dev/shm/vmsh-lab-scsi";
    static final String SCSI_SERIAL = "36001405d1b9ec9ad1d74f5ea4c4d1f6d";

    private static final String QEMU = "/etc/libvirt/qemu.conf";
    private static final String LOCKD = "/etc/libvirt/qemu-lockd.conf";

    private LockHosts() {}

    /** Runs a shell's line on a host. */
    static Output on(String host, String line) {
        Output output = LabClient.run("scripts/lab", "exec", host, "sh", "-c", line);
        LabClient.succeeded(output);
        return output;
    }

    /** Keeps a host's settings, and puts them back. */
    static void keepSettings() {
        for (String host : List.of("kvm1", "kvm2")) {
            on(host, "mkdir -p /root/kept && cp -p %s %s /root/kept".formatted(QEMU, LOCKD));
        }
    }

    static void restoreSettings() {
        for (String host : List.of("kvm1", "kvm2")) {
            on(host, "cp -p /root/kept/*.conf /etc/libvirt/ && rm -rf /root/kept /etc/libvirt/*.vmsh-*");
            freshDaemons(host);
        }
        LabClient.run("scripts/lab", "exec", "client", "sh", "-c", "rm -rf ~/.local/state/vmsh/guides");
    }

    /** No lock manager, as a host is when it was just installed; guests that run go on without a lock. */
    static void bare() {
        for (String host : List.of("kvm1", "kvm2")) {
            on(host, "sed -i '/^lock_manager/d' %s && printf '# leases\\n' >%s".formatted(QEMU, LOCKD));
            Lab.run("kill", host, "virtlockd");
            restart(host, "libvirtd");
        }
    }

    static void restart(String host, String service) {
        Lab.run("stop", host, service);
        Lab.run("start", host, service);
        answers(host);
    }

    /** A daemon that has started reads its files only then. */
    private static void answers(String host) {
        for (int i = 0; i < 50 && LabClient.virsh(host, "list").exit() != 0; i++) {
            // It comes.
        }
    }

    /** Both daemons anew, whatever state they are in; virtlockd forgets its locks and knows its folders. */
    static void freshDaemons(String host) {
        LabClient.run("scripts/lab", "kill", host, "virtlockd");
        LabClient.run("scripts/lab", "stop", host, "libvirtd");
        Lab.run("start", host, "virtlockd");
        Lab.run("start", host, "libvirtd");
        answers(host);
    }

    static String virtlockd(String host) {
        return on(host, "cat /run/virtlockd.pid").out().strip();
    }

    /** Defines on a host what another has, under a new name where one is given, with another path to its disk. */
    static void define(String host, String guest, String name, String path) {
        String xml = LabClient.virsh("kvm1", "dumpxml", "--inactive", guest).out();
        if (!name.equals(guest)) {
            xml = xml.replace("<name>" + guest, "<name>" + name).replaceAll("<uuid>.*?</uuid>", "");
        }
        xml = xml.replaceFirst("<source file='[^']*'", "<source file='" + path + "'")
                .replaceAll("<mac address='[^']*'/>", "");
        on(host, "cat >/root/guest.xml <<'END'\n" + xml + "\nEND\nvirsh -q define /root/guest.xml");
    }

    static void undefine(String host, String... guests) {
        for (String guest : guests) {
            LabClient.virsh(host, "undefine", guest);
        }
    }

    /** Runs a shell's line on the client. */
    static void client(String line) {
        LabClient.succeeded(LabClient.run("scripts/lab", "exec", "client", "sh", "-c", line));
    }

    /** The text in one line, wherever it was broken. */
    static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** Two disks below /dev, and lvs and scsi_id that know one each, where libvirt looks for them; seen by this host only. */
    static void devices(String host) {
        on(host, """
                set -e
                cp /var/lib/libvirt/images/local1.qcow2 %s
                cp /var/lib/libvirt/images/local1.qcow2 %s
                cp -a /usr/sbin /run/sbin
                cp -a /usr/lib/udev /run/udev-programs
                printf '#!/bin/sh\nfor path; do :; done\n[ "$path" = %s ] || exit 5\necho "  %s"\n' >/run/sbin/lvs
                printf '#!/bin/sh\nfor path; do :; done\n[ "$path" = %s ] || exit 1\necho "%s"\n' >/run/udev-programs/scsi_id
                chmod 755 /run/sbin/lvs /run/udev-programs/scsi_id
                mount -n --bind /run/sbin /usr/sbin
                mount -n --bind /run/udev-programs /usr/lib/udev""".formatted(VOLUME, SCSI, VOLUME, VOLUME_UUID, SCSI, SCSI_SERIAL));
    }

    static void noDevices(String host, String... guests) {
        for (String guest : guests) {
            LabClient.virsh(host, "destroy", guest);
        }
        undefine(host, guests);
        LabClient.run("scripts/lab", "exec", host, "sh", "-c", """
                umount -l /usr/lib/udev
                umount -l /usr/sbin
                rm -rf %s %s /run/sbin /run/udev-programs %s/lvm %s/scsi""".formatted(VOLUME, SCSI, LEASES, LEASES));
    }

    /** vmsh with the client's own sessions, which are by TCP: ssh is used to look at hosts only. */
    static Output vmsh(String... words) {
        List<String> all = new ArrayList<>(List.of("-q"));
        all.addAll(List.of(words));
        return LabClient.run(LabClient.vmshWords(all.toArray(String[]::new)));
    }

    static String text(Output output) {
        return output.out() + output.err();
    }
}
