package io.vmsh.batch;

import io.vmsh.batch.ScriptParser.Includes;
import io.vmsh.batch.ScriptParser.Numbering;
import io.vmsh.spec.BadValueException;
import io.vmsh.spec.UsageException;
import io.vmsh.spec.Value;
import java.time.Duration;
import java.util.List;

/** Reads the words of one statement. */
final class StatementReader {
    private static final int MOST_SIDE_BY_SIDE = 256;

    private final Source source;
    private final Numbering numbering;
    private final Includes includes;

    StatementReader(Source source, Numbering numbering, Includes includes) {
        this.source = source;
        this.numbering = numbering;
        this.includes = includes;
    }

    /** A block whose statements are still to be read. */
    @FunctionalInterface
    interface Blocks {
        Node with(List<Node> body);
    }

    /** Whether these words open a block, a brace at their end. {@code on} without one is a command. */
    static boolean opensBlock(List<Word> words) {
        if (!words.getLast().is("{")) {
            return false;
        }
        Word first = words.getFirst();
        return (first.is("on") && words.size() == 3) || first.is("parallel") || first.is("for");
    }

    Node.Head head(int start, int end, List<String> comments) {
        String text = source.text().substring(start, end).replaceAll("\\\\\n[ \t]*", "");
        return new Node.Head(numbering.next(), source, start, end, text, comments);
    }

    /**
     * Reads a block's first line.
     *
     * @throws UsageException when it is wrong
     */
    Blocks block(Node.Head head, List<Word> words) {
        Word second = words.get(Math.min(1, words.size() - 1));
        return switch (words.getFirst().raw()) {
            case "on" -> body -> new Node.On(head, second, body);
            case "parallel" -> {
                shape(head, words.size() == 3, "parallel NUMBER { … }");
                int width = width(second);
                yield body -> new Node.Parallel(head, width, body);
            }
            default -> {
                shape(head, words.size() == 5 && words.get(2).is("in"), "for NAME in SELECTOR/PATTERN { … }");
                String name = name(second);
                Word guests = words.get(3);
                yield body -> new Node.For(head, name, guests, body);
            }
        };
    }

    /**
     * Reads a statement without a block.
     *
     * @throws UsageException when it is wrong
     */
    List<Node> read(Node.Head head, List<Word> words) {
        Word first = words.getFirst();
        String name = first.template().fixed();
        if (name == null) {
            throw new UsageException("a statement begins with the name of a command", first.start(), first.end());
        }
        if (name.startsWith("#")) {
            // As in virsh: what quotes or a backslash have hidden is a comment all the same.
            return List.of();
        }
        return switch (first.raw()) {
            case "let" -> List.of(let(head, words));
            case "ask" -> List.of(ask(head, words));
            case "require" -> List.of(require(head, words));
            case "wait" -> List.of(waiting(head, words));
            case "include" -> {
                shape(head, words.size() == 2, "include FILE");
                yield includes.read(words.get(1));
            }
            case "parallel" -> throw shape(head, "parallel NUMBER { … }");
            case "for" -> throw shape(head, "for NAME in SELECTOR/PATTERN { … }");
            default -> List.of(new Node.Plain(head, words));
        };
    }

    private static Node let(Node.Head head, List<Word> words) {
        shape(head, words.size() == 4 && words.get(2).is("="), "let NAME = VALUE");
        return new Node.Let(head, name(words.get(1)), words.get(3));
    }

    private static Node ask(Node.Head head, List<Word> words) {
        boolean hidden = words.size() == 5 && words.get(4).is("hidden");
        shape(
                head,
                (words.size() == 4 || hidden) && words.get(2).is("as"),
                "ask \"question\" as NAME, with 'hidden' behind it for a secret");
        return new Node.Ask(head, words.get(1), name(words.get(3)), hidden);
    }

    private static Node require(Node.Head head, List<Word> words) {
        ConditionParser parser = new ConditionParser(words, 1, head.end());
        Condition condition = parser.read();
        List<Word> rest = parser.rest();
        shape(head, rest.size() <= 1, "require CONDITION \"message\"");
        return new Node.Require(head, condition, rest.isEmpty() ? null : rest.getFirst());
    }

    private static Node waiting(Node.Head head, List<Word> words) {
        ConditionParser parser = new ConditionParser(words, 1, head.end());
        Condition condition = parser.read();
        List<Word> rest = parser.rest();
        shape(head, rest.size() == 2 && rest.getFirst().is("for"), "wait CONDITION for 30s");
        return new Node.Wait(head, condition, duration(rest.get(1)));
    }

    private static Duration duration(Word word) {
        try {
            return Value.DURATION.reader().read(word.raw());
        } catch (BadValueException bad) {
            throw new UsageException(bad.about(word.raw(), "for"), word.start(), word.end());
        }
    }

    private static int width(Word word) {
        try {
            int width = Integer.parseInt(word.raw());
            if (width >= 1 && width <= MOST_SIDE_BY_SIDE) {
                return width;
            }
        } catch (NumberFormatException noNumber) {
            // Told below.
        }
        throw new UsageException("expected how many at a time, 1 to " + MOST_SIDE_BY_SIDE, word.start(), word.end());
    }

    private static String name(Word word) {
        if (!word.raw().matches(Template.NAME)) {
            throw new UsageException(
                    "'%s' cannot name a variable: use letters, digits, '_' and '-'".formatted(word.raw()),
                    word.start(),
                    word.end());
        }
        return word.raw();
    }

    private static void shape(Node.Head head, boolean right, String form) {
        if (!right) {
            throw shape(head, form);
        }
    }

    private static UsageException shape(Node.Head head, String form) {
        return new UsageException("expected: " + form, head.start(), head.end());
    }
}
