package io.vmsh.completion;

import io.vmsh.spec.ForgivingLexer;
import io.vmsh.spec.Key;
import io.vmsh.spec.Noun;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Reading;
import io.vmsh.spec.Rest;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Suggests;
import io.vmsh.spec.Token;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The end of a text that is being typed.
 *
 * @param reading the innermost statement before the word
 * @param selector the sessions it is for, if {@code on SELECTOR} stands before it
 * @param word what there is of the word at the end, without quotes; empty after a blank
 * @param start where the word begins in the text
 * @param isComment whether what is typed there will be ignored
 */
public record Place(Reading reading, @Nullable String selector, String word, int start, boolean isComment) {

    /** Reads a text up to the cursor. */
    public static Place endOf(String text, Function<String, @Nullable Spec> specs) {
        Reading reading = new Reading(specs);
        List<Token> tokens = ForgivingLexer.tokens(text);
        for (Token token : tokens) {
            switch (token) {
                case Token.Word word
                when word.end() == text.length() && !endsWithBlank(text, word) -> {
                    return within(at(reading, word.text(), word.start(), false), text, specs);
                }
                case Token.Word word -> reading.take(word);
                case Token.Separator separator
                when text.charAt(separator.start()) == '#' && separator.end() == text.length() -> {
                    return at(reading, "", text.length(), !text.endsWith("\n"));
                }
                case Token.Separator separator -> reading = new Reading(specs);
                case Token.End end -> {}
            }
        }
        return at(reading, "", text.length(), false);
    }

    /** Where one quoted word holds statements, as in {@code on all 'list --a}, the end of those. */
    private static Place within(Place place, String text, Function<String, @Nullable Spec> specs) {
        String typed = text.substring(place.start());
        boolean isOpen = (typed.startsWith("'") || typed.startsWith("\""))
                && typed.substring(1).equals(place.word());
        if (!isOpen || !(place.reading().nextPositional() instanceof Rest<?> rest && rest.verbatim())) {
            return place;
        }
        Place held = endOf(place.word(), specs);
        return new Place(
                held.reading(),
                held.selector() == null ? place.selector() : held.selector(),
                held.word(),
                place.start() + 1 + held.start(),
                held.isComment());
    }

    /** A joined line break at the end belongs to no word. */
    private static boolean endsWithBlank(String text, Token.Word word) {
        return text.endsWith("\\\n") && word.text().isEmpty();
    }

    private static Place at(Reading outermost, String word, int start, boolean isComment) {
        Reading reading = outermost;
        String selector = null;
        for (Reading inner = reading.inner(); inner != null; inner = reading.inner()) {
            selector = selectorOf(reading);
            reading = inner;
        }
        if (reading.nextPositional() instanceof Rest<?> rest && rest.verbatim()) {
            selector = selectorOf(reading);
        }
        return new Place(reading, selector, word, start, isComment);
    }

    private static @Nullable String selectorOf(Reading reading) {
        Spec spec = reading.spec();
        if (spec != null) {
            for (Parameter parameter : spec.parameters()) {
                if (parameter instanceof Key<?> key
                        && key.value().suggests() instanceof Suggests.Objects(Noun noun, List<String> states)
                        && noun == Noun.SELECTOR
                        && !reading.given(key.name()).isEmpty()) {
                    return reading.given(key.name()).getFirst();
                }
            }
        }
        return null;
    }
}
