package io.vmsh.shell;

import io.vmsh.cli.ErrorLog;
import io.vmsh.completion.Completion;
import io.vmsh.completion.Proposal;
import java.io.IOError;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.jline.CommandCompleter;

/**
 * Offers what may come next. Never makes a typist wait: a host that does not answer at once has nothing to offer yet, and
 * is asked on behind the scenes.
 */
final class StatementCompleter extends CommandCompleter {
    /** A little more than names of objects may take, so that options are offered without them. */
    private static final long PATIENCE_MILLIS = 350;

    private final Completion completion;
    private final ErrorLog log;

    StatementCompleter(CommandRegistry registry, Completion completion, ErrorLog log) {
        super(registry);
        this.completion = completion;
        this.log = log;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (!(line instanceof TypedLine typed)) {
            return;
        }
        int order = 0;
        for (Proposal proposal : proposals(typed)) {
            candidates.add(new Candidate(
                    proposal.value(),
                    proposal.value(),
                    null,
                    proposal.note().isEmpty() ? null : proposal.note(),
                    null,
                    null,
                    proposal.complete(),
                    order++));
        }
    }

    private List<Proposal> proposals(TypedLine typed) {
        CompletableFuture<List<Proposal>> found = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("completion").start(() -> {
            try {
                found.complete(completion.at(typed.place()));
            } catch (RuntimeException unexpected) {
                log.write("completing " + typed.place().reading().spec(), unexpected);
                found.complete(List.of());
            }
        });
        try {
            return found.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            return List.of();
        } catch (InterruptedException ctrlC) {
            // The reader's own way to give up the line.
            throw new IOError(new InterruptedIOException());
        }
    }
}
