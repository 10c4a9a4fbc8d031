package io.vmsh.preflight;

import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.preflight.Finding.Evidence;
import io.vmsh.preflight.Finding.Remedy;
import io.vmsh.probe.HostException;
import io.vmsh.session.CannotConnectException;
import io.vmsh.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs all checks for all targets at once, each on a thread of its own: platform threads, since libvirt's last error
 * belongs to an operating-system thread. One that has not answered in time is left behind, and its finding is
 * "unknown". What one instance has learnt about a host serves all guests that it checks.
 */
public final class Preflight {
    /** How long a target may take to connect, and then each check to answer. */
    public static final Duration LIMIT = Duration.ofSeconds(15);

    static final String CONNECTION = "connection";

    private final Duration limit;
    private final List<Check<?>> checks;
    /** What is known of each host, for all guests that are checked by this. */
    private final Map<Session, Side> sides = new ConcurrentHashMap<>();

    public Preflight() {
        this(ClockRule.USUAL);
    }

    /** One that holds clocks to another rule than the usual. */
    public Preflight(ClockRule clocks) {
        this(LIMIT, checks(clocks));
    }

    private static List<Check<?>> checks(ClockRule clocks) {
        return List.of(
                new OptionsCheck(),
                new IdentityCheck(),
                new GuestCheck(),
                new RehearsalCheck(),
                new DevicesCheck(),
                new FirmwareCheck(),
                new SecretsCheck(),
                new GraphicsCheck(),
                new StorageCheck(),
                new CacheCheck(),
                new NetworksCheck(),
                new VersionsCheck(),
                new CpuCheck(),
                new MemoryCheck(),
                new NamesCheck(),
                new PortsCheck(),
                new PeerCheck(),
                new TlsCheck(),
                new ClocksCheck(clocks),
                new LocksCheck());
    }

    Preflight(Duration limit, List<Check<?>> checks) {
        this.limit = limit;
        this.checks = List.copyOf(checks);
    }

    /**
     * Checks a guest against targets; nothing is changed anywhere.
     *
     * @param source the session it is on, open
     * @return a report for each target, in the same order
     * @throws HypervisorException when the XML for the target is none
     * @throws InterruptedException when the caller is to stop waiting
     */
    public List<Report> run(Guest guest, Way way, Session source, List<Session> targets) throws InterruptedException {
        Side from = side(source);
        Guest arrival = way.get(Way.Value.XML)
                .map(xml -> guest.as(xml, source.hypervisor().xmlQuery()))
                .orElse(guest);
        List<Future<Report>> pending = new ArrayList<>();
        for (Session target : targets) {
            pending.add(start("check of " + target.name(), () -> report(guest, arrival, way, from, target)));
        }
        List<Report> reports = new ArrayList<>();
        for (Future<Report> report : pending) {
            reports.add(result(report));
        }
        return List.copyOf(reports);
    }

    /**
     * Tells of guests that are going to be checked one by one, so that a shell on their host or a target, which is slow to
     * start, is asked about all of them at once.
     */
    public void expect(Session session, List<Guest> guests) {
        Side side = side(session);
        side.guests(guests);
        side.files(guests.stream()
                .flatMap(guest -> guest.disks().stream())
                .flatMap(disk -> disk.paths().stream())
                .distinct()
                .toList());
    }

    private Side side(Session session) {
        Hypervisor open = session.hypervisor();
        return sides.computeIfAbsent(session, first -> new Side(first.name(), open));
    }

    private Report report(Guest guest, Guest arrival, Way way, Side source, Session target) {
        Future<Side> opening = start("connecting " + target.name(), () -> side(target));
        try {
            Scene scene = new Scene(guest, arrival, way, source, connected(opening, target));
            return new Report(target.name(), findings(scene));
        } catch (CannotConnectException refusal) {
            return unreachable(target, refusal.reason().message());
        } catch (TimeoutException silent) {
            return unreachable(target, noAnswer());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return unreachable(target, "interrupted");
        }
    }

    /** Waits for a connection; the time in which a person is asked for a password does not count. */
    private Side connected(Future<Side> opening, Session target) throws InterruptedException, TimeoutException {
        while (true) {
            try {
                return result(opening, limit.toMillis());
            } catch (TimeoutException late) {
                if (!target.asking()) {
                    throw late;
                }
            }
        }
    }

    private List<Finding> findings(Scene scene) throws InterruptedException {
        List<Future<Finding>> pending = new ArrayList<>();
        for (Check<?> check : checks) {
            pending.add(start(check.name() + " of " + scene.target().name(), () -> finding(check, scene)));
        }
        List<Finding> findings = new ArrayList<>();
        long deadline = System.nanoTime() + limit.toNanos();
        for (int i = 0; i < checks.size(); i++) {
            long left = TimeUnit.NANOSECONDS.toMillis(Math.max(0, deadline - System.nanoTime()));
            try {
                findings.add(result(pending.get(i), left));
            } catch (TimeoutException late) {
                findings.add(finding(checks.get(i).name(), Verdict.UNKNOWN, noAnswer()));
            }
        }
        findings.addFirst(connection(scene.target()));
        return findings;
    }

    /** Whether it still is there after all that was asked of it. */
    private static Finding connection(Side target) {
        return target.hypervisor().alive()
                ? finding(CONNECTION, Verdict.OK, target.uri())
                : finding(CONNECTION, Verdict.BLOCKER, "lost while %s was looked at".formatted(target.name()));
    }

    private static Finding finding(Check<?> check, Scene scene) {
        // A check that is late goes on after the statement, when the sessions may be closed.
        try (var _ = scene.source().hypervisor().use();
                var _ = scene.target().hypervisor().use()) {
            return check.ofHosts()
                    ? scene.target()
                            .once(List.of(check.name(), scene.source().name(), scene.way()), () -> check.run(scene))
                    : check.run(scene);
        } catch (HypervisorException cannotTell) {
            return finding(check.name(), Verdict.UNKNOWN, cannotTell.message());
        } catch (HostException cannotTell) {
            return finding(check.name(), Verdict.UNKNOWN, String.valueOf(cannotTell.getMessage()));
        }
    }

    /** Nobody moves to a host that does not open, whatever the reason; all else about it is unknown. */
    private Report unreachable(Session target, String why) {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(
                CONNECTION,
                List.of(new Evidence(Verdict.BLOCKER, why)),
                List.of(new Remedy("see what keeps it from answering", List.of("connect " + target.name())))));
        for (Check<?> check : checks) {
            findings.add(finding(check.name(), Verdict.UNKNOWN, "%s could not be asked".formatted(target.name())));
        }
        return new Report(target.name(), findings);
    }

    private static Finding finding(String check, Verdict verdict, String sentence) {
        return new Finding(check, List.of(new Evidence(verdict, sentence)), List.of());
    }

    private String noAnswer() {
        return "no answer within %d seconds".formatted(limit.toSeconds());
    }

    private static <T> Future<T> start(String name, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread.ofPlatform().daemon().name(name).start(task);
        return task;
    }

    private static <T> T result(Future<T> future, long millis) throws InterruptedException, TimeoutException {
        try {
            return future.get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw unwrapped(failure);
        }
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw unwrapped(failure);
        }
    }

    private static RuntimeException unwrapped(ExecutionException failure) {
        return failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
    }
}
