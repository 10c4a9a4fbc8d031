package io.vmsh.command.domain;

import io.vmsh.command.ByteSize;
import io.vmsh.command.Result;
import io.vmsh.command.Workspace;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainJob.StatsFlag;
import io.vmsh.hypervisor.DomainState;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.JobOperation;
import io.vmsh.hypervisor.JobProgress;
import io.vmsh.hypervisor.JobType;
import io.vmsh.session.CannotConnectException;
import io.vmsh.session.Session;
import io.vmsh.spec.StatementText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a migration came to, and what it left behind on either side. For people: virsh says nothing.
 *
 * @param guest its name on the source
 * @param newName its name on the destination
 * @param destination the word for where it went
 * @param targetSession the session of that host, if there is one
 * @param target an open connection to it, if there is one
 * @param offline whether only the definition went
 * @param kept whether the destination was asked to keep it, or may have been
 */
record MigrationSummary(
        Workspace workspace,
        Session source,
        String guest,
        String newName,
        String destination,
        Optional<Session> targetSession,
        Optional<Hypervisor> target,
        boolean offline,
        boolean kept) {

    /** What one side has of the guest. */
    private record Side(DomainState state, boolean persistent) {}

    /**
     * The summary.
     *
     * @param time that it took; null for what the hosts say
     */
    Result.Done after(@Nullable Duration time) {
        Optional<Side> there = target.flatMap(host -> look(host, newName));
        Optional<Side> here = here();
        Optional<JobProgress> numbers = offline ? Optional.empty() : numbers();
        Optional<Duration> taken =
                Optional.ofNullable(time).or(() -> numbers.map(job -> Duration.ofMillis(job.elapsedMillis())));
        List<String> cleanup = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        lines.add(headline(taken, numbers));
        there.ifPresentOrElse(side -> tellOfThere(side, lines, cleanup), () -> {
            if (!kept) {
                lines.add("It was moved without --persistent: if it was not defined there, it is gone when it stops.");
            }
        });
        here.filter(Side::persistent)
                .ifPresent(side -> tellOfHere(
                        side, there.filter(other -> !other.persistent()).isPresent(), lines, cleanup));
        return new Result.Done(String.join("\n", lines), data(taken, numbers, there, here, cleanup));
    }

    private String headline(Optional<Duration> time, Optional<JobProgress> numbers) {
        if (offline) {
            return "the definition of %s is on %s now%s"
                    .formatted(guest, destination, newName.equals(guest) ? "" : ", named " + newName);
        }
        return "%s moved to %s%s%s%s"
                .formatted(
                        guest,
                        destination,
                        newName.equals(guest) ? "" : " as " + newName,
                        time.map(taken -> " in " + text(taken)).orElse(""),
                        numbers.map(job -> ": %s sent, stood still for %d ms"
                                        .formatted(ByteSize.text(job.data().processed()), job.downtimeMillis()))
                                .orElse(""));
    }

    private void tellOfThere(Side side, List<String> lines, List<String> cleanup) {
        if (!offline && side.state() == DomainState.PAUSED) {
            lines.add("It is paused there. To let it run:");
            lines.add("    resume " + there());
        }
        if (!side.persistent()) {
            String statement = "persist " + there();
            lines.add("It is not defined on %s, and gone when it stops. To keep it:".formatted(destination));
            lines.add("    " + statement);
            cleanup.add(statement);
        }
    }

    private void tellOfHere(Side side, boolean later, List<String> lines, List<String> cleanup) {
        if (offline && side.state() != DomainState.SHUT_OFF) {
            lines.add("It is still active on %s and was not moved: do not start it on %s as well."
                    .formatted(source.name(), destination));
            return;
        }
        String statement = "undefine " + here(guest);
        lines.add(
                "Its definition is still on %s. To remove it%s:".formatted(source.name(), later ? ", after that" : ""));
        lines.add("    " + statement);
        cleanup.add(statement);
    }

    private Map<String, Object> data(
            Optional<Duration> time,
            Optional<JobProgress> numbers,
            Optional<Side> there,
            Optional<Side> here,
            List<String> cleanup) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("guest", guest);
        data.put("source", source.name());
        data.put("destination", destination);
        data.put("name_there", newName);
        time.ifPresent(taken -> data.put("seconds", taken.toMillis() / 1000.0));
        numbers.ifPresent(job -> {
            data.put("bytes_sent", job.data().processed());
            data.put("downtime_ms", job.downtimeMillis());
        });
        there.ifPresent(side -> {
            data.put("state_there", side.state().label());
            data.put("persistent_there", side.persistent());
        });
        data.put("defined_on_source", here.filter(Side::persistent).isPresent());
        data.put("cleanup", List.copyOf(cleanup));
        return data;
    }

    private String there() {
        return targetSession.map(session -> address(session, newName)).orElse(StatementText.quote(newName));
    }

    private String here(String name) {
        return address(source, name);
    }

    /** The name by which a statement reaches a guest from here. */
    private String address(Session session, String name) {
        return address(workspace, session, name);
    }

    /** The words by which a statement reaches a guest from the current session. */
    static String address(Workspace workspace, Session session, String name) {
        boolean current = session.equals(workspace.sessions().current().orElse(null));
        return StatementText.quote(current ? name : session.name() + "/" + name);
    }

    private Optional<Side> here() {
        try {
            return look(source.hypervisor(), guest);
        } catch (CannotConnectException gone) {
            return Optional.empty();
        }
    }

    private static Optional<Side> look(Hypervisor host, String name) {
        try (Domain domain = host.domains().find(name)) {
            return Optional.of(
                    new Side(domain.status().state(), domain.definition().persistent()));
        } catch (HypervisorException goneOrSilent) {
            return Optional.empty();
        }
    }

    /** Of the job that just ended: on the destination, since the source may have forgotten the guest, else there. */
    private Optional<JobProgress> numbers() {
        return target.flatMap(host -> numbers(host, newName)).or(() -> {
            try {
                return numbers(source.hypervisor(), guest);
            } catch (CannotConnectException gone) {
                return Optional.empty();
            }
        });
    }

    private static Optional<JobProgress> numbers(Hypervisor host, String name) {
        try (Domain domain = host.domains().find(name)) {
            return Optional.of(domain.job().stats(EnumSet.of(StatsFlag.COMPLETED, StatsFlag.KEEP_COMPLETED)))
                    .filter(job -> job.type() == JobType.COMPLETED && moves(job.operation()));
        } catch (HypervisorException none) {
            return Optional.empty();
        }
    }

    private static boolean moves(JobOperation operation) {
        return operation == JobOperation.MIGRATION_OUT || operation == JobOperation.MIGRATION_IN;
    }

    private static String text(Duration time) {
        return time.toMinutes() == 0
                ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0)
                : "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
