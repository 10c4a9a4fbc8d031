package io.vmsh.batch;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement of a script as it is written: a command's, or one of the language's own. */
sealed interface Node {
    Head head();

    /** The statements of its block; none where it has no block. */
    default List<Node> body() {
        return List.of();
    }

    /** All statements in its block, and in the blocks in that. */
    default Stream<Node> within() {
        return body().stream().flatMap(node -> Stream.concat(Stream.of(node), node.within()));
    }

    /** The words in it that may have variables, in the order in which they stand. */
    default List<Word> words() {
        return switch (this) {
            case Plain plain -> plain.all();
            case Let let -> List.of(let.value());
            case Ask ask -> List.of(ask.question());
            case Require require ->
                Stream.concat(require.condition().words(), Stream.ofNullable(require.message()))
                        .toList();
            case Wait wait -> wait.condition().words().toList();
            case On on -> List.of(on.sessions());
            case Parallel parallel -> List.of();
            case For loop -> List.of(loop.guests());
        };
    }

    /**
     * What all have.
     *
     * @param number its place in reading order, files included where they are; from 1
     * @param text as it is written, on one line; of a block its first line
     * @param comments the comments on lines of their own before it
     */
    record Head(int number, Source source, int start, int end, String text, List<String> comments) {
        public Head {
            comments = List.copyOf(comments);
        }

        Place place() {
            return source.place(start, end);
        }
    }

    /** A command's. */
    record Plain(Head head, List<Word> all) implements Node {
        public Plain {
            all = List.copyOf(all);
        }
    }

    /** {@code let NAME = VALUE}. */
    record Let(Head head, String name, Word value) implements Node {}

    /** {@code ask "question" as NAME}; the answer to a hidden one is shown nowhere. */
    record Ask(Head head, Word question, String name, boolean hidden) implements Node {}

    /** {@code require CONDITION "message"}. */
    record Require(Head head, Condition condition, @Nullable Word message) implements Node {}

    /** {@code wait CONDITION for 30s}. */
    record Wait(Head head, Condition condition, Duration patience) implements Node {}

    /** {@code on SELECTOR { … }}. */
    record On(Head head, Word sessions, List<Node> body) implements Node {}

    /** {@code parallel N { … }}. */
    record Parallel(Head head, int width, List<Node> body) implements Node {}

    /** {@code for NAME in SELECTOR/PATTERN { … }}. */
    record For(Head head, String name, Word guests, List<Node> body) implements Node {}
}
