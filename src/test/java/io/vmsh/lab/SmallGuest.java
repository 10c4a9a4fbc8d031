package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

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
    static final String QEMU = "/usr/bin/qemu-system-x86_64";

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
        define("kvm1", xml -> xml);
    }

    /** Defines it on a host, with one more change. */
    void define(String host, UnaryOperator<String> change) {
        try {
            Path file = Files.createTempFile(guest.name(), ".xml");
            try {
                Files.writeString(file, change.apply(edit.apply(guest.xml())));
                LabClient.succeeded(LabClient.virsh(host, "define", file.toString()));
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Puts a program of its own for guests on a host, which runs the host's QEMU.
     *
     * @param path that the host does not share with the others
     * @param without what its processors cannot do; empty for nothing
     */
    static void ownEmulator(String host, String path, String without) {
        String rest = without.isEmpty() ? "" : """
                before=
                for word; do
                    shift
                    [ "$before" != -cpu ] || word=$word,LESS=off
                    before=$word
                    set -- "$@" "$word"
                done
                set -- -global max-x86_64-cpu.LESS=off "$@"
                """.replace("LESS", without);
        String program = "#!/bin/sh\n%sexec %s \"$@\"\n".formatted(rest, QEMU);
        LabClient.succeeded(LabClient.run(
                "scripts/lab",
                "exec",
                host,
                "sh",
                "-c",
                "mkdir -p \"${1%/*}\" && printf %s \"$2\" >\"$1\" && chmod +x \"$1\"",
                "sh",
                path,
                program));
    }

    /** Fails unless a guest runs on this host, and has no process but that one. */
    static void aliveOnlyOn(String host, String guest) {
        assertThat(LabClient.state(host, guest)).startsWith("running");
        assertThat(processes(host, guest)).isEqualTo(1);
        assertThat(processes(guest)).isEqualTo(1);
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
