package io.vmsh.command.domain;

import io.vmsh.advice.ExitCode;
import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Dialog;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.preflight.Finding;
import io.vmsh.preflight.Guest;
import io.vmsh.preflight.GuestLook;
import io.vmsh.preflight.Preflight;
import io.vmsh.preflight.Report;
import io.vmsh.preflight.ReportData;
import io.vmsh.preflight.ReportText;
import io.vmsh.preflight.StorageProof;
import io.vmsh.preflight.StorageProof.Answer;
import io.vmsh.preflight.StorageProof.Proof;
import io.vmsh.preflight.Verdict;
import io.vmsh.session.CannotConnectException;
import io.vmsh.session.Session;
import io.vmsh.spec.StatementText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is looked at before a guest moves: all of it by {@code --check}; at the prompt all of it, too, and then a person is
 * asked where it takes a decision; in a script that storage is the same, where libvirt does not look.
 */
record MigratePreflight(Call call, Domain domain) {
    /** Says all that was found. */
    Result report() {
        Guest guest = GuestLook.at(call.hypervisor(), domain);
        Report report = onTarget(target -> report(guest, target));
        Result result = new Result.Document(ReportText.of(guest, report), ReportData.of(List.of(report)));
        if (report.blocked()) {
            throw CommandFailure.of("%s cannot move to %s", guest.name(), word())
                    .after(result)
                    .exiting(ExitCode.BLOCKED);
        }
        return result;
    }

    /**
     * Looks, and asks whether to go on.
     *
     * @throws CommandFailure when not
     */
    void before() {
        if (call.has(MigrateOptions.NO_CHECK) || call.has(MigrateOptions.POSTCOPY_RESUME)) {
            return;
        }
        if (call.workspace().inScript()) {
            if (trustsStorage()) {
                stopIfDisproved();
            }
        } else if (call.workspace().interactive() && call.dialog().interactive()) {
            ask();
        }
    }

    private void ask() {
        Dialog dialog = call.dialog();
        Guest guest = GuestLook.at(call.hypervisor(), domain);
        Findings found = onTarget(target -> look(guest, target));
        if (!isToBeLookedAt()) {
            dialog.say(
                    "only %s opens %s, so nothing of it was looked at; for that, open it here, too, and name the session:"
                            .formatted(call.session().name(), word()));
            dialog.say("  connect %s --name NAME".formatted(StatementText.quote(word())));
        }
        boolean blocked = found.report().isPresent();
        found.report().ifPresent(report -> {
            dialog.say("%s cannot move to %s like this:".formatted(guest.name(), word()));
            report.of(Verdict.BLOCKER).forEach(finding -> say(dialog, finding));
        });
        if (trustsStorage()) {
            dialog.say("libvirt does not look at disks with %s; vmsh did:"
                    .formatted(call.has(MigrateOptions.OFFLINE) ? "--offline" : "--unsafe"));
            found.proofs().forEach(proof -> dialog.say("  " + proof));
        }
        if (call.has(MigrateOptions.OFFLINE) && guest.active()) {
            dialog.say("%s runs, and goes on where it is: --offline copies its definition, and then both hosts have it"
                    .formatted(guest.name()));
        }
        boolean forgotten = call.has(MigrateOptions.UNDEFINE_SOURCE) && !call.has(MigrateOptions.PERSISTENT);
        if (forgotten) {
            dialog.say("--undefinesource without --persistent: %s is gone for good when it stops on %s"
                    .formatted(guest.name(), word()));
        }
        if ((blocked || trustsStorage() || forgotten)
                && !dialog.confirm(blocked || found.disproved() ? "Try all the same?" : "Go on?")) {
            throw CommandFailure.of(
                            "not migrated; what to do about it: migrate-check %s --to %s",
                            StatementText.quote(call.get(MigrateOptions.DOMAIN).word()), StatementText.quote(word()))
                    .exiting(ExitCode.BLOCKED);
        }
    }

    /**
     * What a person is to know.
     *
     * @param report where something blocks
     * @param proofs of storage, where they matter
     */
    private record Findings(Optional<Report> report, List<Proof> proofs) {
        boolean disproved() {
            return proofs.stream().anyMatch(proof -> proof.answer() == Answer.DISPROVED);
        }
    }

    private Findings look(Guest guest, Session target) {
        Dialog dialog = call.dialog();
        dialog.progress("looking at %s first".formatted(word()));
        try {
            Report report = isToBeLookedAt() ? report(guest, target) : new Report(target.name(), List.of());
            return new Findings(
                    Optional.of(report).filter(Report::blocked), trustsStorage() ? proofs(guest, target) : List.of());
        } finally {
            dialog.progress("");
        }
    }

    /** A script has nobody to ask: what would do harm stops it, what is not sure is said. */
    private void stopIfDisproved() {
        Guest guest = GuestLook.at(call.hypervisor(), domain);
        List<Proof> proofs = onTarget(target -> proofs(guest, target));
        List<String> disproved = proofs.stream()
                .filter(proof -> proof.answer() == Answer.DISPROVED)
                .map(Proof::toString)
                .toList();
        if (!disproved.isEmpty()) {
            throw CommandFailure.of("%s has other storage: %s", word(), String.join("; ", disproved))
                    .followed("not migrated; --no-check does it all the same")
                    .exiting(ExitCode.BLOCKED);
        }
        proofs.stream()
                .filter(proof -> proof.answer() == Answer.NOT_PROVABLE)
                .forEach(proof -> call.dialog().say("warning: whether both hosts see the same storage: " + proof));
    }

    private List<Proof> proofs(Guest guest, Session target) {
        try {
            return StorageProof.of(guest, MigrateWay.of(call), call.session(), target);
        } catch (HypervisorException refused) {
            return List.of(notAsked(refused));
        } catch (CannotConnectException unreachable) {
            return List.of(notAsked(unreachable.reason()));
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    private static Proof notAsked(HypervisorException why) {
        return new Proof("of any", "", Answer.NOT_PROVABLE, why.message());
    }

    /** Whether libvirt takes for granted that both hosts see the same disks. */
    private boolean trustsStorage() {
        return call.has(MigrateOptions.UNSAFE) || call.has(MigrateOptions.OFFLINE);
    }

    private static void say(Dialog dialog, Finding finding) {
        finding.evidence().stream()
                .filter(seen -> seen.verdict() == Verdict.BLOCKER)
                .forEach(seen -> dialog.say("  %s: %s".formatted(finding.check(), seen.sentence())));
    }

    /** A URI that only the source host is to open need not lead anywhere from here. */
    private boolean isToBeLookedAt() {
        return !call.has(MigrateOptions.P2P)
                || call.workspace().sessions().find(word()).isPresent();
    }

    private Report report(Guest guest, Session target) {
        try {
            return new Preflight(call.workspace().clocks())
                    .run(guest, MigrateWay.of(call), call.session(), List.of(target))
                    .getFirst();
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    private static CommandFailure interrupted() {
        Thread.currentThread().interrupt();
        return CommandFailure.of("interrupted").exiting(ExitCode.INTERRUPTED);
    }

    private String word() {
        return call.get(MigrateOptions.DESTINATION);
    }

    /** Does something with the destination: a session of the shell, or one for this look. */
    private <T> T onTarget(Function<Session, T> question) {
        Optional<Session> known = call.workspace().sessions().find(word());
        Session target = known.orElseGet(this::passing);
        try {
            return question.apply(target);
        } finally {
            if (known.isEmpty()) {
                target.close();
            }
        }
    }

    private Session passing() {
        ConnectRequest own = call.session().request();
        return new Session(
                word(),
                new ConnectRequest(word(), false, own.keepAlive(), own.credentials()),
                Set.of(),
                call.workspace().connector());
    }
}
