package io.vmsh.command.lock;

import io.vmsh.locks.HostLocks;
import io.vmsh.locks.HostLocks.DiskLock;
import io.vmsh.locks.HostLocks.Grip;
import io.vmsh.locks.HostLook.Told;
import io.vmsh.locks.LockFinding;
import io.vmsh.locks.LockManager;
import io.vmsh.locks.LockSettings;
import io.vmsh.locks.LockSettings.Setting;
import io.vmsh.locks.LockSurvey;
import io.vmsh.spec.Paragraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The locks of hosts for people. */
final class StatusText {
    private static final int WIDTH = 80;
    private static final int NAME_WIDTH = 24;

    private StatusText() {}

    static String of(LockSurvey survey, List<LockFinding> findings) {
        StringBuilder text = new StringBuilder();
        for (HostLocks host : survey.hosts()) {
            host(text, host);
            text.append('\n');
        }
        if (findings.isEmpty()) {
            text.append("Nothing is wrong with these locks.\n");
        }
        for (LockFinding finding : findings) {
            String front = " %-9s".formatted(finding.level().word());
            wrap(text, front, String.join(", ", finding.hosts()) + ": " + finding.sentence());
            finding.remedies().forEach(remedy -> wrap(text, " ".repeat(front.length() + 2), remedy));
        }
        return text.toString();
    }

    private static void host(StringBuilder text, HostLocks host) {
        text.append(host.session()).append(": ").append(headline(host)).append('\n');
        settings(host)
                .forEach((name, setting) -> text.append(
                        "  %-24s %s  (%s)%n".formatted(name, setting.set() ? setting.value() : "-", setting.origin())));
        for (DiskLock lock : host.disks()) {
            if (lock.guest().active()) {
                disk(text, lock);
            }
        }
    }

    private static void disk(StringBuilder text, DiskLock lock) {
        String name = "%s %s".formatted(lock.guest().name(), lock.disk().target());
        text.append("  %-24s %s: %s%s%n"
                .formatted(
                        name, word(lock.grip()), lock.disk().path(), lock.disk().shared() ? " (shareable)" : ""));
        lock.lease()
                .ifPresent(lease -> text.append("  ")
                        .repeat(' ', NAME_WIDTH + 1)
                        .append(lease.kind().label())
                        .append(lease.file().equals(lock.disk().path()) ? "" : ": " + lease.file())
                        .append('\n'));
    }

    private static String headline(HostLocks host) {
        Optional<LockSettings> settings = host.settings();
        if (settings.isEmpty()) {
            return "how it locks disks is not known";
        }
        return switch (settings.get().kind()) {
            case NONE -> "no lock manager";
            case LOCKD ->
                "lockd, %s; virtlockd %s"
                        .formatted(leases(settings.get()), daemon(host.told().orElseThrow()));
            case SANLOCK ->
                "sanlock, %s; sanlock %s"
                        .formatted(
                                leases(settings.get()),
                                running(host.told().orElseThrow(), "sanlock").orElse("does not run"));
            case OTHER -> "lock manager '%s'".formatted(settings.get().manager().value());
        };
    }

    private static String leases(LockSettings settings) {
        return settings.leasesDisks() ? "every disk that is written" : "only leases that guests name";
    }

    private static String daemon(Told told) {
        return running(told, "virtlockd")
                .orElse(
                        told.lockDaemonOnDemand()
                                ? "starts when it is asked for"
                                : told.installed() ? "does not run" : "is not installed");
    }

    private static Optional<String> running(Told told, String name) {
        return told.daemon(name).map(daemon -> "runs, process %d".formatted(daemon.process()));
    }

    /** The settings that count under the lock manager in force. */
    static Map<String, Setting> settings(HostLocks host) {
        Map<String, Setting> all = new LinkedHashMap<>();
        host.settings().ifPresent(settings -> {
            all.put(LockSettings.MANAGER, settings.manager());
            if (settings.kind() == LockManager.LOCKD || settings.kind() == LockManager.SANLOCK) {
                all.put(LockSettings.AUTOMATIC, settings.automatic());
                all.put(LockSettings.REQUIRED, settings.required());
            }
            if (settings.kind() == LockManager.LOCKD) {
                all.put(LockSettings.FILE_FOLDER, settings.files());
                all.put(LockSettings.VOLUME_FOLDER, settings.volumes());
                all.put(LockSettings.SCSI_FOLDER, settings.scsi());
            } else if (settings.kind() == LockManager.SANLOCK) {
                all.put("disk_lease_dir", settings.sanlock());
                all.put("host_id", settings.hostId());
            }
        });
        return all;
    }

    static String word(Grip grip) {
        return switch (grip) {
            case HELD -> "held";
            case LOST -> "NOT HELD";
            case RELEASED -> "given up";
            case FREE -> "free";
            case LEFT -> "left behind";
            case NONE -> "no lock";
            case UNKNOWN -> "not known";
        };
    }

    private static void wrap(StringBuilder text, String front, String sentence) {
        String before = front;
        for (String line : Paragraph.lines(sentence, WIDTH - front.length())) {
            text.append(before).append(line).append('\n');
            before = " ".repeat(front.length());
        }
    }
}
