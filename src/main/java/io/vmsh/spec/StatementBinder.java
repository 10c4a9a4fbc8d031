package io.vmsh.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the words of one statement in turn. */
final class StatementBinder {
    static final String HELP = "help";

    private final Spec spec;
    private final int start;
    private final Map<String, List<String>> words = new LinkedHashMap<>();
    private final Set<String> flags = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private boolean dataOnly;
    private boolean verbatim;
    private boolean wantsHelp;
    private int end;

    StatementBinder(Spec spec, Token.Word name) {
        this.spec = spec;
        this.start = name.start();
        this.end = name.end();
    }

    /** Takes a word, with a second one from the lexer where it names an option with a value. */
    void take(Token.Word word, Lexer lexer) {
        end = word.end();
        if (dataOnly && !(verbatim && isCommonOption(word.text()))) {
            data(word);
        } else if (word.text().equals("--")) {
            dataOnly = true;
        } else if (isOption(word.text())) {
            option(word, lexer);
        } else {
            data(word);
        }
    }

    /** The bound statement; {@code --help} anywhere makes it {@code help COMMAND}. */
    Invocation finish(Function<String, @Nullable Spec> specs) {
        Spec help = wantsHelp ? specs.apply(HELP) : null;
        if (help != null) {
            return new Invocation(help, Map.of("command", List.of(spec.name())), Set.of(), start, end);
        }
        List<String> missing = new ArrayList<>();
        for (Parameter parameter : spec.parameters()) {
            if (parameter instanceof Key<?> key && key.required() && !seen.contains(key.name())) {
                String form = key instanceof Opt<?>
                        ? "command '%s' requires --%s option"
                        : "command '%s' requires <%s> option";
                missing.add(form.formatted(spec.name(), key.name()));
            }
        }
        if (!missing.isEmpty()) {
            throw new UsageException(missing, start, end);
        }
        return new Invocation(spec, Map.copyOf(words), Set.copyOf(flags), start, end);
    }

    /** Whether a word is an option by its looks: {@code --} and a letter or digit. */
    static boolean isOption(String text) {
        return text.length() > 2 && text.startsWith("--") && isAsciiLetterOrDigit(text.charAt(2));
    }

    /** Options common to all commands are the outer statement's, also among the words of an inner one. */
    private static boolean isCommonOption(String text) {
        return isOption(text)
                && Spec.COMMON.stream()
                        .anyMatch(
                                common -> common.name().equals(text.substring(2).split("=", 2)[0]));
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private void option(Token.Word word, Lexer lexer) {
        int equals = word.text().indexOf('=');
        String name = equals < 0 ? word.text().substring(2) : word.text().substring(2, equals);
        String value = equals < 0 ? null : word.text().substring(equals + 1);
        for (Parameter parameter : spec.accepted()) {
            if (!parameter.name().equals(name)) {
                continue;
            }
            switch (parameter) {
                case Alias alias -> {
                    if (alias.value() != null && value != null) {
                        throw mistake(word, "invalid '=' after option --%s", name);
                    }
                    value = alias.value() != null ? alias.value() : value;
                    name = alias.target();
                }
                case Flag flag -> {
                    seenOnce(word, name);
                    if (value != null) {
                        throw mistake(word, "invalid '=' after option --%s", name);
                    }
                    flags.add(flag.name());
                    return;
                }
                case Key<?> key -> {
                    if (!(key instanceof Rest<?>)) {
                        seenOnce(word, name);
                    }
                    add(key, value != null ? value : valueOf(key, word, lexer));
                    return;
                }
            }
        }
        if (name.equals(HELP) && value != null) {
            throw mistake(word, "invalid '=' after option --%s", name);
        }
        if (name.equals(HELP)) {
            wantsHelp = true;
        } else if (!spec.name().equals(HELP)) {
            throw mistake(word, "command '%s' doesn't support option --%s", spec.name(), name);
        }
    }

    private String valueOf(Key<?> key, Token.Word option, Lexer lexer) {
        if (lexer.next() instanceof Token.Word value) {
            end = value.end();
            return value.text();
        }
        throw mistake(
                option, "expected syntax: --%s <%s>", key.name(), key.value().isNumber() ? "number" : "string");
    }

    private void data(Token.Word word) {
        for (Parameter parameter : spec.parameters()) {
            if (parameter instanceof Key<?> key && key.takesBareWord(seen)) {
                add(key, word.text());
                return;
            }
        }
        if (!spec.name().equals(HELP)) {
            throw mistake(word, "unexpected data '%s'", word.text());
        }
    }

    private void add(Key<?> key, String value) {
        seen.add(key.name());
        words.computeIfAbsent(key.name(), name -> new ArrayList<>()).add(value);
        if (key instanceof Rest<?> rest && rest.verbatim() && !dataOnly) {
            dataOnly = true;
            verbatim = true;
        }
    }

    private void seenOnce(Token.Word word, String name) {
        if (!seen.add(name)) {
            throw mistake(word, "option --%s already seen", name);
        }
    }

    private UsageException mistake(Token.Word word, String form, Object... values) {
        return new UsageException(form.formatted(values), word.start(), word.end());
    }
}
