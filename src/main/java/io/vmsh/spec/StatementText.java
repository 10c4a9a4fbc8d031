package io.vmsh.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes statements that the grammar reads back. */
public final class StatementText {
    private final Invocation statement;
    private final Set<String> flags;
    private final Map<String, List<String>> words;

    private boolean script;

    private StatementText(Invocation statement) {
        this.statement = statement;
        this.flags = new HashSet<>(statement.flags());
        this.words = new HashMap<>(statement.words());
    }

    /** What was typed, to be changed and written again. */
    public static StatementText of(Invocation statement) {
        return new StatementText(statement);
    }

    /** With one more flag. */
    public StatementText with(String flag) {
        flags.add(flag);
        return this;
    }

    /** With an option, in the place of one given before. */
    public StatementText with(String option, String word) {
        words.put(option, List.of(word));
        return this;
    }

    /** Without a flag or option. */
    public StatementText without(String option) {
        flags.remove(option);
        words.remove(option);
        return this;
    }

    /** As a script has it, where <code>${</code> begins a variable unless it is quoted. */
    public StatementText forScript() {
        script = true;
        return this;
    }

    private String word(String word) {
        boolean variable = script && word.contains("${");
        return variable ? "'" + word.replace("'", "'\"'\"'") + "'" : quote(word);
    }

    /** Flags first, then arguments as bare words, then options with values. */
    @Override
    public String toString() {
        List<String> own = new ArrayList<>();
        List<String> bare = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (Parameter parameter : statement.spec().accepted()) {
            switch (parameter) {
                case Flag flag -> {
                    if (flags.contains(flag.name())) {
                        own.add("--" + flag.name());
                    }
                }
                case Arg<?> arg ->
                    given(arg)
                            .forEach(word -> bare.add(
                                    word.startsWith("--") ? "--" + arg.name() + "=" + word(word) : word(word)));
                case Opt<?> opt -> given(opt).forEach(word -> named.addAll(List.of("--" + opt.name(), word(word))));
                case Rest<?> rest -> given(rest).forEach(word -> named.add(word(word)));
                case Alias alias -> {}
            }
        }
        List<String> all = new ArrayList<>(List.of(statement.spec().name()));
        all.addAll(own);
        all.addAll(bare);
        all.addAll(named);
        return String.join(" ", all);
    }

    private List<String> given(Key<?> key) {
        return words.getOrDefault(key.name(), List.of());
    }

    /** A word as it must be typed to be read as it is. */
    public static String quote(String word) {
        if (!word.isEmpty() && word.matches("[A-Za-z0-9_@%+=:,./^~?*!&(){}|<>$-]+")) {
            return word;
        }
        return word.contains("'") ? '"' + word.replaceAll("[\\\\\"]", "\\\\$0") + '"' : "'" + word + "'";
    }
}
