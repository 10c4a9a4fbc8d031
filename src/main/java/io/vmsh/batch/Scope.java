package io.vmsh.batch;

import io.vmsh.spec.Nearest;
import io.vmsh.spec.StatementText;
import io.vmsh.spec.UsageException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What variables stand for. A name is set once; what a block sets is gone behind it. Used by one thread at a time, but for
 * the outer scopes of blocks side by side, which those only read.
 */
final class Scope {
    private static final String ENVIRONMENT = "env.";
    private static final String STARS = "***";

    private final @Nullable Scope outer;
    private final Map<String, String> environment;
    private final Map<String, String> given;
    private final Renaming renaming;
    private final Map<String, Variable> variables = new LinkedHashMap<>();

    private Scope(
            @Nullable Scope outer, Map<String, String> environment, Map<String, String> given, Renaming renaming) {
        this.outer = outer;
        this.environment = environment;
        this.given = given;
        this.renaming = renaming;
    }

    /**
     * A script's own.
     *
     * @param given values from outside, which the script's own {@code let} and {@code ask} do not change
     */
    static Scope of(Map<String, String> environment, Map<String, String> given, Renaming renaming) {
        return new Scope(null, environment, given, renaming);
    }

    /** A block's. */
    Scope inner() {
        return new Scope(this, environment, given, renaming);
    }

    /** What a variable stands for. */
    sealed interface Variable {
        /** A value; a hidden one is shown nowhere. */
        record Known(String text, boolean hidden) implements Variable {}

        /** A value that only running the script tells. */
        record Later() implements Variable {}
    }

    /**
     * A word with its variables' values in place.
     *
     * @param shown how it may be shown
     * @param later names of the variables whose values are not known yet; those stand there as they are written
     */
    record Filled(String text, String shown, boolean hidden, Set<String> later) {}

    /** Other sessions for those that the script names. */
    Renaming renaming() {
        return renaming;
    }

    /** The value that was given from outside for a name. */
    @Nullable
    String given(String name) {
        return given.get(name);
    }

    /** Sets a variable. */
    void set(String name, Variable variable) {
        variables.put(name, variable);
    }

    /** Whether a name is set here or around here. */
    boolean has(String name) {
        return variables.containsKey(name) || (outer != null && outer.has(name));
    }

    /**
     * A word as it is run.
     *
     * @throws UsageException when a variable in it is not set
     */
    Filled fill(Word word) {
        String fixed = word.template().fixed();
        if (fixed != null) {
            // Most words of most scripts.
            String text = renaming.apply(fixed);
            return new Filled(text, text.equals(fixed) ? word.raw() : StatementText.quote(text), false, Set.of());
        }
        Set<String> later = new LinkedHashSet<>();
        boolean hidden = false;
        for (Template.Piece.Variable used : word.template().variables()) {
            Variable variable = find(used);
            if (variable instanceof Variable.Later) {
                later.add(used.name());
            }
            hidden |= variable instanceof Variable.Known known && known.hidden();
        }
        String written = word.template().fill(this::text);
        String text = renaming.apply(written);
        boolean isOption = text.matches("--[A-Za-z0-9].*");
        if (word.template().beginsWithVariable() && isOption && later.isEmpty()) {
            throw new UsageException(
                    "%s stands for '%s', which would be an option".formatted(word.raw(), hidden ? STARS : text),
                    word.start(),
                    word.end());
        }
        return new Filled(text, hidden ? STARS : StatementText.quote(text), hidden, later);
    }

    /** A statement, or the first line of a block, as it may be shown: on one line, with the values that are known. */
    String shown(Node node) {
        Node.Head head = node.head();
        String text = head.source().text();
        StringBuilder shown = new StringBuilder();
        int from = head.start();
        for (Word word : node.words()) {
            shown.append(text, from, word.start()).append(fill(word).shown());
            from = word.end();
        }
        String whole = shown.append(text, from, head.end()).toString();
        return whole.indexOf('\n') < 0 ? whole : whole.replaceAll("\\\\\n[ \t]*", "");
    }

    private String text(String name) {
        return lookUp(name) instanceof Variable.Known known ? known.text() : "${" + name + "}";
    }

    private Variable find(Template.Piece.Variable used) {
        Variable variable = lookUp(used.name());
        if (variable == null) {
            String message = used.name().startsWith(ENVIRONMENT)
                    ? "the environment has no " + used.name().substring(ENVIRONMENT.length())
                    : "'%s' is not set%s".formatted(used.name(), Nearest.question(used.name(), names()));
            throw new UsageException(message, used.start(), used.end());
        }
        return variable;
    }

    private @Nullable Variable lookUp(String name) {
        if (name.startsWith(ENVIRONMENT)) {
            String value = environment.get(name.substring(ENVIRONMENT.length()));
            return value == null ? null : new Variable.Known(value, false);
        }
        Variable here = variables.get(name);
        if (here != null) {
            return here;
        }
        if (outer != null) {
            return outer.lookUp(name);
        }
        String value = given.get(name);
        return value == null ? null : new Variable.Known(value, false);
    }

    private List<String> names() {
        Set<String> names = new LinkedHashSet<>(variables.keySet());
        names.addAll(outer == null ? given.keySet() : outer.names());
        return List.copyOf(names);
    }
}
