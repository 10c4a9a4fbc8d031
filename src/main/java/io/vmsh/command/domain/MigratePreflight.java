package io.vmsh.command.domain;

import io.vmsh.advice.ExitCode;
import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Dialog;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.hypervisor.Domain;
import io.vmsh.preflight.Finding;
import io.vmsh.preflight.Guest;
import io.vmsh.preflight.GuestLook;
import io.vmsh.preflight.Preflight;
import io.vmsh.preflight.Report;
import io.vmsh.preflight.ReportData;
import io.vmsh.preflight.ReportText;
import io.vmsh.preflight.Verdict;
import io.vmsh.preflight.Way;
import io.vmsh.session.Session;
import io.vmsh.spec.StatementText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The checks before a guest moves: asked for by {@code --check}, and done silently at the prompt. */
record MigratePreflight(Call call, Domain domain) {
    /** Says all that was found. */
    Result report() {
        Guest guest = GuestLook.at(call.hypervisor(), domain);
        String word = call.get(MigrateOptions.DESTINATION);
        Optional<Session> known = call.workspace().sessions().find(word);
        Session target = known.orElseGet(() -> passing(word));
        try {
            Report report = report(guest, target);
            Result result = new Result.Document(ReportText.of(guest, report), ReportData.of(List.of(report)));
            if (report.blocked()) {
                throw CommandFailure.of("%s cannot move to %s", guest.name(), word)
                        .after(result)
                        .exiting(ExitCode.BLOCKED);
            }
            return result;
        } finally {
            if (known.isEmpty()) {
                target.close();
            }
        }
    }

    /**
     * Where somebody can answer, and the target is a session, looks for what stands in the way, and asks whether to go on.
     *
     * @throws CommandFailure when not
     */
    void askIfBlocked() {
        Dialog dialog = call.dialog();
        Optional<Session> target = call.workspace().sessions().find(call.get(MigrateOptions.DESTINATION));
        if (!call.workspace().interactive() || !dialog.interactive() || target.isEmpty() || !isToBeLookedAt()) {
            return;
        }
        String name = target.get().name();
        dialog.progress("looking at %s first".formatted(name));
        Report report;
        try {
            report = report(GuestLook.at(call.hypervisor(), domain), target.get());
        } finally {
            dialog.progress("");
        }
        if (report.blocked()) {
            dialog.say("%s cannot move to %s like this:".formatted(domain.name(), name));
            report.of(Verdict.BLOCKER).forEach(finding -> say(dialog, finding));
            if (!dialog.confirm("Try all the same?")) {
                throw CommandFailure.of(
                                "not migrated; what to do about it: migrate-check %s --to %s",
                                StatementText.quote(
                                        call.get(MigrateOptions.DOMAIN).word()),
                                StatementText.quote(name))
                        .exiting(ExitCode.BLOCKED);
            }
        }
    }

    private static void say(Dialog dialog, Finding finding) {
        finding.evidence().stream()
                .filter(seen -> seen.verdict() == Verdict.BLOCKER)
                .forEach(seen -> dialog.say("  %s: %s".formatted(finding.check(), seen.sentence())));
    }

    /** What is made of other XML or of some of the disks is not what the checks know. */
    private boolean isToBeLookedAt() {
        return !call.has(MigrateOptions.NO_CHECK)
                && !call.has(MigrateOptions.XML)
                && !call.has(MigrateOptions.MIGRATE_DISKS)
                && !call.has(MigrateOptions.POSTCOPY_RESUME);
    }

    private Report report(Guest guest, Session target) {
        try {
            return new Preflight()
                    .run(guest, way(), call.session(), List.of(target))
                    .getFirst();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CommandFailure.of("interrupted").exiting(ExitCode.INTERRUPTED);
        }
    }

    private Way way() {
        return new Way(
                !call.has(MigrateOptions.OFFLINE),
                call.has(MigrateOptions.COPY_STORAGE_ALL),
                call.has(MigrateOptions.COPY_STORAGE_INC),
                call.has(MigrateOptions.TUNNELLED),
                call.has(MigrateOptions.P2P),
                call.has(MigrateOptions.UNSAFE),
                call.find(MigrateOptions.NEW_NAME),
                call.find(MigrateOptions.MIGRATE_URI));
    }

    /** A session for this one look. */
    private Session passing(String uri) {
        ConnectRequest own = call.session().request();
        return new Session(
                uri,
                new ConnectRequest(uri, false, own.keepAlive(), own.credentials()),
                Set.of(),
                call.workspace().connector());
    }
}
