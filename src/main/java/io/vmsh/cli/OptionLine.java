package io.vmsh.cli;

import io.vmsh.render.Format;
import io.vmsh.session.Configuration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the statement on the command line.
 *
 * @param connect URI of {@code -c}; null when it is not given
 * @param debug least level of the messages told, 0 (all) to 4 (errors); null when not given
 * @param logFile where messages are logged to; null for nowhere
 * @param keepAliveInterval seconds; null when not given
 * @param keepAliveCount probes; null when not given
 * @param escape the key that leaves a console: one character, or {@code ^} and one
 * @param color {@code auto}, {@code always} or {@code never}
 * @param output form of the output
 * @param warnings complaints that do not keep anything from running
 * @param words what is left: the statement
 */
public record OptionLine(
        Action action,
        @Nullable String connect,
        boolean readOnly,
        boolean quiet,
        boolean timing,
        @Nullable Integer debug,
        @Nullable String logFile,
        @Nullable Integer keepAliveInterval,
        @Nullable Integer keepAliveCount,
        String escape,
        String color,
        Format output,
        List<String> warnings,
        List<String> words) {
    public OptionLine {
        warnings = List.copyOf(warnings);
        words = List.copyOf(words);
    }

    /** Whether somebody is to type statements. */
    boolean atPrompt(Surroundings surroundings) {
        return words.isEmpty() && surroundings.terminals().in();
    }

    /** The same, with the configuration's word on what was not given. */
    OptionLine or(Configuration configuration) {
        String configured = configuration.output();
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
                color.equals("auto") && configuration.color() != null ? configuration.color() : color,
                output == Format.TABLE && configured != null ? Format.of(configured) : output,
                warnings,
                words);
    }

    /** What vmsh is to do. */
    public enum Action {
        RUN,
        HELP,
        VERSION,
        LONG_VERSION
    }
}
