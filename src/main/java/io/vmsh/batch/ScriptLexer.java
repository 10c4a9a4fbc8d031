package io.vmsh.batch;

import io.vmsh.spec.LineLexer;
import io.vmsh.spec.Token;
import io.vmsh.spec.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Splits a script into words. A line that cannot be split is told, and does not hide the others. */
final class ScriptLexer {
    private final Source source;
    private final Consumer<Mistake> mistakes;
    private final List<Item> items = new ArrayList<>();

    ScriptLexer(Source source, Consumer<Mistake> mistakes) {
        this.source = source;
        this.mistakes = mistakes;
    }

    /** What a script is made of. */
    sealed interface Item {
        record Found(Word word) implements Item {}

        /** The end of a statement. */
        record Break() implements Item {}

        /** A comment on a line of its own. */
        record Comment(String text) implements Item {}

        /** A statement with a mistake in it, which has been told. */
        record Unreadable(boolean opensBlock) implements Item {}
    }

    List<Item> read() {
        LineLexer lexer = LineLexer.ofFile(source.text());
        while (true) {
            try {
                switch (lexer.next()) {
                    case Token.Word word -> items.add(new Item.Found(word(word)));
                    case Token.Separator separator -> separator(separator);
                    case Token.End end -> {
                        items.add(new Item.Break());
                        return List.copyOf(items);
                    }
                }
            } catch (UsageException mistake) {
                mistakes.accept(Mistake.of(mistake, source, mistake.start(), mistake.end()));
                String rest = source.text().substring(mistake.start(), mistake.end());
                items.add(new Item.Unreadable(
                        !rest.startsWith("$") && rest.stripTrailing().endsWith("{")));
            }
        }
    }

    private Word word(Token.Word word) {
        String raw = source.text().substring(word.start(), word.end());
        return new Word(raw, Template.read(raw, word.start()), word.start(), word.end());
    }

    private void separator(Token.Separator separator) {
        String text =
                source.text().substring(separator.start(), separator.end()).strip();
        items.add(new Item.Break());
        if (text.startsWith("#") && source.beginsLine(separator.start())) {
            items.add(new Item.Comment(text));
        }
    }
}
