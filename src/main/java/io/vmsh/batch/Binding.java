package io.vmsh.batch;

import io.vmsh.batch.Scope.Filled;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Key;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Token;
import io.vmsh.spec.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A command's statement, bound with the values that are known.
 *
 * @param words as they were bound; a variable that is not known yet stands there as it is written
 * @param shown as it may be shown, but for the secrets of its options
 * @param hidden whether there is a value in it that may not be shown
 */
record Binding(Invocation invocation, List<Token.Word> words, String shown, Set<String> later, boolean hidden) {
    /**
     * Binds a statement.
     *
     * @throws UsageException when it cannot be run as written
     */
    static Binding of(Node.Plain node, Scope scope, Grammar grammar) {
        List<Token.Word> words = new ArrayList<>();
        Set<String> later = new LinkedHashSet<>();
        boolean hidden = false;
        for (Word word : node.words()) {
            Filled filled = scope.fill(word);
            words.add(new Token.Word(filled.text(), word.start(), word.end()));
            later.addAll(filled.later());
            hidden |= filled.hidden();
        }
        List<Token.Word> bound = scope.renaming().connecting(words);
        String shown = bound.equals(words)
                ? scope.shown(node)
                : bound.stream().map(Token.Word::text).collect(Collectors.joining(" "));
        return new Binding(grammar.bind(bound), bound, shown, later, hidden);
    }

    /**
     * Reads every value that is known.
     *
     * @throws UsageException for the first that is malformed
     */
    void readValues() {
        for (Parameter parameter : invocation.spec().parameters()) {
            if (parameter instanceof Key<?> key) {
                for (String word : invocation.words().getOrDefault(key.name(), List.of())) {
                    readValue(key, word);
                }
            }
        }
    }

    private void readValue(Key<?> key, String word) {
        if (isLater(word)) {
            return;
        }
        try {
            new Invocation(invocation.spec(), Map.of(key.name(), List.of(word)), Set.of(), 0, 0).readAll();
        } catch (UsageException malformed) {
            throw at(word, malformed.lines());
        }
    }

    /** Whether a word is not known yet in full. */
    boolean isLater(String word) {
        return later.stream().anyMatch(name -> word.contains("${" + name + "}"));
    }

    /** A mistake in a word of the statement. */
    UsageException at(String word, List<String> lines) {
        return words.stream()
                .filter(candidate ->
                        candidate.text().equals(word) || candidate.text().endsWith("=" + word))
                .findFirst()
                .map(found -> new UsageException(lines, found.start(), found.end()))
                .orElseGet(() -> new UsageException(lines, invocation.start(), invocation.end()));
    }
}
