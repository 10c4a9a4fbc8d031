package io.vmsh.command.domain;

import static io.vmsh.spec.Group.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainJob;
import io.vmsh.hypervisor.DomainJob.StatsFlag;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.JobProgress;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Spec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Shows what a guest is busy with, and how far it is. */
final class DomjobinfoCommand implements Command {
    private static final Flag COMPLETED = Flag.of("completed", "of the job that ended last");
    private static final Flag KEEP_COMPLETED =
            Flag.of("keep-completed", "do not let the host forget it, which it does once it has been read");
    private static final Flag ANYSTATS = Flag.of("anystats", "numbers of failed and cancelled jobs, too");
    private static final Flag RAWSTATS = Flag.of("rawstats", "all that libvirt tells, under its own names");

    @Override
    public Spec spec() {
        return Spec.of("domjobinfo", DOMAIN, "show the job of a guest: a migration, a save, a dump, a backup")
                .takes(Guests.ACTIVE, COMPLETED, KEEP_COMPLETED, ANYSTATS, RAWSTATS)
                .example("domjobinfo test", "what it is, and how much of it is done")
                .example("domjobinfo test --completed", "how the last one went");
    }

    @Override
    public Result run(Call call) {
        call.requires(KEEP_COMPLETED, COMPLETED);
        Set<StatsFlag> flags =
                call.chosen(Map.of(COMPLETED, StatsFlag.COMPLETED, KEEP_COMPLETED, StatsFlag.KEEP_COMPLETED));
        try (Domain domain = call.domain(Guests.ACTIVE)) {
            JobProgress job = progress(domain.job(), flags, call.has(RAWSTATS));
            String text = call.has(RAWSTATS)
                    ? JobReport.raw(job)
                    : JobReport.of(job, call.has(COMPLETED), call.has(ANYSTATS));
            return new Result.Document(text, data(job));
        }
    }

    private static JobProgress progress(DomainJob job, Set<StatsFlag> flags, boolean raw) {
        try {
            return job.stats(flags);
        } catch (HypervisorException reason) {
            if (reason.code() != ErrorCode.NO_SUPPORT) {
                throw reason;
            }
            if (raw || !flags.isEmpty()) {
                throw CommandFailure.because(reason, "Optional flags or --rawstats are not supported by the daemon");
            }
            return job.info();
        }
    }

    private static Map<String, Object> data(JobProgress job) {
        Map<String, Object> data = new LinkedHashMap<>(job.raw());
        data.put("operation", job.operation().label());
        data.put("type", JobReport.label(job.type()));
        return data;
    }
}
