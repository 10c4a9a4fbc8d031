package io.vmsh.spec;

import io.vmsh.spec.Part.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statement as far as it is typed. Where the {@link Binder} refuses, this goes on and says what each word stands for
 * and what may come next: for completion, highlighting and keeping secrets out of the history.
 */
public final class Reading {
    private final Function<String, @Nullable Spec> specs;
    private final Map<String, List<String>> given = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private boolean started;
    private boolean dataOnly;
    private @Nullable Spec spec;
    private @Nullable Key<?> pending;
    private @Nullable Reading inner;

    /**
     * A statement of which nothing is typed yet.
     *
     * @param specs finds a command by its exact name
     */
    public Reading(Function<String, @Nullable Spec> specs) {
        this.specs = specs;
    }

    /** What stands in a text of several statements, in order; a quote that is still open does no harm. */
    public static List<Part> parts(String text, Function<String, @Nullable Spec> specs) {
        List<Part> parts = new ArrayList<>();
        Reading reading = new Reading(specs);
        for (Token token : ForgivingLexer.tokens(text)) {
            switch (token) {
                case Token.Word word -> parts.add(reading.take(word));
                case Token.Separator separator -> reading = new Reading(specs);
                case Token.End end -> {}
            }
        }
        return parts;
    }

    /** Takes the next word. */
    public Part take(Token.Word word) {
        if (inner != null) {
            return inner.take(word);
        }
        if (!started) {
            return command(word);
        }
        if (spec == null) {
            return new Part(word, Role.EXCESS, null);
        }
        if (pending != null) {
            return value(pending, word);
        }
        if (!dataOnly && word.text().equals("--")) {
            dataOnly = true;
            return new Part(word, Role.OPTION, null);
        }
        if (!dataOnly && StatementBinder.isOption(word.text())) {
            return option(spec, word);
        }
        Key<?> next = nextPositional();
        return next == null ? new Part(word, Role.EXCESS, null) : value(next, word);
    }

    /** Whether no word was typed yet: a command's name comes next. */
    public boolean isEmpty() {
        return !started;
    }

    /** The command, if there is one of that name. */
    public @Nullable Spec spec() {
        return spec;
    }

    /** The option whose value comes next, if the last word named one. */
    public @Nullable Key<?> pending() {
        return pending;
    }

    /** Whether words that look like options no longer are: after {@code --}. */
    public boolean dataOnly() {
        return dataOnly;
    }

    /** The parameter that a bare word would fill now, by the binder's rule. */
    public @Nullable Key<?> nextPositional() {
        if (spec != null) {
            for (Parameter parameter : spec.parameters()) {
                if (parameter instanceof Key<?> key && key.takesBareWord(seen)) {
                    return key;
                }
            }
        }
        return null;
    }

    /** Whether an option was given already and cannot be given again. */
    public boolean isSpent(Parameter parameter) {
        return !(parameter instanceof Rest<?>) && seen.contains(parameter.name());
    }

    /** The words given for a parameter so far. */
    public List<String> given(String parameter) {
        return List.copyOf(given.getOrDefault(parameter, List.of()));
    }

    /** The statement within this one, if its words have begun: that of {@code on SELECTOR STATEMENT}. */
    public @Nullable Reading inner() {
        return inner;
    }

    private Part command(Token.Word word) {
        started = true;
        spec = specs.apply(word.text());
        return new Part(word, spec == null ? Role.UNKNOWN_COMMAND : Role.COMMAND, null);
    }

    private Part option(Spec command, Token.Word word) {
        int equals = word.text().indexOf('=');
        String name = word.text().substring(2, equals < 0 ? word.text().length() : equals);
        Parameter named = command.named(name);
        Parameter parameter = named instanceof Alias alias ? command.named(alias.target()) : named;
        if (parameter == null) {
            return new Part(word, name.equals(StatementBinder.HELP) ? Role.OPTION : Role.UNKNOWN_OPTION, null);
        }
        if (parameter instanceof Key<?> key) {
            if (equals >= 0) {
                add(key, word.text().substring(equals + 1));
            } else if (named instanceof Alias alias && alias.value() != null) {
                add(key, alias.value());
            } else {
                pending = key;
            }
        }
        seen.add(parameter.name());
        return new Part(word, Role.OPTION, parameter);
    }

    private Part value(Key<?> key, Token.Word word) {
        pending = null;
        // A first word with blanks is statements as one quoted word, which are not looked into.
        if (key instanceof Rest<?> rest && rest.verbatim() && word.text().indexOf(' ') < 0) {
            inner = new Reading(specs);
            return inner.take(word);
        }
        add(key, word.text());
        return new Part(word, Role.VALUE, key);
    }

    private void add(Key<?> key, String value) {
        seen.add(key.name());
        given.computeIfAbsent(key.name(), name -> new ArrayList<>()).add(value);
    }
}
