package io.vmsh.shell;

import io.vmsh.completion.Place;
import java.util.List;
import org.jline.reader.CompletingParsedLine;

/**
 * A line with the cursor in it, as completion sees it: the word ends at the cursor, and what is behind it stays.
 *
 * @param words the words up to the cursor, without quotes
 */
record TypedLine(String line, int cursor, Place place, List<String> words) implements CompletingParsedLine {
    TypedLine {
        words = List.copyOf(words);
    }

    @Override
    public String word() {
        return place.word();
    }

    @Override
    public int wordCursor() {
        return place.word().length();
    }

    @Override
    public int wordIndex() {
        return words.size() - 1;
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        char around = Quoting.openQuote(line.substring(0, place.start()));
        return Quoting.quoted(candidate.toString(), line.substring(place.start(), cursor), complete, around);
    }

    @Override
    public int rawWordCursor() {
        return cursor - place.start();
    }

    @Override
    public int rawWordLength() {
        return cursor - place.start();
    }
}
