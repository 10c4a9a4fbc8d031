package io.vmsh.preflight;

import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.MigrationFlag;
import io.vmsh.hypervisor.MigrationRequest;
import io.vmsh.hypervisor.MigrationRequest.Setting;
import io.vmsh.preflight.Way.Option;
import io.vmsh.preflight.Way.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What libvirt on the source, and the guest's own QEMU, say to the move: the first step of a migration, which asks them
 * and changes nothing. It alone knows of {@code --autodestroy}, and of devices that this very QEMU cannot migrate.
 */
final class RehearsalCheck implements Check<RehearsalCheck.Facts> {
    /**
     * What it judges by.
     *
     * @param busy what has the guest, so that libvirt was not asked: it would only answer afterwards
     * @param refusal libvirt's sentence when it does not let the guest go
     * @param silence why it could not be asked
     */
    record Facts(String source, Optional<String> busy, Optional<String> refusal, Optional<String> silence) {}

    @Override
    public String name() {
        return "libvirt";
    }

    @Override
    public Facts look(Scene scene) {
        String source = scene.source().name();
        Optional<String> busy = scene.guest().job();
        if (busy.isPresent()) {
            return new Facts(source, busy, Optional.empty(), Optional.empty());
        }
        try (Domain guest =
                scene.source().hypervisor().domains().find(scene.guest().uuid())) {
            scene.source().hypervisor().migrations().rehearse(guest, request(scene.way()));
            return new Facts(source, busy, Optional.empty(), Optional.empty());
        } catch (HypervisorException refused) {
            if (!scene.source().hypervisor().alive()) {
                throw refused;
            }
            return switch (refused.code()) {
                case NO_SUPPORT, OPERATION_TIMEOUT, OPERATION_DENIED, ACCESS_DENIED, AUTH_FAILED ->
                    new Facts(source, busy, Optional.empty(), Optional.of(refused.message()));
                default -> new Facts(source, busy, Optional.of(refused.message()), Optional.empty());
            };
        }
    }

    /** All but what libvirt would say of storage: of that other checks know more. */
    private static MigrationRequest request(Way way) {
        Set<MigrationFlag> flags = EnumSet.of(MigrationFlag.UNSAFE);
        flag(way, Option.FROM_SOURCE, MigrationFlag.PEER2PEER, flags);
        flag(way, Option.PERSISTENT, MigrationFlag.PERSIST_DEST, flags);
        flag(way, Option.UNDEFINE_SOURCE, MigrationFlag.UNDEFINE_SOURCE, flags);
        flag(way, Option.OFFLINE, MigrationFlag.OFFLINE, flags);
        flag(way, Option.COPY_STORAGE, MigrationFlag.NON_SHARED_DISK, flags);
        flag(way, Option.COPY_INCREMENTAL, MigrationFlag.NON_SHARED_INC, flags);
        if (way.live()) {
            flags.add(MigrationFlag.LIVE);
        }
        List<Setting> settings = new ArrayList<>();
        way.newName().ifPresent(name -> settings.add(new Setting.Text("destination_name", name)));
        way.get(Value.XML).ifPresent(xml -> settings.add(new Setting.Text("destination_xml", xml)));
        way.get(Value.DISKS).ifPresent(disks -> {
            for (String disk : disks.split(",", -1)) {
                settings.add(new Setting.Text("migrate_disks", disk));
            }
        });
        return new MigrationRequest(flags, settings);
    }

    private static void flag(Way way, Option option, MigrationFlag flag, Set<MigrationFlag> flags) {
        if (way.has(option)) {
            flags.add(flag);
        }
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        if (facts.busy().isPresent()) {
            judgement.unknown(
                    "libvirt on %s was not asked, since it would wait: %s",
                    facts.source(), facts.busy().get());
        } else if (facts.silence().isPresent()) {
            judgement.unknown(
                    "libvirt on %s could not be asked: %s",
                    facts.source(), facts.silence().get());
        } else if (facts.refusal().isPresent()) {
            judgement.blocker(
                    "libvirt on %s does not let it go: %s",
                    facts.source(), facts.refusal().get());
        } else {
            judgement.ok("libvirt on %s and the guest's QEMU let it go", facts.source());
        }
        return judgement.finding();
    }
}
