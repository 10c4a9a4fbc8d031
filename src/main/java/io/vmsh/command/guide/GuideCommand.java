package io.vmsh.command.guide;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.GuideRun;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import io.vmsh.session.Selector;
import io.vmsh.session.Session;
import io.vmsh.spec.Address;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Key;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Spec;
import io.vmsh.spec.UsageException;
import io.vmsh.spec.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Lists the guides, or walks one. */
final class GuideCommand implements Command {
    private static final Opt<String> TOPIC = Opt.of(
            "topic", Value.oneOf(Topics.names().toArray(String[]::new)), "which guide; without it they are listed");
    static final Opt<Address> DOMAIN = Opt.of("domain", Value.DOMAIN, "the guest, for unsafe-migration");
    static final Opt<String> DESTINATION =
            Opt.of("destination", Value.SELECTOR, "the session it is to move to, for unsafe-migration");
    static final Opt<String> ON =
            Opt.of("on", Value.SELECTOR, "the sessions whose hosts are set up").named();

    @Override
    public Spec spec() {
        Set<Parameter> parameters = new LinkedHashSet<>(List.of(TOPIC, DOMAIN, DESTINATION, ON));
        parameters.addAll(GuideRun.parameters());
        Topics.ALL.forEach(topic -> parameters.addAll(topic.parameters()));
        return Spec.of("guide", Group.MIGRATION, "set hosts up step by step")
                .takes(parameters.toArray(Parameter[]::new))
                .local()
                .effect(Effect.DISRUPTS)
                .describedAs(
                        "Each step looks first, shows what it would change and why, changes it when you say so, and"
                                + " looks again. At a prompt you are asked about each step. What is right already is left alone,"
                                + " so a guide that was cut off goes on when it is run again. Files are replaced whole, and what"
                                + " they were is kept beside them as FILE.vmsh-DATE-TIME; --undo takes back what the guide has"
                                + " changed and nothing else. Hosts are reached by ssh with its own configuration: a session's"
                                + " qemu+ssh URI, or its host's name.")
                .example("guide", "the guides there are")
                .example("guide ssh-keys --on all --check", "what is missing; exit code 4 if anything is")
                .example("guide migration-network --on @prod --dry-run", "every change, edits as a diff; none is made")
                .example("guide migration-network --on @prod --apply --yes", "makes them")
                .example("guide migration-network --on @prod --undo", "takes them back");
    }

    @Override
    public Result run(Call call) {
        if (!call.has(TOPIC)) {
            return list();
        }
        String name = call.find(TOPIC).orElseThrow();
        Topic topic = Topics.find(name)
                .orElseThrow(() -> CommandFailure.of(
                        "there is no guide '%s'; there are: %s", name, String.join(", ", Topics.names())));
        requireOwnOptions(call, topic);
        List<Session> sessions = call.find(ON)
                .map(word -> Selector.parse(word).in(call.workspace().sessions()))
                .orElse(List.of());
        if (sessions.isEmpty() && topic.needsSessions() && !call.has(GuideRun.UNDO)) {
            throw new UsageException("guide %s needs --on SELECTOR: the sessions to set up".formatted(name), 0, 0);
        }
        return new GuideRun(call, name)
                .run(() -> topic.steps(call, GuideRun.sites(call), sessions), places(call, topic, sessions));
    }

    /** Those whose changes are taken back: all of them when none is named. */
    private static Predicate<String> places(Call call, Topic topic, List<Session> sessions) {
        Set<String> places = new HashSet<>(topic.otherPlaces(call));
        sessions.forEach(session -> places.add(session.name()));
        return places.isEmpty() ? place -> true : place -> place.isEmpty() || places.contains(place);
    }

    private static void requireOwnOptions(Call call, Topic topic) {
        Set<Parameter> foreign = new LinkedHashSet<>();
        Topics.ALL.forEach(other -> foreign.addAll(other.parameters()));
        topic.parameters().forEach(foreign::remove);
        List<String> given = new ArrayList<>();
        for (Parameter parameter : foreign) {
            if (parameter instanceof Flag flag ? call.has(flag) : parameter instanceof Key<?> key && call.has(key)) {
                given.add("--" + parameter.name());
            }
        }
        if (!given.isEmpty()) {
            throw new UsageException("guide %s has no %s".formatted(topic.name(), String.join(", ", given)), 0, 0);
        }
    }

    private static Result list() {
        Result.RowsBuilder rows = Result.rows(new Column("Guide", "guide"), new Column("Leads to", "summary"));
        Topics.ALL.forEach(topic -> rows.row(Cell.of(topic.name()), Cell.of(topic.summary())));
        return rows.table();
    }
}
