package io.vmsh.guide;

import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.XmlElement;
import io.vmsh.preflight.Finding;
import io.vmsh.preflight.Finding.Evidence;
import io.vmsh.preflight.Finding.Remedy;
import io.vmsh.preflight.Guest;
import io.vmsh.preflight.GuestLook;
import io.vmsh.preflight.Preflight;
import io.vmsh.preflight.Report;
import io.vmsh.preflight.StorageProof;
import io.vmsh.preflight.StorageProof.Answer;
import io.vmsh.preflight.StorageProof.Proof;
import io.vmsh.preflight.Verdict;
import io.vmsh.preflight.Way;
import io.vmsh.session.Session;
import io.vmsh.spec.StatementText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Steps from "Unsafe migration" to a guest that has moved: what libvirt will refuse is found by looking, never by its
 * message, and the safest way out that there is comes first.
 */
public final class UnsafeMigration {
    private static final String CACHE = "cache";
    private static final String STORAGE = "storage";
    /** Guides that put right what a check finds. */
    private static final Map<String, String> GUIDES = Map.of(
            "names", "guide migration-network",
            "ports", "guide migration-network",
            "clocks", "guide migration-network",
            "networks", "guide migration-network",
            "locks", "guide locking");

    private final Session source;
    private final String guest;
    private final Session target;

    /**
     * Steps for a guest.
     *
     * @param source the session it is on
     * @param target the session it is to move to
     */
    public UnsafeMigration(Session source, String guest, Session target) {
        this.source = source;
        this.guest = guest;
        this.target = target;
    }

    /** The steps: all but storage, what the guest itself needs, and the migration. */
    public List<Step> steps() {
        // First: a guest is not restarted for a migration that something else forbids.
        Step others = new Step(source.name(), "all but storage", this::others);
        Step cache = new Step(source.name(), "cache modes", this::cache).after(List.of(others));
        Step moved = new Step(target.name(), "guest " + guest, this::moved).after(List.of(others, cache));
        return List.of(others, cache, moved);
    }

    private Look cache() {
        if (onTarget()) {
            return arrived();
        }
        Guest now = guestOnSource();
        Finding finding = finding(report(now, Way.LIVE), CACHE);
        if (finding.verdict() != Verdict.BLOCKER) {
            return new Look.Right(evidence(finding));
        }
        List<Change> changes = new ArrayList<>();
        for (String statement : finding.remedies().stream()
                .flatMap(remedy -> remedy.statements().stream())
                .toList()) {
            changes.add(change(now, statement));
        }
        return new Look.Missing(evidence(finding), changes);
    }

    /** A remedy's statement, and what it costs. */
    private Change change(Guest now, String statement) {
        String[] words = statement.split(" ", -1);
        if (words[0].equals("disk-cache") && words.length > 3) {
            String back = "%s %s %s %s".formatted(words[0], words[1], words[2], cacheOf(now, words[2]));
            return new Change.Statement(statement, back);
        }
        return new Change.Statement(
                statement,
                "",
                words[0].equals("cold-restart")
                        ? "%s is shut off and started again: it does not serve anybody meanwhile".formatted(guest)
                        : "");
    }

    private static String cacheOf(Guest guest, String target) {
        return guest.xml().all("devices/disk").stream()
                .filter(disk ->
                        disk.attribute("target", "dev").filter(target::equals).isPresent())
                .findFirst()
                .flatMap((XmlElement disk) -> disk.attribute("driver", "cache"))
                .orElse("default");
    }

    private Look others() {
        if (onTarget()) {
            return arrived();
        }
        Report report = report(guestOnSource(), Way.LIVE);
        List<Finding> bad = report.of(Verdict.BLOCKER).stream()
                .filter(finding -> !Set.of(CACHE, STORAGE).contains(finding.check()))
                .toList();
        if (bad.isEmpty()) {
            return new Look.Right("nothing else keeps %s from moving to %s".formatted(guest, target.name()));
        }
        return new Look.Stuck(
                bad.stream()
                        .map(finding -> "%s: %s".formatted(finding.check(), evidence(finding)))
                        .collect(Collectors.joining("; ")),
                bad.stream()
                        .flatMap(finding -> Optional.ofNullable(GUIDES.get(finding.check()))
                                .map(List::of)
                                .orElseGet(() -> finding.remedies().stream()
                                        .map(UnsafeMigration::told)
                                        .toList())
                                .stream())
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    private static String told(Remedy remedy) {
        return remedy.statements().isEmpty()
                ? remedy.what()
                : "%s: %s".formatted(remedy.what(), String.join("; ", remedy.statements()));
    }

    private Look moved() {
        if (onTarget()) {
            return arrived();
        }
        Guest now = guestOnSource();
        Finding storage = finding(report(now, Way.LIVE), STORAGE);
        boolean refused = storage.verdict() == Verdict.BLOCKER;
        List<Proof> proofs = refused || storage.verdict() == Verdict.UNKNOWN ? proofs(now) : List.of();
        List<Proof> apart = proofs.stream()
                .filter(proof -> proof.answer() == Answer.DISPROVED)
                .toList();
        if (!refused && apart.isEmpty()) {
            return new Look.Missing("it runs on %s; %s".formatted(source.name(), evidence(storage)), migrate("", ""));
        }
        String why = (refused ? evidence(storage) : evidence(apart))
                + "; the safest is to put the disk on storage that libvirt knows (guide shared-storage)";
        if (!proofs.isEmpty() && proofs.stream().allMatch(proof -> proof.answer() == Answer.PROVED)) {
            return new Look.Missing(
                    why + "; else --unsafe, since both hosts were proved to see the same: " + evidence(proofs),
                    migrate(" --unsafe", "libvirt's own test of the storage is left out; vmsh has made another"));
        }
        Finding copy = finding(report(now, Way.of(Way.Option.COPY_STORAGE)), STORAGE);
        if (copy.verdict() == Verdict.BLOCKER) {
            return new Look.Stuck(
                    evidence(copy),
                    copy.remedies().stream().map(UnsafeMigration::told).collect(Collectors.joining("; ")));
        }
        return new Look.Missing(
                why + "; else its disks are copied along: " + evidence(copy),
                migrate(" --copy-storage-all", "the disks are copied over the network, which takes a while"));
    }

    private Change migrate(String option, String warning) {
        return new Change.Statement(
                "migrate --live%s %s %s"
                        .formatted(option, StatementText.quote(source.name() + "/" + guest), target.name()),
                "",
                warning);
    }

    private Look arrived() {
        return new Look.Right("%s runs on %s".formatted(guest, target.name()));
    }

    private boolean onTarget() {
        return runsOn(target) && !runsOn(source);
    }

    private boolean runsOn(Session session) {
        try (Domain domain = session.hypervisor().domains().find(guest)) {
            return domain.life().active();
        } catch (HypervisorException none) {
            if (none.code() == ErrorCode.NO_DOMAIN) {
                return false;
            }
            throw none;
        }
    }

    private Guest guestOnSource() {
        try (Domain domain = source.hypervisor().domains().find(guest)) {
            Guest now = GuestLook.at(source.hypervisor(), domain);
            if (!now.active()) {
                throw new GuideException(
                        "%s/%s is not running: start it, or move its definition by 'migrate --offline --persistent'"
                                .formatted(source.name(), guest));
            }
            return now;
        }
    }

    private Report report(Guest now, Way way) {
        try {
            return new Preflight().run(now, way, source, List.of(target)).getFirst();
        } catch (InterruptedException signal) {
            Thread.currentThread().interrupt();
            throw new GuideException("interrupted", signal);
        }
    }

    private static String evidence(List<Proof> proofs) {
        return proofs.stream().map(Proof::evidence).collect(Collectors.joining("; "));
    }

    private List<Proof> proofs(Guest now) {
        try {
            return StorageProof.of(now, Way.LIVE, source, target);
        } catch (InterruptedException signal) {
            Thread.currentThread().interrupt();
            throw new GuideException("interrupted", signal);
        }
    }

    private static Finding finding(Report report, String check) {
        return report.findings().stream()
                .filter(finding -> finding.check().equals(check))
                .findFirst()
                .orElseThrow(() -> new GuideException("%s cannot be reached".formatted(report.target())));
    }

    private static String evidence(Finding finding) {
        return finding.evidence().stream()
                .filter(seen -> seen.verdict() == finding.verdict())
                .map(Evidence::sentence)
                .collect(Collectors.joining("; "));
    }
}
