package io.vmsh.spec;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A kind of value: how a word becomes one, and what completion may offer for it.
 *
 * @param label what help shows in {@code <…>}
 * @param reader turns a word into the value
 * @param suggests what completion offers
 */
public record Value<T>(String label, Reader<T> reader, Suggests suggests) {

    /** Turns a word into a value. */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * Reads one word.
         *
         * @throws BadValueException when the word is no such value
         */
        T read(String word);
    }

    private static final String NO_FILE_NAME = "'%s' cannot be a file name for <%s> option";

    public static final Value<String> TEXT = new Value<>("string", word -> word, Suggests.NOTHING);
    /** A path as typed, resolved by the command that uses it. */
    public static final Value<Path> FILE = new Value<>("file", word -> path(word), Suggests.FILES);

    public static final Value<Integer> INT = number(word -> Numbers.signed32(word));
    public static final Value<Integer> UNSIGNED_INT = number(word -> Numbers.unsigned32(word));
    public static final Value<Long> LONG = number(word -> Numbers.signed64(word));
    /** 64 bits without sign, as the {@code long} of the same bits. */
    public static final Value<Long> UNSIGNED_LONG = number(word -> Numbers.unsigned64(word));
    /** The same, where -1 and the like count back from the largest number. */
    public static final Value<Long> WRAPPED_LONG = number(word -> Numbers.wrapped64(word));
    /** A size with an optional unit ({@code 1G}, {@code 512KiB}), in bytes; a bare number counts bytes. */
    public static final Value<Long> SIZE = number(word -> Numbers.scaled(word, 1));
    /** A size with an optional unit, in bytes; a bare number counts KiB. */
    public static final Value<Long> SIZE_KIB = number(word -> Numbers.scaled(word, 1024));

    /** A span of time: a number and {@code ms}, {@code s}, {@code m} or {@code h}. */
    public static final Value<Duration> DURATION = new Value<>("time", word -> Durations.read(word), Suggests.NOTHING);

    /** A domain by name, id or UUID, on the current session or as {@code session/domain}. */
    public static final Value<Address> DOMAIN = address("domain", Noun.DOMAIN);

    public static final Value<Address> POOL = address("pool", Noun.POOL);
    public static final Value<Address> VOLUME = address("volume", Noun.VOLUME);
    public static final Value<Address> NETWORK = address("network", Noun.NETWORK);
    /** A snapshot of the guest that the statement names. */
    public static final Value<String> SNAPSHOT = words("string", Noun.SNAPSHOT);

    public static final Value<String> SESSION = words("session", Noun.SESSION);
    public static final Value<String> SELECTOR = words("selector", Noun.SELECTOR);
    public static final Value<String> COMMAND = words("command", Noun.COMMAND);

    /** One of a fixed list of words; others are passed on, since the hypervisor may know more. */
    public static Value<String> oneOf(String... words) {
        return new Value<>("string", word -> word, new Suggests.Words(List.of(words)));
    }

    /** A comma-separated list; completion offers the given words after each comma. */
    public static Value<String> listOf(String... words) {
        return new Value<>("string", word -> word, new Suggests.Words(List.of(words), ","));
    }

    /** The same value, completing only objects in one of the given states, as the inventory names them. */
    public Value<T> in(String... states) {
        Suggests narrowed = suggests instanceof Suggests.Objects objects
                ? new Suggests.Objects(objects.noun(), List.of(states))
                : suggests;
        return new Value<>(label, reader, narrowed);
    }

    /** The same value under another label in help. */
    public Value<T> labelled(String other) {
        return new Value<>(other, reader, suggests);
    }

    /** Whether help and errors call it a number. */
    public boolean isNumber() {
        return label.equals("number");
    }

    private static Path path(String word) {
        try {
            return Path.of(word);
        } catch (InvalidPathException impossible) {
            throw new BadValueException(NO_FILE_NAME);
        }
    }

    private static <T> Value<T> number(Reader<T> reader) {
        return new Value<>("number", reader, Suggests.NOTHING);
    }

    private static Value<Address> address(String label, Noun noun) {
        return new Value<>(label, Address::parse, new Suggests.Objects(noun, List.of()));
    }

    private static Value<String> words(String label, Noun noun) {
        return new Value<>(label, word -> word, new Suggests.Objects(noun, List.of()));
    }
}
