package io.vmsh.command.evacuate;

import io.vmsh.command.Call;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.StatementText;
import io.vmsh.spec.UsageException;
import io.vmsh.spec.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a host is to be emptied, as the statement says it, or as the journal of an unfinished one does.
 *
 * @param to selector of the targets; empty for all other sessions
 * @param jobs most moves at once; empty leaves that to the link
 * @param retries most further targets for a guest
 */
record EvacuateOptions(
        Optional<String> to,
        Optional<Integer> jobs,
        Optional<Integer> retries,
        Optional<String> include,
        Optional<String> exclude,
        boolean offlineToo) {
    static final Arg<String> SESSION = Arg.of("session", Value.SESSION, "the host to empty");
    static final Opt<String> TO = Opt.of("to", Value.SELECTOR, "sessions to move to; all others when not given")
            .named();
    static final Opt<Integer> JOBS = Opt.of(
                    "jobs", Value.UNSIGNED_INT, "most moves at once; a target takes two at most")
            .named();
    static final Opt<String> INCLUDE = Opt.of(
                    "include", Value.TEXT, "only guests with such names: web*, db?, several with commas")
            .named();
    static final Opt<String> EXCLUDE =
            Opt.of("exclude", Value.TEXT, "no guests with such names").named();
    static final Flag OFFLINE_TOO = Flag.of("offline-too", "move the definitions of guests that are off, too");
    static final Flag DRY_RUN = Flag.of("dry-run", "show who would go where, and move nothing");
    static final Opt<Integer> RETRY = Opt.of(
                    "retry", Value.UNSIGNED_INT, "other targets to try for a guest that could not go to the first (1)")
            .named();
    static final Flag RETURN = Flag.of("return", "bring the guests back that left this host by evacuate");
    static final Flag RESUME = Flag.of("resume", "go on with one that was interrupted or cut off");
    static final Flag YES = Flag.of("yes", "do not ask");

    private static final int USUAL_RETRIES = 1;

    static Parameter[] all() {
        return new Parameter[] {SESSION, TO, JOBS, INCLUDE, EXCLUDE, OFFLINE_TOO, DRY_RUN, RETRY, RETURN, RESUME, YES};
    }

    /**
     * Reads a statement.
     *
     * @throws UsageException when options contradict each other
     */
    static EvacuateOptions of(Call call) {
        call.exclusive(RETURN, RESUME);
        call.exclusive(DRY_RUN, RESUME);
        call.exclusive(RETURN, TO);
        call.exclusive(RETURN, OFFLINE_TOO);
        call.exclusive(RESUME, INCLUDE);
        call.exclusive(RESUME, EXCLUDE);
        call.exclusive(RESUME, OFFLINE_TOO);
        if (call.find(JOBS).filter(jobs -> jobs == 0).isPresent()) {
            throw new UsageException("--jobs must be 1 or more", 0, 0);
        }
        return new EvacuateOptions(
                call.find(TO),
                call.find(JOBS),
                call.find(RETRY),
                call.find(INCLUDE),
                call.find(EXCLUDE),
                call.has(OFFLINE_TOO));
    }

    int tries() {
        return retries.orElse(USUAL_RETRIES);
    }

    /** The words of a statement with these, without the session. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        notes().forEach((name, value) -> {
            words.add("--" + name);
            if (!name.equals(OFFLINE_TOO.name())) {
                words.add(StatementText.quote(value));
            }
        });
        return List.copyOf(words);
    }

    /** What a journal is to remember, by name. */
    Map<String, String> notes() {
        Map<String, String> notes = new LinkedHashMap<>();
        to.ifPresent(word -> notes.put(TO.name(), word));
        jobs.ifPresent(number -> notes.put(JOBS.name(), number.toString()));
        include.ifPresent(word -> notes.put(INCLUDE.name(), word));
        exclude.ifPresent(word -> notes.put(EXCLUDE.name(), word));
        retries.ifPresent(number -> notes.put(RETRY.name(), number.toString()));
        if (offlineToo) {
            notes.put(OFFLINE_TOO.name(), "yes");
        }
        return notes;
    }

    /** These, and for what they leave open what a journal remembers. */
    EvacuateOptions or(Map<String, String> notes) {
        return new EvacuateOptions(
                to.or(() -> Optional.ofNullable(notes.get(TO.name()))),
                jobs.or(() -> Optional.ofNullable(notes.get(JOBS.name())).map(Integer::valueOf)),
                retries.or(() -> Optional.ofNullable(notes.get(RETRY.name())).map(Integer::valueOf)),
                Optional.ofNullable(notes.get(INCLUDE.name())),
                Optional.ofNullable(notes.get(EXCLUDE.name())),
                notes.containsKey(OFFLINE_TOO.name()));
    }
}
