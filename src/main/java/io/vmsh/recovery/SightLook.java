package io.vmsh.recovery;

import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainLife;
import io.vmsh.hypervisor.DomainState;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.JobOperation;
import io.vmsh.hypervisor.JobProgress;
import io.vmsh.locks.GuestLocks;
import io.vmsh.locks.HostLocks;
import io.vmsh.locks.HostLocks.DiskLock;
import io.vmsh.locks.HostLocks.Grip;
import io.vmsh.locks.LockedDisk;
import io.vmsh.probe.Host;
import io.vmsh.probe.HostException;
import io.vmsh.session.Session;
import io.vmsh.session.Within;
import io.vmsh.session.Within.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at a guest on several hosts at once: by libvirt, and by a shell on the host, which does not need libvirt. */
public final class SightLook {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Duration SHELL_LIMIT = Duration.ofSeconds(10);
    /** Within this time a job that is not stuck sends something. */
    private static final int SAMPLES = 4;

    private static final Duration BETWEEN = Duration.ofMillis(700);

    /** A line for each QEMU process that was started for this UUID, or for this name when no UUID is known. */
    private static final String SCRIPT = """
            for folder in /proc/[0-9]*; do
                { read -r name <"$folder/comm"; } 2>/dev/null || continue
                case $name in
                    *qemu* | *kvm*) ;;
                    *) continue ;;
                esac
                words=$(tr '\\0' '\\n' <"$folder/cmdline" 2>/dev/null) || continue
                if [ -n "$2" ]; then
                    printf '%s\\n' "$words" | grep -qxF -- "$2" && echo "@qemu ${folder#/proc/}"
                else
                    printf '%s\\n' "$words" | grep -q -e "^guest=$1,debug" -e "^guest=$1\\$" &&
                        echo "@qemu ${folder#/proc/}"
                fi
            done
            echo @end""";

    private final String word;
    private final List<Session> sessions;

    /**
     * A look to be taken.
     *
     * @param word name or UUID of the guest
     */
    public SightLook(String word, List<Session> sessions) {
        this.word = word;
        this.sessions = List.copyOf(sessions);
    }

    /** What libvirt on a host told: the guest if it knows it, and its disks' locks. */
    private record Told(Optional<Copy> copy, Optional<GuestLocks> locks) {}

    /** The UUIDs of all guests that are known under this name or UUID. */
    public Set<String> uuids() {
        Set<String> uuids = new LinkedHashSet<>();
        ask(word)
                .forEach(answer ->
                        answer.told().flatMap(Told::copy).map(Copy::uuid).ifPresent(uuids::add));
        return uuids;
    }

    /**
     * Looks at all hosts.
     *
     * @param uuid of the guest; empty when no libvirt could tell it
     */
    public List<Sight> at(String uuid) {
        List<Within.Answer<Told>> answers = ask(uuid.isEmpty() ? word : uuid);
        Optional<GuestLocks> locks = answers.stream()
                .flatMap(answer -> answer.told().flatMap(Told::locks).stream())
                .findFirst();
        List<Question<Shell>> shells = new ArrayList<>();
        for (Session session : sessions) {
            shells.add(Within.asking("shell of " + session.name(), () -> shell(session, uuid, locks)));
        }
        List<Sight> sights = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            Shell shell = shells.get(i).answer(LIMIT).told().orElse(Shell.SILENT);
            sights.add(new Sight(
                    sessions.get(i).name(),
                    refusal(answers.get(i)),
                    answers.get(i).told().flatMap(Told::copy),
                    shell.processes(),
                    shell.locked()));
        }
        return List.copyOf(sights);
    }

    private static String refusal(Within.Answer<Told> answer) {
        return switch (answer) {
            case Within.Told<Told> told -> "";
            case Within.Refused<Told>(HypervisorException reason) ->
                reason.message().isEmpty() ? "refused" : reason.message();
            case Within.Silence<Told> silence -> "no answer within %d s".formatted(LIMIT.toSeconds());
        };
    }

    private List<Within.Answer<Told>> ask(String nameOrUuid) {
        List<Question<Told>> questions = sessions.stream()
                .map(session -> Within.asking("look at " + session.name(), () -> told(session, nameOrUuid)))
                .toList();
        long end = System.nanoTime() + LIMIT.toNanos();
        return questions.stream()
                .map(question -> question.answer(Duration.ofNanos(Math.max(1, end - System.nanoTime()))))
                .toList();
    }

    private static Told told(Session session, String nameOrUuid) {
        Hypervisor host = session.hypervisor();
        try (var _ = host.use();
                Domain guest = host.domains().find(nameOrUuid)) {
            boolean active = guest.id() != -1;
            Optional<Work> job = active ? job(guest) : Optional.empty();
            Copy copy = new Copy(
                    guest.name(),
                    guest.uuid(),
                    guest.definition().persistent(),
                    active,
                    guest.status(),
                    job.map(Work::operation),
                    job.filter(first -> moves(guest, first)).isPresent(),
                    saved(guest.life()));
            return new Told(Optional.of(copy), locks(guest, host));
        } catch (HypervisorException failure) {
            if (failure.code() == ErrorCode.NO_DOMAIN) {
                return new Told(Optional.empty(), Optional.empty());
            }
            throw failure;
        }
    }

    private static boolean saved(DomainLife life) {
        try {
            return life.hasManagedSave();
        } catch (HypervisorException unknown) {
            return false;
        }
    }

    private static Optional<GuestLocks> locks(Domain guest, Hypervisor host) {
        try {
            return Optional.of(GuestLocks.of(guest, guest.status().state(), host));
        } catch (HypervisorException gone) {
            return Optional.empty();
        }
    }

    /** What a guest is busy with, and how far that is. */
    private record Work(JobOperation operation, long processed, long iteration) {}

    /** The running job; on the host that a guest comes to, libvirt has no numbers of it. */
    private static Optional<Work> job(Domain guest) {
        try {
            JobProgress job = guest.job().stats(Set.of());
            return job.type().running()
                    ? Optional.of(new Work(job.operation(), job.data().processed(), job.iteration()))
                    : Optional.empty();
        } catch (HypervisorException refused) {
            return refused.code() == ErrorCode.OPERATION_UNSUPPORTED
                    ? Optional.of(new Work(JobOperation.MIGRATION_IN, 0, 0))
                    : Optional.empty();
        }
    }

    private static boolean moves(Domain guest, Work first) {
        if (first.operation() == JobOperation.MIGRATION_IN) {
            return true;
        }
        for (int i = 0; i < SAMPLES; i++) {
            try {
                Thread.sleep(BETWEEN);
            } catch (InterruptedException signal) {
                Thread.currentThread().interrupt();
                return true;
            }
            if (!job(guest).equals(Optional.of(first))) {
                return true;
            }
        }
        return false;
    }

    /**
     * What a host itself told.
     *
     * @param processes empty when it did not answer
     */
    private record Shell(Optional<List<Integer>> processes, List<String> locked) {
        static final Shell SILENT = new Shell(Optional.empty(), List.of());
    }

    private Shell shell(Session session, String uuid, Optional<GuestLocks> locks) {
        Optional<Host> host = HostLocks.host(session, false);
        if (host.isEmpty()) {
            return Shell.SILENT;
        }
        try {
            String name = locks.map(GuestLocks::name).orElse(word);
            String out = host.get()
                    .run(SHELL_LIMIT, List.of("sh", "-c", SCRIPT, "sh", name, uuid))
                    .out();
            if (!out.contains("@end")) {
                return Shell.SILENT;
            }
            List<Integer> processes = out.lines()
                    .filter(line -> line.matches("@qemu \\d{1,9}"))
                    .map(line -> Integer.parseInt(line.substring("@qemu ".length())))
                    .toList();
            return new Shell(
                    Optional.of(processes),
                    locks.map(guest -> locked(session, host, guest)).orElse(List.of()));
        } catch (HostException silent) {
            return Shell.SILENT;
        }
    }

    /** The locks of the guest's disks that the host holds, whoever it holds them for. */
    private static List<String> locked(Session session, Optional<Host> host, GuestLocks guest) {
        GuestLocks asIfItRan = new GuestLocks(guest.name(), guest.uuid(), DomainState.RUNNING, guest.disks());
        return HostLocks.at(session.name(), host, List.of(asIfItRan), "").disks().stream()
                .filter(lock -> lock.grip() == Grip.HELD)
                .map(DiskLock::disk)
                .map(LockedDisk::path)
                .distinct()
                .toList();
    }
}
