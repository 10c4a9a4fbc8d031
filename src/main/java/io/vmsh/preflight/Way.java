package io.vmsh.preflight;

import io.vmsh.spec.StatementText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the guest is meant to move: the options of {@code migrate} that decide what has to be looked at.
 *
 * @param values what was given with options that take a value
 */
public record Way(Set<Option> options, Map<Value, String> values) {
    /** While it runs, on storage that both hosts see. */
    public static final Way LIVE = of();
    /** Its definition only. */
    public static final Way OFFLINE = of(Option.OFFLINE, Option.PERSISTENT);

    public Way {
        options = Set.copyOf(options);
        values = Map.copyOf(values);
    }

    /** An option without a value. */
    public enum Option {
        /** Only its definition moves. */
        OFFLINE("offline"),
        /** Its disks are copied as well, wholly. */
        COPY_STORAGE("copy-storage-all"),
        /** Of its disks is copied what their backing files do not have. */
        COPY_INCREMENTAL("copy-storage-inc"),
        /** The source host connects to the target by itself. */
        FROM_SOURCE("p2p"),
        /** The hypervisors talk to each other without libvirt between them. */
        DIRECT("direct"),
        /** Through libvirt's own connection. */
        TUNNELLED("tunnelled"),
        /** Without libvirt's own test of disks. */
        UNSAFE("unsafe"),
        /** The target keeps its definition. */
        PERSISTENT("persistent"),
        /** The source forgets its definition. */
        UNDEFINE_SOURCE("undefinesource"),
        /** Memory is encrypted on its way. */
        TLS("tls"),
        PARALLEL("parallel"),
        ZEROCOPY("zerocopy");

        private final String word;

        Option(String word) {
            this.word = word;
        }
    }

    /** An option with a value. */
    public enum Value {
        /** The name it gets at the target. */
        NEW_NAME("dname"),
        /** Where its memory goes; else that is left to the target. */
        MIGRATION_URI("migrateuri"),
        /** The address on which the target waits for it. */
        LISTEN_ADDRESS("listen-address"),
        /** The port on which the target takes disks. */
        DISKS_PORT("disks-port"),
        /** Where disks go. */
        DISKS_URI("disks-uri"),
        /** Targets of the disks that are copied, with commas between them; else all that are written to. */
        DISKS("migrate-disks"),
        /** The guest's definition for the target. */
        XML("xml");

        private final String word;

        Value(String word) {
            this.word = word;
        }
    }

    /** A way with these options. */
    public static Way of(Option... options) {
        return new Way(
                Arrays.stream(options).collect(() -> EnumSet.noneOf(Option.class), Set::add, Set::addAll), Map.of());
    }

    /** The same with another option. */
    public Way with(Option option) {
        EnumSet<Option> more = EnumSet.of(option);
        more.addAll(options);
        return new Way(more, values);
    }

    /** The same with another value. */
    public Way with(Value value, String text) {
        Map<Value, String> more = new EnumMap<>(Value.class);
        more.putAll(values);
        more.put(value, text);
        return new Way(options, more);
    }

    public boolean has(Option option) {
        return options.contains(option);
    }

    public Optional<String> get(Value value) {
        return Optional.ofNullable(values.get(value));
    }

    /** Whether it moves while it runs. */
    public boolean live() {
        return !has(Option.OFFLINE);
    }

    public boolean copyIncremental() {
        return has(Option.COPY_INCREMENTAL);
    }

    /** Whether disks travel along. */
    public boolean copies() {
        return has(Option.COPY_STORAGE) || copyIncremental();
    }

    /** Whether this one does. */
    boolean copies(Disk disk) {
        return copies()
                && get(Value.DISKS)
                        .map(disks -> List.of(disks.split(",", -1)).contains(disk.target()))
                        .orElseGet(disk::copied);
    }

    public boolean tunnelled() {
        return has(Option.TUNNELLED);
    }

    public boolean fromSource() {
        return has(Option.FROM_SOURCE);
    }

    public boolean unsafe() {
        return has(Option.UNSAFE);
    }

    public Optional<String> newName() {
        return get(Value.NEW_NAME);
    }

    public Optional<String> migrationUri() {
        return get(Value.MIGRATION_URI);
    }

    /** The options as they are typed; of the XML, which is not to be typed, that there is some. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (live()) {
            words.add("--live");
        }
        for (Option option : Option.values()) {
            if (has(option)) {
                words.add("--" + option.word);
            }
        }
        for (Value value : Value.values()) {
            get(value)
                    .ifPresent(text -> words.add(
                            "--%s %s".formatted(value.word, value == Value.XML ? "FILE" : StatementText.quote(text))));
        }
        return words;
    }

    /** Whether memory goes to a port of its own on the target. */
    boolean needsPorts() {
        return live()
                && !tunnelled()
                && migrationUri().filter(uri -> uri.startsWith("unix:")).isEmpty();
    }
}
