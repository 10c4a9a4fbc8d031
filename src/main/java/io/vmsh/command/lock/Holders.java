package io.vmsh.command.lock;

import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainControl;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.JobProgress;
import io.vmsh.locks.HostLocks;
import io.vmsh.locks.HostLocks.DiskLock;
import io.vmsh.locks.HostLocks.Grip;
import io.vmsh.locks.Lease;
import io.vmsh.locks.LockManager;
import io.vmsh.locks.LockSurvey;
import io.vmsh.locks.LockSurvey.Place;
import io.vmsh.probe.FileLook;
import io.vmsh.session.CannotConnectException;
import io.vmsh.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows who holds disks: the lease, QEMU's lock of the image, and libvirt's job lock of the guest. */
final class Holders {
    private final LockSurvey survey;
    private final List<Session> sessions;
    private final StringBuilder text = new StringBuilder();
    private final List<Map<String, @Nullable Object>> data = new ArrayList<>();

    private Holders(LockSurvey survey, List<Session> sessions) {
        this.survey = survey;
        this.sessions = sessions;
    }

    static Result of(LockSurvey survey, List<Session> sessions, List<Place> places) {
        Holders holders = new Holders(survey, sessions);
        Map<String, List<Place>> disks = new LinkedHashMap<>();
        places.forEach(place -> disks.computeIfAbsent(place.lock().disk().path(), path -> new ArrayList<>())
                .add(place));
        disks.forEach(holders::disk);
        for (HostLocks host : survey.hosts()) {
            String why = host.refusal().isEmpty() ? host.untold() : host.refusal();
            if (!why.isEmpty()) {
                holders.text.append("%s could not be asked: %s%n".formatted(host.session(), why));
            }
        }
        return new Result.Document(holders.text.toString(), holders.data);
    }

    private void disk(String path, List<Place> places) {
        text.append(path).append('\n');
        places.stream()
                .flatMap(place -> place.lock().lease().stream())
                .filter(lease -> lease.kind() != Lease.Kind.DIRECT)
                .distinct()
                .forEach(lease -> text.append("  locked as %s (%s)%n"
                        .formatted(lease.resource(), lease.kind().label())));
        places.forEach(this::place);
    }

    private void place(Place place) {
        DiskLock lock = place.lock();
        String front = "  %s, %s %s (%s): "
                .formatted(
                        place.address(),
                        lock.disk().lease() ? "lease" : "disk",
                        lock.disk().target(),
                        lock.guest().state().label());
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("host", place.session());
        row.putAll(StatusData.disk(lock));
        row.put("holder", null);
        row.put("image_lock", null);
        row.put("image_process", null);
        row.put("job_lock", null);
        data.add(row);
        if (!lock.guest().active() && lock.grip() != Grip.LEFT) {
            text.append(front).append("holds nothing\n");
            return;
        }
        text.append(front.stripTrailing()).append('\n');
        lease(place, row);
        if (lock.guest().active()) {
            image(place, row);
            job(place, row);
        }
    }

    private void lease(Place place, Map<String, @Nullable Object> row) {
        DiskLock lock = place.lock();
        String daemon = "virtlockd, process %d on %s".formatted(lock.process(), place.session());
        String said = switch (lock.grip()) {
            case HELD -> "held by " + daemon;
            case LEFT -> "held by %s, for no guest that runs: left behind".formatted(daemon);
            case LOST -> "not held, though the guest runs";
            case RELEASED -> "given up, since the guest stands still";
            case NONE -> "none, by the host's settings";
            case UNKNOWN -> unknown(place);
            case FREE -> "free";
        };
        if (lock.grip() == Grip.HELD || lock.grip() == Grip.LEFT) {
            row.put("holder", "virtlockd");
        }
        line("disk lease", said);
    }

    private String unknown(Place place) {
        boolean sanlock = survey.host(place.session())
                .flatMap(HostLocks::settings)
                .filter(settings -> settings.kind() == LockManager.SANLOCK)
                .isPresent();
        return sanlock
                ? "kept by sanlock: 'sanlock client status' on %s tells".formatted(place.session())
                : "not known";
    }

    /** QEMU locks bytes of the image for as long as it has it open; the kernel does not name the process. */
    private void image(Place place, Map<String, @Nullable Object> row) {
        Optional<HostLocks> host = survey.host(place.session());
        Optional<HostLocks> told = host.filter(known -> known.told().isPresent());
        if (told.isEmpty() || place.lock().disk().lease()) {
            return;
        }
        int process = told.get()
                .told()
                .orElseThrow()
                .guests()
                .getOrDefault(place.lock().guest().name(), 0);
        boolean locked = Optional.ofNullable(
                        told.get().seen().get(place.lock().disk().path()))
                .flatMap(FileLook.Seen::inode)
                .filter(told.get().told().orElseThrow().locks()::onImage)
                .isPresent();
        row.put("image_lock", locked ? "held" : "free");
        row.put("image_process", locked && process > 0 ? process : null);
        line(
                "image lock",
                locked
                        ? "held by QEMU%s on %s".formatted(process > 0 ? ", process " + process : "", place.session())
                        : "free");
    }

    private void job(Place place, Map<String, @Nullable Object> row) {
        String said = jobOf(place);
        row.put("job_lock", said);
        line("job lock", said);
    }

    private String jobOf(Place place) {
        Session session = sessions.stream()
                .filter(known -> known.name().equals(place.session()))
                .findFirst()
                .orElseThrow();
        try (Domain domain =
                session.hypervisor().domains().find(place.lock().guest().uuid())) {
            Optional<String> background = background(domain);
            if (background.isPresent()) {
                return background.get();
            }
            DomainControl control = domain.job().control();
            String since = "for %.1f s".formatted(control.milliseconds() / 1000.0);
            return switch (control.state()) {
                case FREE -> "free";
                case JOB -> "held by a command of libvirt " + since;
                case OCCUPIED -> "held by a command that waits for QEMU, " + since;
                case ERROR -> "QEMU's monitor does not answer, " + since;
            };
        } catch (HypervisorException | CannotConnectException untold) {
            return "not known";
        }
    }

    private static Optional<String> background(Domain domain) {
        try {
            JobProgress progress = domain.job().stats(Set.of());
            return progress.type().running()
                    ? Optional.of("held by a job, %s"
                            .formatted(progress.operation().label().toLowerCase(Locale.ROOT)))
                    : Optional.empty();
        } catch (HypervisorException none) {
            return Optional.empty();
        }
    }

    private void line(String kind, String said) {
        text.append("    %-11s %s%n".formatted(kind + ":", Objects.requireNonNull(said)));
    }
}
