package io.vmsh.command.script;

import io.vmsh.batch.JournalException;
import io.vmsh.batch.Journals;
import io.vmsh.batch.PastRun;
import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way of commands to the journals: what goes wrong there is the command's failure. */
final class JournalAccess {
    private JournalAccess() {}

    static Journals journals(Call call) {
        return failing(() -> Journals.of(call.workspace().environment()));
    }

    /** The journal of an id, or of an id's beginning; the newest for none. */
    static PastRun find(Call call, @Nullable String id) {
        Journals journals = journals(call);
        return failing(() -> {
            if (id == null) {
                return journals.all().stream()
                        .findFirst()
                        .orElseThrow(() -> CommandFailure.of("there are no journals yet"));
            }
            return journals.read(id);
        });
    }

    static <T> T failing(Supplier<T> action) {
        try {
            return action.get();
        } catch (JournalException failure) {
            throw CommandFailure.of(List.of(String.valueOf(failure.getMessage())));
        }
    }
}
