package io.vmsh.cli;

import io.vmsh.cli.OptionLine.Action;
import io.vmsh.render.Format;
import io.vmsh.spec.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads the option line as {@code getopt_long} does for virsh: options end at the first other word, short ones may stand
 * together, virsh's long ones may be cut short while they stay unambiguous. vmsh's own are taken in full only, so none of
 * virsh's abbreviations changes its meaning.
 */
final class OptionLineReader {
    private static final List<String> WHEN = List.of("auto", "always", "never");
    private static final int MOST_DEBUG = 0;
    private static final int LEAST_DEBUG = 4;

    private final List<String> words;
    private final List<String> warnings = new ArrayList<>();
    private int position;
    private Action action = Action.RUN;
    private @Nullable String connect;
    private boolean readOnly;
    private boolean quiet;
    private boolean timing;
    private @Nullable Integer debug;
    private @Nullable String logFile;
    private @Nullable Integer keepAliveInterval;
    private @Nullable Integer keepAliveCount;
    private String escape = "^]";
    private String color = "auto";
    private Format output = Format.TABLE;

    private OptionLineReader(List<String> words) {
        this.words = words;
    }

    /**
     * Reads it.
     *
     * @throws UsageException for the first mistake, after the warnings before it
     */
    static OptionLine read(List<String> words) {
        return new OptionLineReader(words).read();
    }

    private OptionLine read() {
        while (position < words.size() && action == Action.RUN) {
            String word = words.get(position);
            if (!word.startsWith("-") || word.equals("-")) {
                break;
            }
            position++;
            if (word.equals("--")) {
                break;
            }
            if (word.startsWith("--")) {
                longOption(word);
            } else {
                shortOptions(word);
            }
        }
        return new OptionLine(
                action,
                connect,
                readOnly,
                quiet,
                timing,
                debug,
                logFile,
                keepAliveInterval,
                keepAliveCount,
                escape,
                color,
                output,
                warnings,
                words.subList(position, words.size()));
    }

    private void shortOptions(String word) {
        for (int i = 1; i < word.length() && action == Action.RUN; i++) {
            char letter = word.charAt(i);
            GlobalOption option = GlobalOption.of(letter);
            if (option == null) {
                throw mistake("unsupported option '-%s'. See --help.", letter);
            }
            if (option.argument() != GlobalOption.Argument.REQUIRED) {
                take(option, null, "-" + letter);
            } else {
                String attached = word.substring(i + 1);
                take(option, attached.isEmpty() ? next(option) : attached, "-" + letter);
                return;
            }
        }
    }

    private void longOption(String word) {
        int equals = word.indexOf('=');
        String name = word.substring(2, equals < 0 ? word.length() : equals);
        GlobalOption option = GlobalOption.named(name);
        if (option == null) {
            throw mistake("unsupported option '%s'. See --help.", word);
        }
        String value = equals < 0 ? null : word.substring(equals + 1);
        if (value != null && option.argument() == GlobalOption.Argument.NONE) {
            throw mistake("unsupported option '-%s'. See --help.", option.letter());
        }
        if (value == null && option.argument() == GlobalOption.Argument.REQUIRED) {
            value = next(option);
        }
        take(option, value, "--" + option.longName());
    }

    private String next(GlobalOption option) {
        if (position == words.size()) {
            throw option.letter() == GlobalOption.NO_LETTER
                    ? mistake("option '--%s' requires an argument", option.longName())
                    : mistake("option '-%s'/'--%s' requires an argument", option.letter(), option.longName());
        }
        return words.get(position++);
    }

    /** Heeds an option; {@code value} is null only where the option needs none. */
    private void take(GlobalOption option, @Nullable String value, String typed) {
        String word = value == null ? "" : value;
        switch (option) {
            case CONNECT -> connect = word;
            case DEBUG -> debug(word, typed);
            case ESCAPE -> escape(word);
            case HELP -> action = Action.HELP;
            case KEEPALIVE_INTERVAL -> keepAliveInterval = positive(word, typed);
            case KEEPALIVE_COUNT -> keepAliveCount = positive(word, typed);
            case LOG -> logFile = word;
            case QUIET -> quiet = true;
            case READONLY -> readOnly = true;
            case TIMING -> timing = true;
            case VERSION -> action = word.equals("long") ? Action.LONG_VERSION : Action.VERSION;
            case LONG_VERSION -> action = Action.LONG_VERSION;
            case COLOR -> color(word);
            case OUTPUT -> output = Format.of(word);
        }
    }

    private void debug(String word, String typed) {
        OptionalInt level = CNumber.parse(word, 10);
        if (level.isEmpty()) {
            throw mistake("option %s takes a numeric argument", typed);
        }
        if (level.getAsInt() < MOST_DEBUG || level.getAsInt() > LEAST_DEBUG) {
            warnings.add("ignoring debug level %d out of range [%d-%d]"
                    .formatted(level.getAsInt(), MOST_DEBUG, LEAST_DEBUG));
        } else {
            debug = level.getAsInt();
        }
    }

    private void escape(String word) {
        if (!word.matches("[^^]|\\^[a-z@-_]")) {
            throw mistake("Invalid string '%s' for escape sequence", word);
        }
        escape = word;
    }

    private int positive(String word, String typed) {
        OptionalInt number = CNumber.parse(word, 0);
        if (number.isEmpty()) {
            throw mistake("Invalid value for option %s", typed);
        }
        if (number.getAsInt() < 0) {
            throw mistake("option %s requires a positive integer argument", typed);
        }
        return number.getAsInt();
    }

    private void color(String word) {
        if (!WHEN.contains(word)) {
            throw mistake("--color takes auto, always or never, not '%s'", word);
        }
        color = word;
    }

    private UsageException mistake(String form, Object... values) {
        List<String> lines = new ArrayList<>(warnings);
        lines.add(form.formatted(values));
        return new UsageException(lines, 0, 0);
    }
}
