package io.vmsh.batch;

import java.util.List;
import java.util.stream.Stream;

/** Something that is so or not. */
sealed interface Condition {
    /** A {@code domain}, {@code pool}, {@code network} or {@code session} is in a state. */
    record Is(Subject subject, Word name, Word state) implements Condition {}

    /** Two words are the same. */
    record Same(Word left, Word right) implements Condition {}

    record Not(Condition other) implements Condition {}

    record Both(Condition left, Condition right) implements Condition {}

    record Either(Condition left, Condition right) implements Condition {}

    /** What can be in a state. */
    enum Subject {
        DOMAIN,
        POOL,
        NETWORK,
        SESSION;

        /** Which states there are. */
        List<String> states() {
            return switch (this) {
                case DOMAIN ->
                    List.of(
                            "running",
                            "paused",
                            "shut-off",
                            "crashed",
                            "pmsuspended",
                            "active",
                            "inactive",
                            "persistent",
                            "transient",
                            "known");
                case POOL, NETWORK -> List.of("active", "inactive", "persistent", "transient", "known");
                case SESSION -> List.of("open", "closed", "lost");
            };
        }
    }

    /** The words in it that may have variables. */
    default Stream<Word> words() {
        return switch (this) {
            case Is is -> Stream.of(is.name());
            case Same same -> Stream.of(same.left(), same.right());
            case Not not -> not.other().words();
            case Both both -> Stream.concat(both.left().words(), both.right().words());
            case Either either ->
                Stream.concat(either.left().words(), either.right().words());
        };
    }

    /** The objects that are looked at. */
    default Stream<Is> looks() {
        return switch (this) {
            case Is is -> Stream.of(is);
            case Same same -> Stream.of();
            case Not not -> not.other().looks();
            case Both both -> Stream.concat(both.left().looks(), both.right().looks());
            case Either either ->
                Stream.concat(either.left().looks(), either.right().looks());
        };
    }
}
