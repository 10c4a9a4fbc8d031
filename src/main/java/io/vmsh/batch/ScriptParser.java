package io.vmsh.batch;

import io.vmsh.batch.ScriptLexer.Item;
import io.vmsh.spec.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file's statements and blocks. What is wrong is told with its place, and reading goes on with the next
 * statement.
 */
final class ScriptParser {
    /** Enough for anybody; keeps a hostile file from exhausting the stack. */
    private static final int DEEPEST = 50;

    private final Source source;
    private final List<Item> items;
    private final Consumer<Mistake> mistakes;
    private final StatementReader statements;
    private final List<String> comments = new ArrayList<>();
    private int next;
    private int depth;
    private boolean tooDeep;

    /**
     * Reads a file.
     *
     * @param mistakes is told each mistake
     * @param includes reads the files that the script draws in
     */
    ScriptParser(Source source, Consumer<Mistake> mistakes, Numbering numbering, Includes includes) {
        this.source = source;
        this.mistakes = mistakes;
        this.items = new ScriptLexer(source, mistakes).read();
        this.statements = new StatementReader(source, numbering, includes);
    }

    /** Counts statements, in all files of a script. */
    static final class Numbering {
        private int last;

        int next() {
            return ++last;
        }
    }

    /** Reads the file that a statement includes. */
    @FunctionalInterface
    interface Includes {
        /**
         * The other file's statements.
         *
         * @throws UsageException when it cannot be included
         */
        List<Node> read(Word file);
    }

    List<Node> read() {
        List<Node> nodes = new ArrayList<>();
        while (next < items.size()) {
            body(nodes);
            if (next < items.size()) {
                Word stray = ((Item.Found) items.get(next++)).word();
                tell(new UsageException("'}' closes nothing", stray.start(), stray.end()), stray.start(), stray.end());
            }
        }
        return List.copyOf(nodes);
    }

    /** Reads up to a closing brace or the end, and leaves that there. */
    private void body(List<Node> nodes) {
        while (next < items.size()) {
            switch (items.get(next)) {
                case Item.Break end -> next++;
                case Item.Comment(String text) -> {
                    comments.add(text);
                    next++;
                }
                case Item.Unreadable unreadable -> skip();
                case Item.Found(Word word)
                when word.is("}") -> {
                    return;
                }
                case Item.Found found -> nodes.addAll(statement());
            }
        }
    }

    /** Passes over a statement that cannot be read, and its block. */
    private void skip() {
        boolean opens = false;
        while (!(items.get(next) instanceof Item.Break)) {
            opens |= items.get(next) instanceof Item.Unreadable(boolean opensBlock) && opensBlock;
            opens |= items.get(next) instanceof Item.Found(Word word) && word.is("{");
            next++;
        }
        if (opens) {
            block(items.size(), null);
        }
    }

    private List<Node> statement() {
        int from = next;
        List<Word> words = new ArrayList<>();
        while (items.get(next) instanceof Item.Found(Word word) && !(depth > 0 && word.is("}"))) {
            words.add(word);
            next++;
            if (StatementReader.opensBlock(words)) {
                break;
            }
        }
        if (items.get(next) instanceof Item.Unreadable) {
            next = from;
            skip();
            return List.of();
        }
        int start = words.getFirst().start();
        int end = words.getLast().end();
        boolean isBlock = StatementReader.opensBlock(words);
        Node.Head head = statements.head(start, end, comments);
        comments.clear();
        try {
            if (!isBlock) {
                return statements.read(head, words);
            }
            StatementReader.Blocks block = statements.block(head, words);
            return List.of(block.with(block(start, words.getLast())));
        } catch (UsageException mistake) {
            tell(mistake, start, end);
            if (isBlock) {
                block(start, words.getLast());
            }
            return List.of();
        }
    }

    /** Reads a block behind its opening brace. */
    private List<Node> block(int start, @Nullable Word brace) {
        List<Node> nodes = new ArrayList<>();
        if (depth == DEEPEST) {
            tell(new UsageException("blocks stand in blocks deeper than " + DEEPEST, start, start + 1), start, start);
            tooDeep = true;
            next = items.size();
        }
        depth++;
        body(nodes);
        depth--;
        if (next == items.size()) {
            if (brace != null && !tooDeep) {
                tell(new UsageException("this block is never closed with '}'", start, brace.end()), start, brace.end());
            }
            return nodes;
        }
        next++;
        if (items.get(next) instanceof Item.Found(Word word) && !word.is("}")) {
            tell(new UsageException("write ';' or a line break after '}'", word.start(), word.end()), 0, 0);
        }
        return nodes;
    }

    private void tell(UsageException mistake, int start, int end) {
        mistakes.accept(Mistake.of(mistake, source, start, end));
    }
}
