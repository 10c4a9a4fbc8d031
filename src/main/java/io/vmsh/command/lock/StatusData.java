package io.vmsh.command.lock;

import io.vmsh.locks.HostLocks;
import io.vmsh.locks.HostLocks.DiskLock;
import io.vmsh.locks.HostLook.Daemon;
import io.vmsh.locks.HostLook.Told;
import io.vmsh.locks.Lease;
import io.vmsh.locks.LockFinding;
import io.vmsh.locks.LockSettings.Setting;
import io.vmsh.locks.LockSurvey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The locks of hosts for programs: an object a host. What is not known is null. */
final class StatusData {
    private StatusData() {}

    static List<Map<String, @Nullable Object>> of(LockSurvey survey, List<LockFinding> findings) {
        return survey.hosts().stream().map(host -> host(host, findings)).toList();
    }

    private static Map<String, @Nullable Object> host(HostLocks host, List<LockFinding> findings) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("host", host.session());
        data.put(
                "manager",
                host.settings().map(settings -> settings.kind().label()).orElse(null));
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        StatusText.settings(host).forEach((name, setting) -> settings.put(name, setting(setting)));
        data.put("settings", settings);
        data.put("virtlockd", daemon(host.told().flatMap(Told::lockDaemon)));
        data.put("hypervisor", daemon(host.told().flatMap(Told::hypervisor)));
        data.put(
                "disks",
                host.disks().stream()
                        .filter(lock -> lock.guest().active())
                        .map(StatusData::disk)
                        .toList());
        data.put(
                "findings",
                findings.stream()
                        .filter(finding -> finding.hosts().contains(host.session()))
                        .map(StatusData::finding)
                        .toList());
        return data;
    }

    private static Map<String, @Nullable Object> setting(Setting setting) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("value", setting.set() ? setting.value() : null);
        data.put("from", setting.origin());
        return data;
    }

    private static @Nullable Object daemon(Optional<Daemon> daemon) {
        if (daemon.isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("name", daemon.get().name());
        data.put("process", daemon.get().process());
        data.put("since", daemon.get().since());
        return data;
    }

    static Map<String, @Nullable Object> disk(DiskLock lock) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("guest", lock.guest().name());
        data.put("state", lock.guest().state().label());
        data.put("disk", lock.disk().target());
        data.put("source", lock.disk().path());
        data.put("shared", lock.disk().shared());
        data.put("kind", lock.lease().map(lease -> lease.kind().label()).orElse(null));
        data.put("resource", lock.lease().map(Lease::resource).orElse(null));
        data.put("file", lock.lease().map(Lease::file).orElse(null));
        data.put("lock", StatusText.word(lock.grip()));
        data.put("process", lock.process() == 0 ? null : lock.process());
        return data;
    }

    private static Map<String, @Nullable Object> finding(LockFinding finding) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("level", finding.level().word());
        data.put("hosts", finding.hosts());
        data.put("sentence", finding.sentence());
        data.put("remedies", finding.remedies());
        return data;
    }
}
