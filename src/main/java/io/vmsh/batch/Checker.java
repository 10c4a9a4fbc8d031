package io.vmsh.batch;

import io.vmsh.batch.Scope.Filled;
import io.vmsh.batch.Scope.Variable;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.StatementText;
import io.vmsh.spec.UsageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a script as it will be run, with the sessions there will be and the values that are known, and binds every
 * statement. What is wrong is told; what only running it tells is passed over.
 */
final class Checker {
    private final Grammar grammar;
    private final Foresight foresight;
    private final IntPredicate answered;
    private final Consumer<Mistake> mistakes;
    private final Map<Integer, Step> steps = new LinkedHashMap<>();
    private final Set<String> names = new LinkedHashSet<>();
    private int depth;

    /**
     * A checker.
     *
     * @param sessions what there is before the script
     * @param answered whether there is an answer for the question of a step
     */
    Checker(Grammar grammar, Sessions sessions, IntPredicate answered, Consumer<Mistake> mistakes) {
        this.grammar = grammar;
        this.foresight = new Foresight(grammar, sessions);
        this.answered = answered;
        this.mistakes = mistakes;
    }

    /**
     * Where statements stand.
     *
     * @param hosts the sessions of the block for several hosts; null outside of one
     * @param several whether other statements run at the same time
     * @param sideBySide whether those of the same block do
     * @param depth how many blocks are around them
     */
    private record Around(@Nullable List<String> hosts, boolean several, boolean sideBySide, int depth) {
        static final Around NOTHING = new Around(null, false, false, 0);
    }

    /** The steps of a script, by their numbers. */
    Map<Integer, Step> check(List<Node> nodes, Scope scope) {
        check(nodes, scope, Around.NOTHING);
        return steps;
    }

    /** The variables that the script sets. */
    Set<String> names() {
        return names;
    }

    private void check(List<Node> nodes, Scope scope, Around around) {
        for (Node node : nodes) {
            orTell(node, () -> check(node, scope, around));
        }
    }

    private void orTell(Node node, Runnable check) {
        try {
            check.run();
        } catch (UsageException mistake) {
            mistakes.accept(Mistake.of(
                    mistake,
                    node.head().source(),
                    node.head().start(),
                    node.head().end()));
        }
    }

    private void check(Node node, Scope scope, Around around) {
        depth = around.depth();
        switch (node) {
            case Node.Plain plain -> plain(plain, scope, around);
            case Node.Let let -> let(let, scope, around);
            case Node.Ask ask -> ask(ask, scope, around);
            case Node.Require require -> require(require, scope, around);
            case Node.Wait wait -> condition(wait, wait.condition(), scope, around);
            case Node.On on -> on(on, scope, around);
            case Node.Parallel parallel -> {
                plan(node, scope, List.of(), List.of(), Effect.READS);
                body(node, scope.inner(), new Around(around.hosts(), true, true, around.depth() + 1));
            }
            case Node.For loop -> loop(loop, scope, around);
        }
    }

    private void plain(Node.Plain node, Scope scope, Around around) {
        Binding binding = Binding.of(node, scope, grammar);
        Invocation statement = binding.invocation();
        boolean changesShell = grammar.changesShell(statement);
        if (changesShell && around.several()) {
            throw new UsageException(
                    "'%s' changes the shell for all statements, so it cannot stand where several run at once"
                            .formatted(statement.spec().name()),
                    statement.start(),
                    statement.end());
        }
        binding.readValues();
        List<String> sessions =
                around.hosts() == null ? foresight.target(binding) : foresight.perHost(binding, around.hosts());
        foresight.follow(binding);
        boolean bound = binding.later().isEmpty() && !binding.hidden();
        put(
                node,
                sessions,
                grammar.effect(statement),
                grammar.safe(binding.shown()),
                binding.later(),
                changesShell,
                bound ? statement : null);
    }

    private void let(Node.Let node, Scope scope, Around around) {
        String given = scope.given(node.name());
        try {
            Filled value = scope.fill(node.value());
            boolean known = given != null || value.later().isEmpty();
            Variable variable = known
                    ? new Variable.Known(given != null ? given : value.text(), given == null && value.hidden())
                    : new Variable.Later();
            set(node, node.name(), variable, scope, around);
            String shown = given == null ? value.shown() : StatementText.quote(given) + " # given";
            put(node, List.of(), Effect.READS, "let %s = %s".formatted(node.name(), shown), value.later(), true, null);
        } catch (UsageException mistake) {
            // One mistake is enough: what uses the name is not to blame.
            scope.set(node.name(), new Variable.Later());
            throw mistake;
        }
    }

    private void ask(Node.Ask node, Scope scope, Around around) {
        String given = scope.given(node.name());
        set(
                node,
                node.name(),
                given == null ? new Variable.Later() : new Variable.Known(given, node.hidden()),
                scope,
                around);
        if (around.several()) {
            throw about(node, "a question cannot stand where several statements run at once");
        }
        if (given == null && !answered.test(node.head().number())) {
            throw about(node, "nobody is there to answer: start the script with --set %s=VALUE".formatted(node.name()));
        }
        Set<String> later = new LinkedHashSet<>(scope.fill(node.question()).later());
        if (given == null) {
            later.add(node.name());
        }
        put(node, List.of(), Effect.READS, scope.shown(node), later, true, null);
    }

    private void set(Node node, String name, Variable variable, Scope scope, Around around) {
        names.add(name);
        if (around.sideBySide()) {
            throw about(node, "'%s' cannot be set between statements that run side by side".formatted(name));
        }
        if (scope.has(name)) {
            throw about(node, "'%s' is set already; a name means one thing".formatted(name));
        }
        scope.set(name, variable);
    }

    private void require(Node.Require node, Scope scope, Around around) {
        if (node.message() != null) {
            scope.fill(node.message());
        }
        condition(node, node.condition(), scope, around);
    }

    private void condition(Node node, Condition condition, Scope scope, Around around) {
        Set<String> later = new LinkedHashSet<>();
        condition.words().forEach(word -> later.addAll(scope.fill(word).later()));
        Set<String> sessions = new LinkedHashSet<>();
        condition
                .looks()
                .forEach(look -> sessions.addAll(foresight.lookedAt(look, scope.fill(look.name()), around.hosts())));
        plan(node, scope, List.copyOf(sessions), later, Effect.READS);
    }

    private void on(Node.On node, Scope scope, Around around) {
        if (around.hosts() != null) {
            throw about(node, "'on' stands within another 'on'");
        }
        List<String> hosts = new ArrayList<>();
        orTell(node, () -> {
            Filled selector = scope.fill(node.sessions());
            hosts.addAll(foresight.selected(selector, node.sessions()));
            plan(node, scope, hosts, selector.later(), Effect.READS);
        });
        body(node, scope.inner(), new Around(hosts, true, false, around.depth() + 1));
    }

    private void loop(Node.For node, Scope scope, Around around) {
        names.add(node.name());
        orTell(node, () -> {
            if (scope.has(node.name())) {
                throw about(node, "'%s' is set already; a name means one thing".formatted(node.name()));
            }
            Filled guests = scope.fill(node.guests());
            plan(node, scope, foresight.looped(guests, node.guests(), around.hosts()), guests.later(), Effect.READS);
        });
        Scope round = scope.inner();
        round.set(node.name(), new Variable.Later());
        body(node, round, new Around(around.hosts(), around.several(), false, around.depth() + 1));
    }

    private void body(Node node, Scope scope, Around around) {
        check(node.body(), scope, around);
        Effect strongest = node.within()
                .map(child -> steps.get(child.head().number()))
                .filter(Objects::nonNull)
                .map(Step::effect)
                .max(Comparator.naturalOrder())
                .orElse(Effect.READS);
        steps.computeIfPresent(node.head().number(), (number, step) -> step.withEffect(strongest));
    }

    private static UsageException about(Node node, String message) {
        return new UsageException(message, node.head().start(), node.head().end());
    }

    private void plan(Node node, Scope scope, List<String> sessions, Collection<String> later, Effect effect) {
        put(node, sessions, effect, scope.shown(node), later, false, null);
    }

    private void put(
            Node node,
            List<String> sessions,
            Effect effect,
            String text,
            Collection<String> later,
            boolean shell,
            @Nullable Invocation invocation) {
        Node.Head head = node.head();
        Step step = new Step(
                head.number(),
                head.place(),
                depth,
                sessions,
                effect,
                text,
                List.copyOf(later),
                head.comments(),
                shell,
                invocation);
        steps.put(head.number(), step);
    }
}
