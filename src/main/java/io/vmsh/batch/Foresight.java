package io.vmsh.batch;

import io.vmsh.batch.Scope.Filled;
import io.vmsh.session.Selector;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Address;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Key;
import io.vmsh.spec.Nearest;
import io.vmsh.spec.Noun;
import io.vmsh.spec.Suggests;
import io.vmsh.spec.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sessions there will be at one place of a script: none is opened. */
final class Foresight {
    private final Grammar grammar;
    private final Sessions sessions;
    /** Whether no statement so far may have added a session whose name only running it tells. */
    private boolean certain = true;

    Foresight(Grammar grammar, Sessions sessions) {
        this.grammar = grammar;
        this.sessions = sessions.unopened();
    }

    /** The session that a statement is run on; none when it needs none. */
    List<String> target(Binding binding) {
        List<String> named = new ArrayList<>(addressed(binding));
        selectors(binding).forEach(word -> selected(word, binding).forEach(named::add));
        if (!named.isEmpty()) {
            return named;
        }
        boolean unknown = binding.invocation().objects().stream()
                .anyMatch(object -> binding.isLater(object.address().word()));
        boolean connects = binding.invocation().spec().connects() && !unknown;
        return connects ? sessions.current().map(Session::name).stream().toList() : List.of();
    }

    /** The sessions that a statement of a block for several hosts is run on: those, since it may name none itself. */
    List<String> perHost(Binding binding, List<String> hosts) {
        for (Invocation.Named object : binding.invocation().objects()) {
            String session = object.address().session();
            if (session != null && sessions.find(session).isPresent()) {
                throw binding.at(
                        object.address().word(),
                        List.of("'%s/…' names a session, and 'on' has chosen it already".formatted(session)));
            }
        }
        addressed(binding);
        return hosts;
    }

    /** The words of a statement that say which sessions it is for. */
    private static List<String> selectors(Binding binding) {
        Invocation statement = binding.invocation();
        return statement.spec().parameters().stream()
                .filter(parameter -> parameter instanceof Key<?> key
                        && key.value().suggests() instanceof Suggests.Objects(Noun noun, List<String> states)
                        && noun == Noun.SELECTOR)
                .flatMap(parameter -> statement.words().getOrDefault(parameter.name(), List.of()).stream())
                .filter(word -> !binding.isLater(word))
                .toList();
    }

    private List<String> selected(String selector, Binding binding) {
        try {
            return names(selector);
        } catch (UsageException unknown) {
            if (certain) {
                throw binding.at(selector, unknown.lines());
            }
            return List.of(selector);
        }
    }

    private List<String> names(String selector) {
        return Selector.parse(selector).in(sessions).stream().map(Session::name).toList();
    }

    /** Takes into account what a statement will do to the sessions. */
    void follow(Binding binding) {
        if (binding.later().isEmpty()) {
            grammar.foresee(binding.invocation(), sessions);
        } else if (grammar.changesShell(binding.invocation())) {
            certain = false;
        }
    }

    /** The sessions that a selector names. */
    List<String> selected(Filled selector, Word word) {
        if (!selector.later().isEmpty()) {
            return List.of(selector.text());
        }
        try {
            return names(selector.text());
        } catch (UsageException unknown) {
            if (certain) {
                throw new UsageException(unknown.lines(), word.start(), word.end());
            }
            return List.of(selector.text());
        }
    }

    /** The sessions whose guests a loop goes through. */
    List<String> looped(Filled guests, Word word, @Nullable List<String> hosts) {
        int slash = guests.text().indexOf('/');
        if (hosts != null && slash >= 0) {
            throw new UsageException(
                    "'on' has chosen the session already: write the pattern alone", word.start(), word.end());
        }
        if (slash >= 0) {
            String selector = guests.text().substring(0, slash);
            return selected(new Filled(selector, selector, false, guests.later()), word);
        }
        return hosts != null
                ? hosts
                : sessions.current().map(Session::name).stream().toList();
    }

    /** The session that a condition looks at. */
    List<String> lookedAt(Condition.Is look, Filled name, @Nullable List<String> hosts) {
        Word word = look.name();
        if (look.subject() == Condition.Subject.SESSION) {
            return selected(name, word);
        }
        String session = Address.parse(name.text()).session();
        if (session != null && hosts != null) {
            throw new UsageException(
                    "'on' has chosen the session already: write the name alone", word.start(), word.end());
        }
        if (session != null) {
            return selected(new Filled(session, session, false, name.later()), word);
        }
        return hosts != null
                ? hosts
                : sessions.current().map(Session::name).stream().toList();
    }

    private List<String> addressed(Binding binding) {
        List<String> named = new ArrayList<>();
        for (Invocation.Named object : binding.invocation().objects()) {
            String session = object.address().session();
            if (session == null || binding.isLater(object.address().word())) {
                continue;
            }
            Optional<Session> found = sessions.find(session);
            found.map(Session::name).filter(name -> !named.contains(name)).ifPresent(named::add);
            // A volume's key may have a slash in it.
            if (found.isEmpty() && certain && object.noun() != Noun.VOLUME) {
                throw binding.at(object.address().word(), List.of(unknown(session)));
            }
        }
        if (named.size() > 1) {
            throw new UsageException(
                    "one statement, two sessions: '%s' and '%s'".formatted(named.get(0), named.get(1)), 0, 0);
        }
        return named;
    }

    private String unknown(String session) {
        List<String> names = sessions.all().stream().map(Session::name).toList();
        return "no session named '%s'%s".formatted(session, Nearest.question(session, names));
    }
}
