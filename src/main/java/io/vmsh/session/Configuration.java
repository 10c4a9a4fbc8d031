package io.vmsh.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code config.yaml} says. The sessions are there in every run, the settings hold in the shell.
 *
 * @param sessions in the order of the file
 * @param output form of the output; null for tables
 * @param color when to use colour: {@code auto}, {@code always} or {@code never}; null for auto
 * @param clockLimit most that the clocks of two hosts may be apart; null for the usual
 * @param ntpServer that knows the time; null for none
 */
public record Configuration(
        List<SessionPlan> sessions,
        @Nullable String output,
        @Nullable String color,
        @Nullable Duration clockLimit,
        @Nullable String ntpServer) {
    /** What holds without a file. */
    public static final Configuration NONE = new Configuration(List.of(), null, null, null, null);

    public Configuration {
        sessions = List.copyOf(sessions);
    }

    /** {@code $VMSH_CONFIG}, else in the XDG folder for configuration; null where there is no home. */
    public static @Nullable Path file(Map<String, String> environment) {
        String named = environment.getOrDefault("VMSH_CONFIG", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        Path folder = folder(environment);
        return folder == null ? null : folder.resolve("vmsh").resolve("config.yaml");
    }

    /** {@code $XDG_CONFIG_HOME}, else {@code ~/.config}; null where there is neither. */
    static @Nullable Path folder(Map<String, String> environment) {
        String folder = environment.getOrDefault("XDG_CONFIG_HOME", "");
        if (folder.startsWith("/")) {
            return Path.of(folder);
        }
        String home = environment.getOrDefault("HOME", "");
        return home.isEmpty() ? null : Path.of(home, ".config");
    }
}
