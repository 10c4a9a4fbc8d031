package io.vmsh.spec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command is called, accepts and does. Parser, help, completion, dry run, history, shell completions and the
 * manual are all made from it.
 *
 * @param parameters in declaration order, which is the order in which bare words fill them
 * @param connects whether it needs an open session
 */
public record Spec(
        String name,
        Group group,
        String summary,
        String description,
        List<Parameter> parameters,
        Effect effect,
        boolean connects,
        List<Example> examples) {

    /** How the result is to be printed: taken by every command, and never by a bare word. */
    public static final Opt<String> OUTPUT = Opt.of(
                    "output", Value.oneOf("table", "json", "yaml", "csv").labelled("format"), "form of the output")
            .named();

    /** Options of every command, besides its own. */
    public static final List<Parameter> COMMON = List.of(OUTPUT);

    /** A command that reads from an open session and takes nothing, until said otherwise. */
    public static Spec of(String name, Group group, String summary) {
        return new Spec(name, group, summary, "", List.of(), Effect.READS, true, List.of());
    }

    /** The same command with these parameters. */
    public Spec takes(Parameter... all) {
        return new Spec(name, group, summary, description, List.of(all), effect, connects, examples);
    }

    /** The same command with this effect. */
    public Spec effect(Effect other) {
        return new Spec(name, group, summary, description, parameters, other, connects, examples);
    }

    /** The same command with a longer text for {@code help}: when to use it, what to mind. */
    public Spec describedAs(String text) {
        return new Spec(name, group, summary, text, parameters, effect, connects, examples);
    }

    /** The same command, usable without a hypervisor. */
    public Spec local() {
        return new Spec(name, group, summary, description, parameters, effect, false, examples);
    }

    /** The same command with one more example. */
    public Spec example(String statement, String shows) {
        List<Example> more = new ArrayList<>(examples);
        more.add(new Example(statement, shows));
        return new Spec(name, group, summary, description, parameters, effect, connects, List.copyOf(more));
    }

    /** Its own parameters and the common ones, in the order in which they are looked up. */
    public List<Parameter> accepted() {
        List<Parameter> all = new ArrayList<>(parameters);
        all.addAll(COMMON);
        return all;
    }

    /** The parameter of that name, its own or a common one. */
    public @Nullable Parameter named(String parameter) {
        return accepted().stream()
                .filter(candidate -> candidate.name().equals(parameter))
                .findFirst()
                .orElse(null);
    }
}
