package io.vmsh.command.domain;

import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.hypervisor.MigrationRequest.Setting;
import io.vmsh.spec.Key;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the options with values into libvirt's typed parameters ({@code VIR_MIGRATE_PARAM_…}), read in virsh's order: the
 * first malformed one is told.
 */
final class MigrateSettings {
    private final Call call;
    private final List<Setting> settings = new ArrayList<>();

    private MigrateSettings(Call call) {
        this.call = call;
    }

    static List<Setting> of(Call call) {
        MigrateSettings all = new MigrateSettings(call);
        all.text("migrate_uri", MigrateOptions.MIGRATE_URI);
        all.text("graphics_uri", MigrateOptions.GRAPHICS_URI);
        all.text("listen_address", MigrateOptions.LISTEN_ADDRESS);
        all.disksPort();
        all.text("disks_uri", MigrateOptions.DISKS_URI);
        all.text("destination_name", MigrateOptions.NEW_NAME);
        all.list("migrate_disks", MigrateOptions.MIGRATE_DISKS);
        all.list("compression", MigrateOptions.COMP_METHODS);
        all.number("compression.mt.level", MigrateOptions.COMP_MT_LEVEL);
        all.number("compression.mt.threads", MigrateOptions.COMP_MT_THREADS);
        all.number("compression.mt.dthreads", MigrateOptions.COMP_MT_DTHREADS);
        all.unsigned("compression.xbzrle.cache", MigrateOptions.COMP_XBZRLE_CACHE);
        all.file("destination_xml", MigrateOptions.XML);
        all.file("persistent_xml", MigrateOptions.PERSISTENT_XML);
        all.number("auto_converge.initial", MigrateOptions.AUTO_CONVERGE_INITIAL);
        all.number("auto_converge.increment", MigrateOptions.AUTO_CONVERGE_INCREMENT);
        all.unsigned("bandwidth.postcopy", MigrateOptions.POSTCOPY_BANDWIDTH);
        all.number("parallel.connections", MigrateOptions.PARALLEL_CONNECTIONS);
        all.unsigned("bandwidth", MigrateOptions.BANDWIDTH);
        all.text("tls.destination", MigrateOptions.TLS_DESTINATION);
        return List.copyOf(all.settings);
    }

    private void text(String name, Key<String> option) {
        call.find(option).ifPresent(value -> settings.add(new Setting.Text(name, value)));
    }

    private void number(String name, Key<Integer> option) {
        call.find(option).ifPresent(value -> settings.add(new Setting.Int(name, value)));
    }

    private void unsigned(String name, Key<Long> option) {
        call.find(option).ifPresent(value -> settings.add(new Setting.UnsignedLong(name, value)));
    }

    /** Zero and less mean that libvirt is to choose. */
    private void disksPort() {
        call.find(MigrateOptions.DISKS_PORT)
                .filter(port -> port != 0)
                .ifPresent(port -> settings.add(new Setting.Int("disks_port", port)));
    }

    private void list(String name, Key<String> option) {
        call.find(option).ifPresent(value -> {
            for (String part : value.split(",", -1)) {
                settings.add(new Setting.Text(name, part));
            }
        });
    }

    private void file(String name, Key<Path> option) {
        call.find(option).ifPresent(file -> settings.add(new Setting.Text(name, read(file))));
    }

    private String read(Path file) {
        try {
            return call.read(file);
        } catch (CommandFailure failure) {
            throw failure.preceded("cannot read file '%s'".formatted(file));
        }
    }
}
