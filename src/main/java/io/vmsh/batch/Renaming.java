package io.vmsh.batch;

import io.vmsh.spec.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Other sessions in the place of those that a script names: as a word of its own, in a list of sessions, in front of an
 * object's name, or as the value of an option.
 *
 * @param names a session's name and the one to take instead
 */
public record Renaming(Map<String, String> names) {
    /** All stay as they are. */
    public static final Renaming NONE = new Renaming(Map.of());

    public Renaming {
        names = Map.copyOf(names);
    }

    /** A word of a script as it is to be read. */
    public String apply(String word) {
        if (names.isEmpty()) {
            return word;
        }
        int equals = word.indexOf('=');
        if (word.startsWith("--") && equals > 0) {
            return word.substring(0, equals + 1) + apply(word.substring(equals + 1));
        }
        int slash = word.indexOf('/');
        String sessions = slash < 0 ? word : word.substring(0, slash);
        return Arrays.stream(sessions.split(",", -1))
                        .map(name -> names.getOrDefault(name, name))
                        .collect(Collectors.joining(","))
                + (slash < 0 ? "" : word.substring(slash));
    }

    /**
     * The words of a statement: one that connects to a session in the place of which another was put, wherever that is,
     * connects to the other.
     */
    List<Token.Word> connecting(List<Token.Word> words) {
        if (!words.getFirst().text().equals("connect")) {
            return words;
        }
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i).text();
            boolean option = words.get(i - 1).text().equals("--name");
            String name = option ? word : word.startsWith("--name=") ? word.substring("--name=".length()) : "";
            if (names.containsValue(name)) {
                return List.of(
                        words.getFirst(),
                        new Token.Word(name, words.get(i).start(), words.get(i).end()));
            }
        }
        return words;
    }
}
