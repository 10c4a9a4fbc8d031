package io.vmsh.completion;

import io.vmsh.command.Command;
import io.vmsh.command.Commands;
import io.vmsh.command.Workspace;
import io.vmsh.session.Inventory;
import io.vmsh.spec.Alias;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Key;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Reading;
import io.vmsh.spec.Rest;
import io.vmsh.spec.Spec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what may come next at the end of a text: commands, options, values. */
public final class Completion {
    private final Commands commands;
    private final Values values;

    /**
     * Completion of statements in a workspace.
     *
     * @param home what {@code ~} stands for, if anything
     */
    public Completion(Workspace workspace, Inventory inventory, @Nullable Path home) {
        this.commands = workspace.commands();
        this.values = new Values(commands, workspace.sessions(), inventory, new FileNames(workspace::directory, home));
    }

    /** The place at the end of a text. */
    public Place endOf(String text) {
        return Place.endOf(text, commands::spec);
    }

    /** What may come there; names before options. */
    public List<Proposal> at(Place place) {
        Reading reading = place.reading();
        if (place.isComment()) {
            return List.of();
        }
        if (reading.isEmpty()) {
            return commands(place.word());
        }
        Spec spec = reading.spec();
        if (spec == null) {
            return List.of();
        }
        Key<?> pending = reading.pending();
        if (pending != null) {
            return values(pending, place.word(), place);
        }
        if (!reading.dataOnly() && place.word().startsWith("-")) {
            return option(spec, place);
        }
        List<Proposal> all = new ArrayList<>();
        Key<?> next = reading.nextPositional();
        if (next != null) {
            all.addAll(values(next, place.word(), place));
        }
        if (place.word().isEmpty() && !reading.dataOnly()) {
            all.addAll(options(spec, place));
        }
        return all;
    }

    private List<Proposal> values(Key<?> key, String typed, Place place) {
        return key instanceof Rest<?> rest && rest.verbatim() ? commands(typed) : values.of(key, typed, place);
    }

    private List<Proposal> commands(String typed) {
        return commands.all().stream()
                .map(Command::spec)
                .filter(spec -> spec.name().startsWith(typed))
                .map(spec -> Proposal.name(spec.name(), spec.summary()))
                .toList();
    }

    /** An option's name, or its value behind {@code =}. */
    private List<Proposal> option(Spec spec, Place place) {
        int equals = place.word().indexOf('=');
        if (equals < 0) {
            return options(spec, place);
        }
        String before = place.word().substring(0, equals + 1);
        Parameter named = before.startsWith("--") ? spec.named(before.substring(2, equals)) : null;
        Parameter parameter = named instanceof Alias alias ? spec.named(alias.target()) : named;
        return parameter instanceof Key<?> key
                ? values.of(key, place.word().substring(equals + 1), place).stream()
                        .map(value -> value.after(before))
                        .toList()
                : List.of();
    }

    private static List<Proposal> options(Spec spec, Place place) {
        List<Proposal> found = new ArrayList<>();
        for (Parameter parameter : spec.accepted()) {
            String option = "--" + parameter.name();
            if (!option.startsWith(place.word()) || place.reading().isSpent(parameter)) {
                continue;
            }
            switch (parameter) {
                case Flag flag -> found.add(Proposal.option(option, flag.help()));
                case Key<?> key -> found.add(Proposal.option(option, key.help()));
                case Alias alias -> {}
            }
        }
        return found;
    }
}
