package io.vmsh.command.evacuate;

import static io.vmsh.command.evacuate.EvacuateOptions.EXCLUDE;
import static io.vmsh.command.evacuate.EvacuateOptions.INCLUDE;

import io.vmsh.batch.Journals;
import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.evacuation.Evacuee;
import io.vmsh.evacuation.NamePattern;
import io.vmsh.evacuation.Pace;
import io.vmsh.evacuation.Plan;
import io.vmsh.evacuation.Planner;
import io.vmsh.hypervisor.DomainFilter;
import io.vmsh.hypervisor.DomainName;
import io.vmsh.session.Session;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Empties a host. */
record Evacuation(Call call, EvacuateOptions options) {
    Result run(Session host) {
        if (host.readOnly()) {
            throw CommandFailure.of("session '%s' is open read-only: no guest can leave it", host.name());
        }
        List<DomainName> all =
                host.hypervisor().domains().names(EnumSet.of(DomainFilter.ACTIVE, DomainFilter.INACTIVE));
        Predicate<String> named = named(options.include(), options.exclude(), all, host);
        List<DomainName> leaving = all.stream()
                .filter(guest -> named.test(guest.name()))
                .filter(guest -> guest.active() || options.offlineToo())
                .toList();
        long off = all.stream()
                .filter(guest -> named.test(guest.name()) && !guest.active())
                .count();
        if (!options.offlineToo() && off > 0 && call.workspace().watched()) {
            call.dialog()
                    .say("%d guest%s off and stay%s: --offline-too moves definitions"
                            .formatted(off, off == 1 ? " is" : "s are", off == 1 ? "s" : ""));
        }
        if (leaving.isEmpty()) {
            return Result.done("No guest of %s is to be moved", host.name());
        }
        Targets targets = Targets.of(call, host, options.to());
        Ways ways = new Ways();
        Survey survey = new Survey(ways);
        Planner planner = new Planner(targets.rooms(), survey::fit);
        List<String> uuids = leaving.stream().map(DomainName::uuid).toList();
        Plan plan = plan(call, host, survey, planner, ways, targets, uuids);
        int jobs = jobs(call, options, host, targets.sessions());
        Journals journals = EvacuateCommand.journals(call);
        return new Departure(call, options, ways, jobs, List.of())
                .go(
                        plan,
                        planner,
                        "Move %d guest%s away from %s"
                                .formatted(plan.moves().size(), plan.moves().size() == 1 ? "" : "s", host.name()),
                        () -> Chronicle.begin(journals, Chronicle.LEAVING, host.name(), options, plan, ways),
                        Convoy.Arrivals::complete);
    }

    /** Looks at some guests of a host and at the targets, and places them. */
    static Plan plan(
            Call call, Session host, Survey survey, Planner planner, Ways ways, Targets targets, List<String> uuids) {
        call.dialog()
                .progress("looking at %d guest%s of %s first"
                        .formatted(uuids.size(), uuids.size() == 1 ? "" : "s", host.name()));
        try {
            ways.tryOut(host, targets.sessions());
            List<Evacuee> guests = survey.guests(host, summary -> uuids.contains(summary.uuid()), targets.sessions());
            return planner.plan(host.name(), guests);
        } finally {
            call.dialog().progress("");
        }
    }

    /** How many at once: as asked for, else as the link allows. */
    static int jobs(Call call, EvacuateOptions options, Session host, List<Session> targets) {
        if (call.has(EvacuateOptions.DRY_RUN)) {
            return 1;
        }
        return options.jobs().orElseGet(() -> Pace.jobs(Ways.link(host, targets), targets.size()));
    }

    /** A pattern that fits nothing is a mistake: what it was to keep would be moved, or the other way round. */
    static Predicate<String> named(
            Optional<String> include, Optional<String> exclude, List<DomainName> guests, Session host) {
        Predicate<String> named = name -> true;
        if (include.isPresent()) {
            named = pattern(INCLUDE.name(), include.get(), guests, host);
        }
        if (exclude.isPresent()) {
            named = named.and(
                    pattern(EXCLUDE.name(), exclude.get(), guests, host).negate());
        }
        return named;
    }

    private static Predicate<String> pattern(String option, String text, List<DomainName> guests, Session host) {
        NamePattern pattern = NamePattern.parse(text);
        if (guests.stream().map(DomainName::name).noneMatch(pattern)) {
            throw CommandFailure.of("--%s: no guest of %s has a name like '%s'", option, host.name(), text);
        }
        return pattern;
    }
}
