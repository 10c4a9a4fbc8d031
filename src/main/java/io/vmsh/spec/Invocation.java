package io.vmsh.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A statement bound to its command: which options were given, with which words. Values are read on demand, so a
 * malformed one is told when the command comes to it, as in virsh.
 *
 * @param words each keyed parameter that was given, with its words; more than one only for {@link Rest}
 * @param flags the flags that were given
 * @param start offset of the statement in its text
 * @param end offset after it
 */
public record Invocation(Spec spec, Map<String, List<String>> words, Set<String> flags, int start, int end) {

    public boolean has(Flag flag) {
        return flags.contains(flag.name());
    }

    /** Whether the parameter was given at all. */
    public boolean has(Key<?> key) {
        return words.containsKey(key.name());
    }

    /** The value of a required argument. */
    public <T> T get(Arg<T> arg) {
        return find(arg).orElseThrow(() -> new IllegalStateException("no " + arg.name()));
    }

    /** The value of an option, if it was given. */
    public <T> Optional<T> find(Key<T> key) {
        List<String> given = words.get(key.name());
        return given == null ? Optional.empty() : Optional.of(read(key, given.getFirst()));
    }

    /** All values of a rest parameter, in the order given. */
    public <T> List<T> all(Rest<T> rest) {
        return words.getOrDefault(rest.name(), List.of()).stream()
                .map(word -> read(rest, word))
                .toList();
    }

    /** The objects that it names, on a session or the other. */
    public List<Named> objects() {
        List<Named> objects = new ArrayList<>();
        for (Parameter parameter : spec.parameters()) {
            if (parameter instanceof Key<?> key
                    && key.value().suggests() instanceof Suggests.Objects(Noun noun, List<String> states)
                    && has(key)
                    && find(key).orElse(null) instanceof Address address) {
                objects.add(new Named(noun, address));
            }
        }
        return objects;
    }

    /** An object that a statement names. */
    public record Named(Noun noun, Address address) {}

    /** Reads every value once and throws for the first that is malformed: for scripts, which are checked whole. */
    public void readAll() {
        for (Parameter parameter : spec.parameters()) {
            if (parameter instanceof Key<?> key) {
                words.getOrDefault(key.name(), List.of()).forEach(word -> read(key, word));
            }
        }
    }

    private static <T> T read(Key<T> key, String word) {
        if (word.isEmpty() && !key.allowsEmpty() && !(key instanceof Rest<?>)) {
            throw new UsageException("Failed to get option '%s': Option argument is empty".formatted(key.name()), 0, 0);
        }
        try {
            return key.value().reader().read(word);
        } catch (BadValueException bad) {
            throw new UsageException(bad.about(word, key.name()), 0, 0);
        }
    }
}
