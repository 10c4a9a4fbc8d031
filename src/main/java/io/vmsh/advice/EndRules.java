package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.advice.HostFacts.Reach;
import io.vmsh.hypervisor.ErrorCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A migration that had begun, and did not end well. */
final class EndRules {
    private static final Set<ErrorCode> BROKEN = EnumSet.of(
            ErrorCode.INTERNAL_ERROR,
            ErrorCode.OPERATION_FAILED,
            ErrorCode.SYSTEM_ERROR,
            ErrorCode.RPC,
            ErrorCode.NO_CONNECT);

    /** What libvirt writes into the log of a QEMU that ended by itself, and of one that it told to. */
    private static final String BY_ITSELF = "reason=crashed";

    private static final List<String> TOLD_TO = List.of("reason=failed", "reason=destroyed");

    /** What QEMU says when it cannot make use of what comes in, and when nothing comes in any more: error 5 of input. */
    private static final String NOT_LOADED = "load of migration failed";

    private static final List<String> CUT_OFF = List.of("failed: -5", NOT_LOADED + ": Input/output error");

    private EndRules() {}

    /** Somebody stopped it. */
    static Optional<Advice> cancelled(MigrationFacts facts) {
        return facts.error() == ErrorCode.OPERATION_ABORTED
                ? Optional.of(stopped(
                        facts, "by Ctrl-C, domjobabort, or whoever else is connected to %s".formatted(facts.source())))
                : Optional.empty();
    }

    /**
     * Somebody stopped it, and libvirt forgot that over closing the connection between the hosts: with {@code --p2p} over
     * ssh, the end of that connection is all that it tells.
     */
    static Optional<Advice> cancelledUntold(MigrationFacts facts) {
        boolean stopped = said(facts, CUT_OFF) || said(facts, TOLD_TO);
        if (facts.error() != ErrorCode.SYSTEM_ERROR || !facts.fromSource() || !stopped || !runsHereOnly(facts)) {
            return Optional.empty();
        }
        return Optional.of(stopped(
                facts,
                "the QEMU on %s waited for more to come, until nothing came any more".formatted(facts.destination()),
                "Ctrl-C or domjobabort does that, and so does a connection between the hosts that breaks: with --p2p by"
                        + " ssh, libvirt does not tell which"));
    }

    private static boolean said(MigrationFacts facts, List<String> words) {
        return facts.there().lastWords().stream()
                .anyMatch(line -> words.stream().anyMatch(line::contains));
    }

    /** QEMU's own, or else what libvirt writes below them. */
    private static String lastWords(MigrationFacts facts) {
        List<String> lines = facts.there().lastWords();
        return lines.stream()
                .filter(line -> line.contains(NOT_LOADED))
                .findFirst()
                .orElse(lines.getLast());
    }

    private static Advice stopped(MigrationFacts facts, String... why) {
        return new Advice(
                "cancelled",
                "the migration of %s was stopped".formatted(facts.guest()),
                Stream.concat(Stream.of(why), Stream.of(state(facts))).toList(),
                List.of(new Remedy("migrate again", List.of(facts.again().toString()), "")));
    }

    private static boolean runsHereOnly(MigrationFacts facts) {
        return facts.running().orElse(false)
                && facts.there().reach().answers()
                && facts.namesake().filter(MigrationFacts.Namesake::active).isEmpty()
                && !facts.moving().inPostCopy();
    }

    /** The source's libvirtd is gone, and with it what is known of the guest. */
    static Optional<Advice> sourceLost(MigrationFacts facts) {
        if (!BROKEN.contains(facts.error()) || !facts.here().reach().gone()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(reach(facts.source(), facts.here().reach()));
        lines.add("guests do not need libvirtd to run on; a migration that was under way is undone when it is back");
        return Optional.of(new Advice(
                "source-lost",
                "%s was lost while %s was moving".formatted(facts.source(), facts.guest()),
                lines,
                List.of(
                        new Remedy(
                                "see where the guest is",
                                List.of("migrate-recover " + facts.address() + " --dry-run"),
                                ""),
                        backThere(facts.source()))));
    }

    /** The destination is gone. */
    static Optional<Advice> targetLost(MigrationFacts facts) {
        if (!BROKEN.contains(facts.error()) || !facts.there().reach().gone()) {
            return Optional.empty();
        }
        List<String> lines =
                new ArrayList<>(reach(facts.destination(), facts.there().reach()));
        lines.add(state(facts));
        return Optional.of(new Advice(
                "target-lost",
                "%s was lost while %s was moving there".formatted(facts.destination(), facts.guest()),
                lines,
                List.of(
                        new Remedy(
                                "see where the guest is, and what is left of it",
                                List.of("migrate-recover " + facts.address() + " --dry-run"),
                                ""),
                        backThere(facts.destination()),
                        new Remedy(
                                "when it is back: migrate again",
                                List.of(facts.again().toString()),
                                ""))));
    }

    private static Remedy backThere(String host) {
        return new Remedy(
                "on %s, see to it that the host and its libvirtd run".formatted(host),
                List.of(),
                "a QEMU that waited for the rest of the guest there is ended when libvirtd starts");
    }

    private static List<String> reach(String name, Reach reach) {
        List<String> lines = new ArrayList<>();
        reach.knock()
                .ifPresent(knock -> lines.add(
                        switch (knock) {
                            case OPEN -> "%s answers at its port".formatted(name);
                            case REFUSED -> "%s is there, and refuses: its libvirtd does not run".formatted(name);
                            case SILENT ->
                                "nothing comes back from %s: it is off, or the network between is cut".formatted(name);
                            case REJECTED -> "a firewall rejects what is sent to %s".formatted(name);
                            case NO_ROUTE -> "the network knows no way to %s: it is off, or cut off".formatted(name);
                            case NAME_UNKNOWN -> "its name is no longer known here";
                        }));
        if (reach.lost() && reach.answers()) {
            lines.add("the connection to %s broke, and could be opened again".formatted(name));
        }
        reach.refusal().ifPresent(refusal -> lines.add("%s: %s".formatted(name, refusal)));
        return lines;
    }

    /** The guest's own process ended on the source. */
    static Optional<Advice> guestCrashed(MigrationFacts facts) {
        if (!BROKEN.contains(facts.error()) || !facts.moving().crashed()) {
            return Optional.empty();
        }
        return Optional.of(ended(
                facts,
                "guest-crashed",
                "the QEMU process of %s ended on %s while the guest was moving",
                List.of(state(facts), "its last words are in " + HostLook.log(facts.guest()))));
    }

    /** The guest was turned off on the source; libvirt then fails in whatever it was about to do. */
    static Optional<Advice> guestStopped(MigrationFacts facts) {
        if (!BROKEN.contains(facts.error()) || !facts.moving().stopped()) {
            return Optional.empty();
        }
        return Optional.of(
                ended(facts, "guest-stopped", "%s was turned off on %s while it was moving", List.of(state(facts))));
    }

    private static Advice ended(MigrationFacts facts, String code, String what, List<String> evidence) {
        return new Advice(
                code,
                what.formatted(facts.guest(), facts.source()),
                evidence,
                List.of(new Remedy(
                        "see that it is on neither host, then start it",
                        List.of("migrate-recover " + facts.address()),
                        "what it had in memory is lost: it boots anew")));
    }

    /** All hosts are there, and the QEMU on the destination is not. */
    static Optional<Advice> hypervisorEnded(MigrationFacts facts) {
        boolean mayBe = facts.error() == ErrorCode.INTERNAL_ERROR
                || facts.error() == ErrorCode.OPERATION_FAILED
                || (facts.error() == ErrorCode.SYSTEM_ERROR && said(facts, List.of(BY_ITSELF)));
        if (!mayBe || !runsHereOnly(facts)) {
            return Optional.empty();
        }
        String log = HostLook.log(facts.word("dname").orElse(facts.guest()));
        return Optional.of(new Advice(
                "target-qemu-ended",
                "the QEMU that was to take %s over on %s ended".formatted(facts.guest(), facts.destination()),
                List.of(
                        "both hosts answer; %s has nothing left of the guest".formatted(facts.destination()),
                        state(facts),
                        facts.there().lastWords().isEmpty()
                                ? "its last words are on %s in %s".formatted(facts.destination(), log)
                                : "its log on %s, %s, ends with: %s"
                                        .formatted(facts.destination(), log, lastWords(facts))),
                List.of(
                        new Remedy(
                                "look what the destination lacks",
                                facts.destinationSession()
                                        ? List.of("migrate-check %s --to %s"
                                                .formatted(facts.address(), facts.destination()))
                                        : List.of(),
                                ""),
                        new Remedy("migrate again", List.of(facts.again().toString()), ""))));
    }

    static String state(MigrationFacts facts) {
        return "%s on %s: %s"
                .formatted(facts.guest(), facts.source(), facts.moving().words());
    }

    /** Started with {@code --autodestroy}. No call tells of it: only the error itself does, and nothing else explains it. */
    static Optional<Advice> autodestroy(MigrationFacts facts) {
        boolean said = facts.naming().has("auto destroy");
        if (facts.error() != ErrorCode.OPERATION_INVALID || !said) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                "autodestroy",
                "%s ends with the connection that started it".formatted(facts.guest()),
                List.of("it was started with --autodestroy: on another host nobody could end it"),
                List.of(new Remedy(
                        "start it without --autodestroy: shut it off, start it, migrate",
                        List.of("cold-restart " + facts.address(), facts.again().toString()),
                        "the guest is down for the restart"))));
    }
}
