package io.vmsh.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A guest of no more than firmware, made on kvm1 for one test; {@code scripts/lab reset} takes it away again.
 *
 * @param edit what is changed in its XML
 */
record SmallGuest(LabGuest guest, UnaryOperator<String> edit) {
    static SmallGuest of(String name) {
        return new SmallGuest(LabGuest.small(name), xml -> xml);
    }

    SmallGuest with(String device) {
        return new SmallGuest(guest.device(device), edit);
    }

    /** A disk, with more elements in it. */
    SmallGuest withDisk(String path, String format, String content) {
        return with("""
                <disk type='file' device='disk'><driver name='qemu' type='%s' cache='none'/><source file='%s'/>\
                <target dev='vda' bus='virtio'/>%s</disk>""".formatted(format, path, content));
    }

    /** With elements beside the devices. */
    SmallGuest beside(String elements) {
        return new SmallGuest(guest.with(elements), edit);
    }

    SmallGuest memory(int mebibytes) {
        return new SmallGuest(new LabGuest(guest.name(), mebibytes, guest.devices(), guest.more()), edit);
    }

    /** With something else in the place of a text of its XML. */
    SmallGuest replacing(String text, String other) {
        return new SmallGuest(guest, xml -> edit.apply(xml).replace(text, other));
    }

    void start() {
        define();
        LabClient.succeeded(LabClient.virsh("kvm1", "start", guest.name()));
    }

    void define() {
        try {
            Path file = Files.createTempFile(guest.name(), ".xml");
            try {
                Files.writeString(file, edit.apply(guest.xml()));
                LabClient.succeeded(LabClient.virsh("kvm1", "define", file.toString()));
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** QEMU processes of a guest on both hosts. */
    static int processes(String guest) {
        return processes("kvm1", guest) + processes("kvm2", guest);
    }

    static int processes(String host, String guest) {
        String out = LabClient.run("scripts/lab", "exec", host, "pgrep", "-fc", "[q]emu.*guest=" + guest + ",")
                .out()
                .strip();
        return out.isEmpty() ? 0 : Integer.parseInt(out);
    }
}
