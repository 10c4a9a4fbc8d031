package io.vmsh.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a journal is of. Nothing in it may be secret.
 *
 * @param kind what runs: {@code script}, {@code evacuate}
 * @param name what to call it in the journal's id, such as the script's name
 * @param file the script's absolute path; null where there is none
 * @param sha256 of the file's bytes, in hexadecimal digits; null where there is none
 * @param arguments the words that it was started with, so that the same can be started again
 * @param plan the steps as far as they are known, so that another plan can be compared with it
 */
public record JournalHead(
        String kind,
        String name,
        @Nullable String file,
        @Nullable String sha256,
        List<String> arguments,
        List<Planned> plan) {
    public JournalHead {
        arguments = List.copyOf(arguments);
        plan = List.copyOf(plan);
    }

    /** A step that is to come: its key and its text without secrets. */
    public record Planned(String key, String text) {}
}
