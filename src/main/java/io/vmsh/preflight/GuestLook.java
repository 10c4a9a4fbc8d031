package io.vmsh.preflight;

import io.vmsh.hypervisor.DiskSize;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainControl;
import io.vmsh.hypervisor.DomainFilter;
import io.vmsh.hypervisor.DomainJob.DiskJob;
import io.vmsh.hypervisor.DomainName;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.JobProgress;
import io.vmsh.hypervisor.XmlElement;
import io.vmsh.hypervisor.XmlQuery;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks at the guest once, for all checks and targets. */
public final class GuestLook {
    /** Longest that a healthy hypervisor takes for an answer. */
    private static final long LONG_QUESTION_MILLIS = 3000;

    private GuestLook() {}

    /**
     * What a host tells of all its guests at once, so that it need not be asked about each.
     *
     * @param paused UUIDs of those that stand still
     * @param persistent UUIDs of those that have a definition
     * @param records UUIDs of those of which libvirt keeps snapshots or checkpoints
     */
    public record Census(Set<String> paused, Set<String> persistent, Set<String> records) {
        public Census {
            paused = Set.copyOf(paused);
            persistent = Set.copyOf(persistent);
            records = Set.copyOf(records);
        }

        /** Asks a host: four calls; empty where it does not know all of these questions. */
        public static Optional<Census> of(Hypervisor host) {
            try {
                Set<String> records = new HashSet<>(uuids(host, DomainFilter.HAS_SNAPSHOT));
                records.addAll(uuids(host, DomainFilter.HAS_CHECKPOINT));
                return Optional.of(
                        new Census(uuids(host, DomainFilter.PAUSED), uuids(host, DomainFilter.PERSISTENT), records));
            } catch (HypervisorException unknown) {
                return Optional.empty();
            }
        }

        private static Set<String> uuids(Hypervisor host, DomainFilter filter) {
            return host.domains().names(EnumSet.of(filter)).stream()
                    .map(DomainName::uuid)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Asks the source host about a guest: about nine calls, and two a disk. */
    public static Guest at(Hypervisor source, Domain guest) {
        return at(source, guest, Optional.empty());
    }

    /** The same of one of many: five calls, and two a disk. */
    public static Guest at(Hypervisor source, Domain guest, Optional<Census> census) {
        XmlQuery query = source.xmlQuery();
        String xml = guest.definition().xml(Set.of());
        XmlElement tree = query.tree(xml);
        String uuid = guest.uuid();
        boolean active = guest.id() >= 0;
        boolean records =
                census.filter(known -> !known.records().contains(uuid)).isEmpty();
        boolean mayStand =
                active && census.filter(known -> !known.paused().contains(uuid)).isEmpty();
        return new Guest(
                guest.name(),
                uuid,
                active,
                census.map(known -> known.persistent().contains(uuid))
                        .orElseGet(() -> guest.definition().persistent()),
                tree,
                query.select(xml, "/domain/cpu").stream().findFirst(),
                records ? orWithout(() -> guest.definition().snapshots(true), 0) : 0,
                records ? orWithout(() -> guest.definition().checkpoints(), 0) : 0,
                active ? job(guest) : Optional.empty(),
                mayStand ? Standstill.of(source, guest) : Standstill.NONE,
                active ? diskJobs(guest, tree) : Map.of(),
                sizes(guest, tree));
    }

    /** Who has the guest: first who holds its lock, since whoever asks for more would have to wait for that. */
    private static Optional<String> job(Domain guest) {
        DomainControl control = orWithout(() -> guest.job().control(), new DomainControl(DomainControl.State.FREE, 0));
        return switch (control.state()) {
            case FREE -> Optional.empty();
            case JOB -> Optional.of("%s, for %s".formatted(operation(guest), time(control)));
            case OCCUPIED ->
                // A question of a moment, such as somebody's 'domstats', is no job.
                control.milliseconds() < LONG_QUESTION_MILLIS
                        ? Optional.empty()
                        : Optional.of("the hypervisor has not answered libvirt for " + time(control));
            case ERROR -> Optional.of("libvirt has lost hold of the hypervisor");
        };
    }

    private static String operation(Domain guest) {
        return orWithout(
                () -> {
                    JobProgress progress = guest.job().stats(Set.of());
                    return progress.type().running()
                            ? progress.operation().label().toLowerCase(Locale.ROOT)
                            : "a job";
                },
                "a job");
    }

    private static String time(DomainControl control) {
        return "%d s".formatted(control.milliseconds() / 1000);
    }

    /** Of disks that have a medium; one with none cannot be busy. */
    private static Map<String, String> diskJobs(Domain guest, XmlElement xml) {
        Map<String, String> jobs = new LinkedHashMap<>();
        for (XmlElement disk : xml.all("devices/disk")) {
            String target = disk.attribute("target", "dev").orElse("");
            if (disk.has("source") && !disk.has("readonly")) {
                orWithout(() -> guest.job().ofDisk(target), Optional.<DiskJob>empty())
                        .ifPresent(job -> jobs.put(target, job.type().word()));
            }
        }
        return jobs;
    }

    /** What a disk's file or pool does not tell stays unknown. */
    private static Map<String, DiskSize> sizes(Domain guest, XmlElement xml) {
        Map<String, DiskSize> sizes = new LinkedHashMap<>();
        for (XmlElement disk : xml.all("devices/disk")) {
            String target = disk.attribute("target", "dev").orElse("");
            if (disk.has("source") && !disk.has("readonly")) {
                try {
                    sizes.put(target, guest.definition().size(target));
                } catch (HypervisorException notTold) {
                    sizes.remove(target);
                }
            }
        }
        return sizes;
    }

    /** A driver that knows no such thing has none. */
    private static <T> T orWithout(Supplier<T> question, T none) {
        try {
            return question.get();
        } catch (HypervisorException failure) {
            if (failure.code() == ErrorCode.NO_SUPPORT || failure.code() == ErrorCode.OPERATION_INVALID) {
                return none;
            }
            throw failure;
        }
    }
}
