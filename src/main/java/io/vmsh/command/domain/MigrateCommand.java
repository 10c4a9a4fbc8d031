package io.vmsh.command.domain;

import static io.vmsh.command.domain.MigrateOptions.DESTINATION;
import static io.vmsh.command.domain.MigrateOptions.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.command.domain.MigrationWatch.Timeout;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.MigrationFlag;
import io.vmsh.hypervisor.MigrationRequest;
import io.vmsh.hypervisor.MigrationRequest.Setting;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import io.vmsh.spec.UsageException;
import java.util.List;
import java.util.Set;

/** Moves a guest to another host. */
final class MigrateCommand implements Command {
    @Override
    public Spec spec() {
        return Spec.of("migrate", Group.DOMAIN, "move a guest to another host")
                .describedAs("The destination is a session's name or a libvirt URI. While the guest moves, its progress"
                        + " is shown on a terminal, and Ctrl-C stops the migration, or asks what to do about it in the"
                        + " shell. When libvirt refuses, the reason is explained: see 'explain' and 'fix'. At the prompt,"
                        + " both hosts are looked at first, and you are asked if something stands in the way.")
                .takes(MigrateOptions.all())
                .effect(Effect.CHANGES)
                .example("migrate --live web1 kvm2", "the running guest web1 moves to the session kvm2")
                .example(
                        "migrate --live --persistent --undefinesource web1 kvm2",
                        "nothing of web1 stays behind, and kvm2 keeps it for good")
                .example("migrate --live --check web1 kvm2", "whether it would work; nothing moves")
                .example("migrate --live --copy-storage-all web1 kvm2", "its disks are copied too");
    }

    @Override
    public Result run(Call call) {
        MigrateOptions.check(call);
        refuseSourceAsDestination(call);
        Domain guest = call.domain(DOMAIN);
        MigrationWatch watch;
        try {
            MigratePreflight preflight = new MigratePreflight(call, guest);
            if (call.has(MigrateOptions.CHECK)) {
                try (guest) {
                    return preflight.report();
                }
            }
            preflight.before();
            watch = watch(call, guest);
        } catch (RuntimeException failure) {
            guest.close();
            throw failure;
        }
        return watch.run();
    }

    /** What libvirt would find out after connecting twice; of two URIs for one host only it can know. */
    private static void refuseSourceAsDestination(Call call) {
        String word = call.get(DESTINATION);
        if (call.workspace()
                .sessions()
                .find(word)
                .filter(call.session()::equals)
                .isPresent()) {
            throw CommandFailure.of("'%s' is on session '%s' already", call.name(call.get(DOMAIN)), word);
        }
    }

    /** Takes over the guest's handle: it is closed when the migration has ended, which may be after the statement. */
    private static MigrationWatch watch(Call call, Domain guest) {
        Timeout timeout = timeout(call);
        boolean fromSource = call.has(MigrateOptions.P2P) || call.has(MigrateOptions.DIRECT);
        Destination destination = Destination.of(call, call.get(DESTINATION), !fromSource);
        try {
            List<Setting> settings = MigrateSettings.of(call);
            MigrationRequest request = new MigrationRequest(flags(call), settings);
            return new MigrationWatch(call, guest, destination, request, timeout);
        } catch (RuntimeException failure) {
            destination.close();
            throw failure;
        }
    }

    private static Timeout timeout(Call call) {
        int seconds = call.find(MigrateOptions.TIMEOUT).orElse(0);
        boolean action = call.has(MigrateOptions.TIMEOUT_SUSPEND) || call.has(MigrateOptions.TIMEOUT_POSTCOPY);
        if (seconds != 0 && !call.has(MigrateOptions.LIVE)) {
            throw CommandFailure.of("migrate: Unexpected timeout for offline migration");
        }
        if (seconds == 0 && action) {
            throw CommandFailure.of("migrate: Unexpected --timeout-* option without --timeout");
        }
        return new Timeout(Integer.toUnsignedLong(seconds), call.has(MigrateOptions.TIMEOUT_POSTCOPY));
    }

    private static Set<MigrationFlag> flags(Call call) {
        Set<MigrationFlag> flags = MigrateOptions.flags(call);
        if (flags.contains(MigrationFlag.NON_SHARED_SYNCHRONOUS_WRITES)
                && !flags.contains(MigrationFlag.NON_SHARED_DISK)
                && !flags.contains(MigrationFlag.NON_SHARED_INC)) {
            throw new UsageException(
                    "'--copy-storage-synchronous-writes' requires one of '--copy-storage-all', 'copy-storage-inc'",
                    0,
                    0);
        }
        return flags;
    }
}
