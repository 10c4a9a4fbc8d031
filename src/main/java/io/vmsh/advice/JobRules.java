package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.JobOperation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The guest is busy, or the migration was past the point of return. */
final class JobRules {
    /** Libvirt's constant for what a switch to post-copy needs; it is not translated. */
    private static final String POSTCOPY_FLAG = "VIR_MIGRATE_POSTCOPY";

    private JobRules() {}

    /** It is moving, or being saved or dumped, already. */
    static Optional<Advice> running(MigrationFacts facts) {
        Optional<JobOperation> job = facts.moving().job();
        if (facts.error() != ErrorCode.OPERATION_INVALID
                || job.isEmpty()
                || facts.moving().inPostCopy()
                || facts.has("postcopy-resume")) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "job-running",
                "%s has another job: %s"
                        .formatted(facts.guest(), job.get().label().toLowerCase(Locale.ROOT)),
                List.of("one job at a time: this one was begun here or by somebody else"),
                List.of(
                        new Remedy(
                                "see how far it is, and wait for its end",
                                List.of("domjobinfo " + facts.address()),
                                ""),
                        new Remedy(
                                "stop it, then migrate",
                                List.of(
                                        "domjobabort " + facts.address(),
                                        facts.again().toString()),
                                "what it has done so far is lost; the guest runs on where it is"),
                        recover(facts, "if nobody has begun one, or it does not move"))));
    }

    /** Post-copy can only go on. */
    static Optional<Advice> postCopyFailed(MigrationFacts facts) {
        if (!facts.moving().postCopyFailed()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "postcopy-failed",
                "the post-copy migration of %s broke down: its memory is on two hosts".formatted(facts.guest()),
                List.of(
                        "%s: %s".formatted(facts.source(), facts.moving().words()),
                        "part of the memory is here, the rest and all that was written since is on %s: neither host"
                                        .formatted(facts.destination())
                                + " can run the guest alone"),
                List.of(
                        new Remedy(
                                "take the migration up again",
                                List.of(resume(facts)),
                                "both QEMU processes must still be there, and the hosts must reach each other"),
                        recover(facts, "before that"))));
    }

    private static String resume(MigrationFacts facts) {
        return facts.again()
                .without("postcopy-after-precopy")
                .without("timeout")
                .without("timeout-postcopy")
                .with("postcopy")
                .with("postcopy-resume")
                .toString();
    }

    /** A resume where there is nothing to resume. */
    static Optional<Advice> nothingToResume(MigrationFacts facts) {
        if (facts.error() != ErrorCode.OPERATION_INVALID
                || !facts.has("postcopy-resume")
                || facts.moving().postCopyFailed()) {
            return Optional.empty();
        }
        boolean watched = facts.moving().inPostCopy();
        return Optional.of(
                watched
                        ? new Advice(
                                "postcopy-watched",
                                "the post-copy migration of %s is still under way for libvirt".formatted(facts.guest()),
                                List.of("%s: %s"
                                        .formatted(
                                                facts.source(), facts.moving().words())),
                                List.of(
                                        new Remedy(
                                                "see whether it moves", List.of("domjobinfo " + facts.address()), ""),
                                        new Remedy(
                                                "if the connection between the hosts is broken, interrupt it, and take it up"
                                                        + " again",
                                                List.of(
                                                        "domjobabort --postcopy " + facts.address(),
                                                        facts.again().toString()),
                                                "the guest stands still in between"),
                                        recover(facts, "before that")))
                        : new Advice(
                                "postcopy-nothing",
                                "%s has no post-copy migration that could be taken up again".formatted(facts.guest()),
                                List.of("%s: %s"
                                        .formatted(
                                                facts.source(), facts.moving().words())),
                                List.of(
                                        new Remedy(
                                                "migrate anew",
                                                List.of(facts.again()
                                                        .without("postcopy-resume")
                                                        .toString()),
                                                ""),
                                        recover(facts, "to see where it is"))));
    }

    /** The state lock of a guest is held by another call. Any statement about a guest may meet this. */
    static Optional<Advice> stateLock(StatementFacts facts) {
        if (facts.error() != ErrorCode.OPERATION_TIMEOUT || facts.guest().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "job-lock",
                "another call has hold of %s, and did not let go in 30 seconds".formatted(facts.guest()),
                facts
                        .job()
                        .map(job -> "it is busy with: %s".formatted(job.label().toLowerCase(Locale.ROOT)))
                        .or(() -> Optional.of("no job is told of it; a guest that is coming in has such a call too"))
                        .stream()
                        .toList(),
                List.of(
                        new Remedy("see what it is busy with", List.of("domjobinfo " + facts.address()), ""),
                        new Remedy(
                                "if that is a migration, see both sides",
                                List.of("migrate-recover " + facts.address() + " --dry-run"),
                                ""),
                        new Remedy(
                                "if it is stuck for good, restart libvirtd on that host",
                                List.of(),
                                "guests run on; other calls to it are interrupted"))));
    }

    /** Stopping a migration that cannot be stopped any more. */
    static Optional<Advice> noAbort(StatementFacts facts) {
        if (facts.error() != ErrorCode.OPERATION_INVALID
                || !facts.command().equals("domjobabort")
                || !facts.moving().inPostCopy()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "postcopy-no-abort",
                "%s has switched to post-copy: it cannot go back".formatted(facts.guest()),
                List.of(
                        facts.moving().words(),
                        "the guest runs on the destination already, and fetches the rest of its memory from here"),
                List.of(
                        new Remedy("wait for its end", List.of("domjobinfo " + facts.address()), ""),
                        new Remedy(
                                "interrupt it, to take it up again later",
                                List.of("domjobabort --postcopy " + facts.address()),
                                "the guest stands still until migrate --postcopy --postcopy-resume"))));
    }

    /** A switch to post-copy that was not allowed for. */
    static Optional<Advice> noPostCopy(StatementFacts facts) {
        if (facts.error() != ErrorCode.OPERATION_INVALID
                || !facts.command().equals("migrate-postcopy")
                || !facts.naming().has(POSTCOPY_FLAG)) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "postcopy-not-allowed",
                "the migration of %s was begun without --postcopy".formatted(facts.guest()),
                List.of("whether a migration may switch to post-copy is decided when it begins"),
                List.of(
                        new Remedy(
                                "let it end sooner by a longer standstill",
                                List.of("migrate-setmaxdowntime %s 2000".formatted(facts.address())),
                                "the guest stands still for up to two seconds"),
                        new Remedy(
                                "stop it, and begin anew with --postcopy",
                                List.of("domjobabort " + facts.address()),
                                "what was sent so far is sent again"))));
    }

    static Remedy recover(MigrationFacts facts, String when) {
        return new Remedy(when + ": see both sides", List.of("migrate-recover " + facts.address() + " --dry-run"), "");
    }
}
