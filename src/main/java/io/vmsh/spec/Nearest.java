package io.vmsh.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jline.utils.Levenshtein;

/** The names that somebody may have meant. */
public final class Nearest {
    private static final int NAMES = 3;

    private Nearest() {}

    /** Up to three names nearest to a word, all as near as each other; none when none is near. */
    public static List<String> to(String word, Collection<String> names) {
        record Near(String name, int distance) {}
        int tolerance = word.length() < 4 ? 1 : word.length() < 8 ? 2 : 3;
        List<Near> found = names.stream()
                .filter(name -> name.startsWith(word) || Math.abs(name.length() - word.length()) <= tolerance)
                .map(name -> new Near(name, distance(word, name)))
                .filter(near -> near.distance <= tolerance)
                .sorted(Comparator.comparingInt(Near::distance))
                .toList();
        return found.stream()
                .takeWhile(near -> near.distance == found.getFirst().distance)
                .limit(NAMES)
                .map(Near::name)
                .toList();
    }

    /** The same as a question at the end of a sentence, empty when none is near. */
    public static String question(String word, Collection<String> names) {
        return question(to(word, names));
    }

    /** The question of names that were found. */
    public static String question(List<String> near) {
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }

    /** Wrong letters; a name that only goes on where the word stops is as near as one of those. */
    private static int distance(String word, String name) {
        return word.length() >= 3 && name.startsWith(word) ? 1 : Levenshtein.distance(word, name);
    }
}
