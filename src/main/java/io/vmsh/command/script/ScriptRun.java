package io.vmsh.command.script;

import io.vmsh.batch.Ending;
import io.vmsh.batch.Journal;
import io.vmsh.batch.JournalException;
import io.vmsh.batch.JournalHead;
import io.vmsh.batch.JournalHead.Planned;
import io.vmsh.batch.JournalLedger;
import io.vmsh.batch.PastRun;
import io.vmsh.batch.Plan;
import io.vmsh.batch.Runner;
import io.vmsh.batch.Scripts;
import io.vmsh.batch.Source;
import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Interpreter;
import io.vmsh.command.LocalFile;
import io.vmsh.command.Result;
import io.vmsh.command.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run of a plan, with its journal and its report. */
final class ScriptRun {
    static final String KIND = "script";
    /** Names of what the journal remembers besides steps. */
    static final String DIRECTORY = "directory";

    static final String CONNECTED = "connected";
    static final String FILES = "files";

    private final Call call;
    private final ScriptRequest request;
    private final Scripts.Settings settings;
    private final Plan plan;

    ScriptRun(Call call, ScriptRequest request, Scripts.Settings settings, Plan plan) {
        this.call = call;
        this.request = request;
        this.settings = settings;
        this.plan = plan;
    }

    /** Runs it from its beginning. */
    Result begin() {
        try (Journal journal = JournalAccess.failing(() -> {
            Journal begun = JournalAccess.journals(call).begin(head());
            note(begun);
            return begun;
        })) {
            return run(journal, null);
        }
    }

    /** Writes down where the run is at home. */
    void note(Journal journal) {
        journal.note(DIRECTORY, call.workspace().directory().toString());
        journal.note(CONNECTED, connected(call.workspace()));
        journal.note(FILES, files(plan));
    }

    private JournalHead head() {
        Source source = plan.sources().getFirst();
        return new JournalHead(
                KIND,
                String.valueOf(source.file().getFileName()).replaceFirst("\\.vmsh$", ""),
                source.file().normalize().toString(),
                source.sha256(),
                request.words(call.workspace(), plan.hidden()),
                planned(plan));
    }

    /** A plan's steps as they are written down. */
    static List<Planned> planned(Plan plan) {
        return plan.steps().stream()
                .map(step -> new Planned(Integer.toString(step.number()), step.text()))
                .toList();
    }

    /** The SHA-256 sums of a script's file and of those it includes, in this order. */
    static String files(Plan plan) {
        return plan.sources().stream().map(Source::sha256).collect(Collectors.joining(" "));
    }

    /** Where statements go that name no session: what must be the same for a run to be resumed. */
    static String connected(Workspace workspace) {
        return workspace
                .sessions()
                .current()
                .map(session -> session.request().uri() == null
                        ? session.name()
                        : "%s (%s)".formatted(session.name(), session.request().uri()))
                .orElse("no session");
    }

    /**
     * Runs what is not done.
     *
     * @param past what was done before; null for nothing
     */
    Result run(Journal journal, @Nullable PastRun past) {
        Workspace workspace = call.workspace();
        ScriptStage stage = new ScriptStage(call, new Interpreter(workspace));
        JournalLedger ledger = new JournalLedger(journal, past, new CutSteps(call, stage));
        ScriptDialog dialog = new ScriptDialog(workspace.dialog(), request.yes(), stopping(workspace));
        dialog.onInterrupt(null);
        Ending ending;
        try {
            ending = workspace.through(
                    dialog,
                    () -> workspace.readingAlong(() -> Runner.run(plan, settings, stage, ledger, request.manner())));
        } finally {
            workspace.dialog().onInterrupt(null);
        }
        return ended(journal, ledger, ending);
    }

    private Result ended(Journal journal, JournalLedger ledger, Ending ending) {
        boolean finished =
                ending.how() == Ending.How.FINISHED && ending.failures().isEmpty();
        try {
            journal.end(finished ? PastRun.Ending.FINISHED : PastRun.Ending.STOPPED);
        } catch (JournalException full) {
            call.dialog().say("error: " + full.getMessage());
        }
        Result report = new Result.Aside(
                JournalText.steps(ledger.entries(), call.dialog().columns()));
        writeReport(journal, ledger, ending);
        call.dialog().say("");
        if (finished) {
            return report;
        }
        throw ScriptEnding.failure(ending)
                .followed("'run --resume %s' goes on with it".formatted(journal.id()))
                .after(report);
    }

    private void writeReport(Journal journal, JournalLedger ledger, Ending ending) {
        Path report = call.find(RunCommand.REPORT).orElse(null);
        if (report == null) {
            return;
        }
        try {
            Files.writeString(
                    call.workspace().directory().resolve(report),
                    JunitReport.of(head().name(), journal.started(), ledger.entries(), ending.notRun()));
        } catch (IOException unwritable) {
            throw CommandFailure.of("Failed to write file '%s': %s", report, LocalFile.reason(unwritable));
        }
    }

    /** Ctrl-C asks the script to stop. */
    private static Runnable stopping(Workspace workspace) {
        Thread script = Thread.currentThread();
        return () -> {
            String interrupted = "interrupted: stopping behind the statements under way; ^C again ";
            // At the prompt the line with the terminal's ^C is ended already.
            workspace
                    .dialog()
                    .say(workspace.interactive() ? interrupted + "leaves them" : "\n" + interrupted + "ends them, too");
            script.interrupt();
        };
    }
}
