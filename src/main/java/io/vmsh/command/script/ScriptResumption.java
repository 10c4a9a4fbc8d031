package io.vmsh.command.script;

import io.vmsh.batch.Journal;
import io.vmsh.batch.PastRun;
import io.vmsh.batch.Plan;
import io.vmsh.batch.PlanChange;
import io.vmsh.batch.Scripts;
import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Interpreter;
import io.vmsh.command.Result;
import io.vmsh.command.Workspace;
import io.vmsh.spec.Invocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Goes on with a run that did not come to its end. */
record ScriptResumption(Call call, PastRun past) {
    /** The run that the statement names, or else the newest that can be gone on with. */
    static ScriptResumption of(Call call) {
        PastRun past = call.find(ScriptRequest.FILE)
                .map(id -> JournalAccess.find(call, id.toString()))
                .orElseGet(
                        () -> JournalAccess.failing(
                                        () -> JournalAccess.journals(call).newestResumable(ScriptRun.KIND))
                                .orElseThrow(
                                        () -> CommandFailure.of(
                                                "there is nothing to resume: no script was stopped or cut; 'journals' lists all runs")));
        return new ScriptResumption(call, past);
    }

    Result run() {
        if (!past.head().kind().equals(ScriptRun.KIND)) {
            throw CommandFailure.of(
                    "the run '%s' is not a script's: '%s' goes on with it",
                    past.id(), past.head().kind() + " --resume");
        }
        if (past.state() == PastRun.State.FINISHED) {
            throw CommandFailure.of("the run '%s' is finished: nothing is left to do", past.id());
        }
        Workspace workspace = call.workspace();
        Path before = workspace.directory();
        try {
            // Relative names in the script mean what they meant.
            workspace.changeDirectory(Path.of(past.notes().getOrDefault(ScriptRun.DIRECTORY, before.toString())));
            return resumed(workspace);
        } finally {
            workspace.changeDirectory(before);
        }
    }

    private Result resumed(Workspace workspace) {
        sameConnection(workspace);
        ScriptRequest request = request(workspace);
        Scripts.Settings settings = request.settings(workspace, step -> Scripts.isAnswered(past, step));
        Plan plan = request.plan(workspace, settings);
        sameFile(plan);
        RunCommand.checked(plan);
        try (Journal journal =
                JournalAccess.failing(() -> JournalAccess.journals(call).resume(past.id()))) {
            call.dialog()
                    .say("resuming %s: %d steps are done"
                            .formatted(past.id(), past.finished().size()));
            ScriptRun run = new ScriptRun(call, request, settings, plan);
            if (!past.notes().containsKey(ScriptRun.FILES)) {
                run.note(journal);
            }
            return run.run(journal, past);
        }
    }

    private void sameConnection(Workspace workspace) {
        String then = past.notes().get(ScriptRun.CONNECTED);
        String now = ScriptRun.connected(workspace);
        // Where it is missing the run was cut before its first step.
        if (then != null && !then.equals(now)) {
            throw CommandFailure.of(
                    "this was begun on %s, and the current session is %s: connect as it was then, and resume again",
                    then, now);
        }
    }

    /** What was asked for then, with the values that are given now, such as secrets, which the journal does not hold. */
    private ScriptRequest request(Workspace workspace) {
        List<String> words = new ArrayList<>(past.head().arguments());
        new ScriptRequest(call.statement())
                .given()
                .forEach((name, value) -> words.add("--set=%s=%s".formatted(name, value)));
        if (call.has(ScriptRequest.YES) && !words.contains("--yes")) {
            words.add("--yes");
        }
        Invocation statement = new Interpreter(workspace).parse(words).getFirst();
        return new ScriptRequest(statement);
    }

    /** Nothing of the script or of what it includes may have changed; the values of this try may be others. */
    private void sameFile(Plan plan) {
        String then = past.notes()
                .getOrDefault(ScriptRun.FILES, String.valueOf(past.head().sha256()));
        if (ScriptRun.files(plan).startsWith(then)) {
            return;
        }
        List<String> changes = PlanChange.between(past.head().plan(), ScriptRun.planned(plan));
        String file = String.valueOf(past.head().file());
        String what = changes.isEmpty() ? "; its steps are the same" : ":\n  " + String.join("\n  ", changes) + "\n";
        throw CommandFailure.of(List.of(
                "%s has changed since the run '%s' was begun%s"
                        .formatted(file, past.id(), what)
                        .stripTrailing(),
                "put it back as it was and resume again, or run it anew from its beginning"));
    }
}
