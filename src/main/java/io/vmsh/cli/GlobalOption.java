package io.vmsh.cli;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options that stand before the statement: virsh's, then vmsh's own. */
enum GlobalOption {
    CONNECT('c', "connect", "URI", "open this hypervisor, or session of that name, before anything is run"),
    READONLY('r', "readonly", "", "open it for looking only"),
    QUIET('q', "quiet", "", "data only: no headings, no blank lines, no sentences of success"),
    TIMING('t', "timing", "", "tell how long each statement took"),
    DEBUG('d', "debug", "0-4", "tell what is being done; 0 tells most"),
    LOG('l', "log", "FILE", "append errors, and what -d tells, to a file"),
    KEEPALIVE_INTERVAL('k', "keepalive-interval", "SECONDS", "probe an idle connection this often; 0 for never"),
    KEEPALIVE_COUNT('K', "keepalive-count", "N", "give a connection up after this many probes without answer"),
    ESCAPE('e', "escape", "KEY", "the key that leaves a guest's console, ^] by default"),
    HELP('h', "help", "", "show this text"),
    VERSION('v', "version", "", "show libvirt's version; --version=long shows more"),
    LONG_VERSION('V', "", "", "show the versions of everything involved"),
    OUTPUT(GlobalOption.NO_LETTER, "output", "FORMAT", "show results as table, json, yaml or csv"),
    COLOR(GlobalOption.NO_LETTER, "color", "WHEN", "use colour: auto, always or never");

    /** Instead of a letter, for an option that has none. */
    static final char NO_LETTER = 0;

    /** Whether an option takes a value. */
    enum Argument {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    private final char letter;
    private final String longName;
    private final String value;
    private final String help;

    GlobalOption(char letter, String longName, String value, String help) {
        this.letter = letter;
        this.longName = longName;
        this.value = value;
        this.help = help;
    }

    char letter() {
        return letter;
    }

    String longName() {
        return longName;
    }

    /** What help shows for its value; empty where it takes none. */
    String value() {
        return value;
    }

    String help() {
        return help;
    }

    Argument argument() {
        if (this == VERSION) {
            return Argument.OPTIONAL;
        }
        return value.isEmpty() ? Argument.NONE : Argument.REQUIRED;
    }

    static @Nullable GlobalOption of(char letter) {
        return Arrays.stream(values())
                .filter(option -> letter != NO_LETTER && option.letter == letter)
                .findFirst()
                .orElse(null);
    }

    /** The option of a long name, or of the start of one of virsh's; null if there is none, or several. */
    static @Nullable GlobalOption named(String name) {
        List<GlobalOption> starting = Arrays.stream(values())
                .filter(option -> option.letter != NO_LETTER && !option.longName.isEmpty())
                .filter(option -> option.longName.startsWith(name))
                .toList();
        return Arrays.stream(values())
                .filter(option -> !name.isEmpty() && option.longName.equals(name))
                .findFirst()
                .orElse(starting.size() == 1 ? starting.getFirst() : null);
    }
}
