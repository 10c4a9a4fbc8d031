package io.vmsh.command.domain;

import io.vmsh.advice.ExitCode;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.preflight.ClockRule;
import io.vmsh.preflight.Guest;
import io.vmsh.preflight.GuestLook;
import io.vmsh.preflight.Preflight;
import io.vmsh.preflight.Report;
import io.vmsh.preflight.ReportData;
import io.vmsh.preflight.ReportText;
import io.vmsh.preflight.Way;
import io.vmsh.session.Selector;
import io.vmsh.session.Session;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks whether a guest can move to other hosts, and to which best; changes nothing. */
final class MigrateCheckCommand implements Command {
    private static final Arg<Address> GUEST = Arg.of("domain", Value.DOMAIN, "name, id or UUID of the guest");
    private static final Opt<String> TO = Opt.of("to", Value.SELECTOR, "sessions that it might move to")
            .named()
            .mandatory();
    private static final Opt<Integer> CLOCK_LIMIT = Opt.of(
                    "clock-limit", Value.UNSIGNED_INT, "most milliseconds that clocks may be apart")
            .named();
    private static final Opt<String> NTP_SERVER = Opt.of(
                    "ntp-server", Value.TEXT, "a server that knows the time, to hold both hosts to")
            .named();

    @Override
    public Spec spec() {
        return Spec.of("migrate-check", Group.MIGRATION, "look whether a guest can move, and where to")
                .describedAs(
                        "Looks at storage, cache modes, networks, versions, processor, memory and more on both sides,"
                                + " and changes nothing. One target is told in full; several are compared, the best first. What"
                                + " could not be looked at is unknown, never ok. Exit code 4 when every target is blocked."
                                + " The options of migrate mean what they mean there; without any, a guest that runs is"
                                + " to move live, and of one that is off the definition.")
                .takes(parameters())
                .example("migrate-check web1 --to kvm2", "all that was found, and what to do about it")
                .example("migrate-check web1 --to @prod", "the hosts tagged prod, the best first")
                .example("migrate-check web1 --to kvm2 --p2p --copy-storage-all", "another way to move it")
                .example("migrate-check web1 --to all --ntp-server ntp1 --clock-limit 200", "with exact clocks");
    }

    private static Parameter[] parameters() {
        List<Parameter> all = new ArrayList<>(List.of(GUEST, TO));
        all.addAll(MigrateWay.parameters());
        all.addAll(List.of(CLOCK_LIMIT, NTP_SERVER));
        return all.toArray(Parameter[]::new);
    }

    @Override
    public Result run(Call call) {
        List<Session> targets = targets(call);
        Guest guest;
        try (Domain domain = call.domain(GUEST)) {
            guest = GuestLook.at(call.hypervisor(), domain);
        }
        Way way = way(call, guest);
        List<Report> reports = reports(call, guest, way, targets);
        Result result = new Result.Document(
                targets.size() == 1
                        ? ReportText.of(guest, reports.getFirst())
                        : ReportText.comparing(guest, way, reports),
                ReportData.of(reports));
        if (reports.stream().allMatch(Report::blocked)) {
            throw CommandFailure.of(
                            reports.size() == 1
                                    ? "%s cannot move to %s"
                                            .formatted(
                                                    guest.name(),
                                                    reports.getFirst().target())
                                    : "%s cannot move to any of them".formatted(guest.name()))
                    .after(result)
                    .exiting(ExitCode.BLOCKED);
        }
        return result;
    }

    private static Way way(Call call, Guest guest) {
        call.exclusive(MigrateOptions.LIVE, MigrateOptions.OFFLINE);
        Way way = MigrateWay.of(call);
        boolean said = call.has(MigrateOptions.LIVE) || call.has(MigrateOptions.OFFLINE);
        return said || guest.active() ? way : way.with(Way.Option.OFFLINE).with(Way.Option.PERSISTENT);
    }

    private static ClockRule clocks(Call call) {
        ClockRule usual = call.workspace().clocks();
        return new ClockRule(
                call.find(CLOCK_LIMIT).map(Duration::ofMillis).orElse(usual.limit()),
                call.find(NTP_SERVER).or(usual::reference));
    }

    /** The sessions selected, without the one that the guest is on. */
    private static List<Session> targets(Call call) {
        List<Session> selected =
                Selector.parse(call.find(TO).orElseThrow()).in(call.workspace().sessions());
        List<Session> others = selected.stream()
                .filter(session -> !session.name().equals(call.session().name()))
                .toList();
        if (others.isEmpty()) {
            throw CommandFailure.of(
                    "the guest is on session '%s' already: name another one",
                    call.session().name());
        }
        return others;
    }

    private static List<Report> reports(Call call, Guest guest, Way way, List<Session> targets) {
        try {
            return new Preflight(clocks(call))
                    .run(guest, way, call.session(), targets).stream()
                            .sorted(Report.BEST_FIRST)
                            .toList();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CommandFailure.of("interrupted").exiting(ExitCode.INTERRUPTED);
        }
    }
}
