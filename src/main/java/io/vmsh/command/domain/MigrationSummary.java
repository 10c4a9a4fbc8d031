package io.vmsh.command.domain;

import io.vmsh.command.ByteSize;
import io.vmsh.command.Call;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainJob.StatsFlag;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.JobProgress;
import io.vmsh.hypervisor.JobType;
import io.vmsh.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a migration came to, and what it left behind on either side. For people: virsh says nothing. */
final class MigrationSummary {
    private final Call call;
    private final String name;
    private final String newName;
    private final Destination destination;

    MigrationSummary(Call call, String name, Destination destination) {
        this.call = call;
        this.name = name;
        this.newName = call.find(MigrateOptions.NEW_NAME).orElse(name);
        this.destination = destination;
    }

    /** The summary, where somebody reads along; else nothing, as in virsh. */
    Result after(Duration time) {
        return call.workspace().watched() ? new Result.Done(String.join("\n", lines(time))) : Result.NOTHING;
    }

    private List<String> lines(Duration time) {
        Optional<Hypervisor> target = target();
        List<String> lines = new ArrayList<>();
        lines.add("%s moved to %s in %s%s"
                .formatted(
                        name,
                        destination.word(),
                        seconds(time),
                        target.flatMap(this::statistics)
                                .map(MigrationSummary::numbers)
                                .orElse("")));
        boolean kept = target.map(this::isPersistent).orElse(true);
        boolean stayed = isDefined(call.hypervisor(), name);
        String there = address(destination.session().orElse(null), newName);
        String here = address(call.session(), name);
        if (!kept) {
            lines.add("%s is not defined on %s: it is gone there when it stops. To keep it: persist %s"
                    .formatted(newName, destination.word(), there));
        }
        if (stayed) {
            lines.add("its definition is still on the source. To remove it%s: undefine %s"
                    .formatted(kept ? "" : ", after that", here));
        }
        return lines;
    }

    private Optional<Hypervisor> target() {
        try {
            return destination.opened() != null || destination.session().isPresent()
                    ? Optional.of(destination.hypervisor())
                    : Optional.empty();
        } catch (RuntimeException unreachable) {
            return Optional.empty();
        }
    }

    /** Of the job that just ended; read on the destination, since the source may have forgotten the guest. */
    private Optional<JobProgress> statistics(Hypervisor target) {
        try (Domain guest = target.domains().find(newName)) {
            return Optional.of(guest.job().stats(EnumSet.of(StatsFlag.COMPLETED, StatsFlag.KEEP_COMPLETED)))
                    .filter(job -> job.type() == JobType.COMPLETED);
        } catch (HypervisorException none) {
            return Optional.empty();
        }
    }

    private boolean isPersistent(Hypervisor target) {
        try (Domain guest = target.domains().find(newName)) {
            return guest.definition().persistent();
        } catch (HypervisorException unknown) {
            return true;
        }
    }

    private static boolean isDefined(Hypervisor source, String name) {
        try (Domain guest = source.domains().find(name)) {
            return guest.definition().persistent();
        } catch (HypervisorException gone) {
            return false;
        }
    }

    /** The name by which a statement reaches a guest from here. */
    private String address(@Nullable Session session, String guest) {
        if (session == null
                || session.equals(call.workspace().sessions().current().orElse(null))) {
            return guest;
        }
        return session.name() + "/" + guest;
    }

    private static String numbers(JobProgress job) {
        return ": %s sent, stood still for %d ms"
                .formatted(ByteSize.text(job.data().processed()), job.downtimeMillis());
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
