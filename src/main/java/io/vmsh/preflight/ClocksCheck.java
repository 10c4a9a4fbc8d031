package io.vmsh.preflight;

import io.vmsh.probe.ClockOffset;
import io.vmsh.probe.HostSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Whether both hosts have the same time: a guest whose clock jumps may drop out of its cluster. */
final class ClocksCheck implements Check<ClocksCheck.Facts> {
    private static final Duration NTP_LIMIT = Duration.ofSeconds(2);
    /** Most that clocks may be apart, milliseconds. */
    private static final long MOST_MILLIS = 1000;
    /** Doubt about one clock that leaves no doubt about both, milliseconds. */
    private static final long GOOD_MILLIS = 250;

    private static final int MOST_TRIES = 3;

    /** What it judges by: each clock, where it could be read, and how. */
    record Facts(String source, String target, Optional<Reading> here, Optional<Reading> there) {}

    /** A clock that was read. */
    record Reading(ClockOffset offset, String how) {}

    @Override
    public String name() {
        return "clocks";
    }

    @Override
    public boolean ofHosts() {
        return true;
    }

    @Override
    public Facts look(Scene scene) {
        CompletableFuture<Optional<Reading>> here = CompletableFuture.supplyAsync(() -> reading(scene.source()));
        Optional<Reading> there = reading(scene.target());
        return new Facts(scene.source().name(), scene.target().name(), here.join(), there);
    }

    private static Optional<Reading> reading(Side side) {
        if (side.isHere()) {
            return Optional.of(new Reading(new ClockOffset(0, 0), "this machine"));
        }
        return side.address()
                .flatMap(host -> ClockOffset.byNtp(host, NTP_LIMIT))
                .map(offset -> new Reading(offset, "NTP"))
                .or(() -> byDate(side).map(offset -> new Reading(offset, "date by ssh")));
    }

    /** Starting ssh takes a while, and when in this while the clock was read is not known: the shortest counts. */
    private static Optional<ClockOffset> byDate(Side side) {
        Optional<ClockOffset> best = side.settings().flatMap(HostSettings::clock);
        for (int again = 0; again < MOST_TRIES && best.isPresent() && best.get().doubt() > GOOD_MILLIS; again++) {
            Optional<ClockOffset> other = side.ask(ClockOffset::byDate).flatMap(read -> read);
            if (other.isPresent() && other.get().doubt() < best.get().doubt()) {
                best = other;
            }
        }
        return best;
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        if (facts.here().isEmpty()) {
            unread(facts.source(), judgement);
        }
        if (facts.there().isEmpty()) {
            unread(facts.target(), judgement);
        }
        if (facts.here().isEmpty() || facts.there().isEmpty()) {
            return judgement.finding();
        }
        ClockOffset here = facts.here().get().offset();
        ClockOffset there = facts.there().get().offset();
        long apart = Math.abs(there.millis() - here.millis());
        long doubt = here.doubt() + there.doubt();
        String how = facts.here().get().how().equals(facts.there().get().how())
                ? facts.here().get().how()
                : facts.here().get().how() + ", " + facts.there().get().how();
        if (apart - doubt > MOST_MILLIS) {
            judgement
                    .notice(
                            "%s is %d ms %s %s, give or take %d ms (%s)",
                            facts.target(),
                            apart,
                            there.millis() > here.millis() ? "ahead of" : "behind",
                            facts.source(),
                            doubt,
                            how)
                    .remedy("let both hosts follow an NTP server: chrony or systemd-timesyncd");
        } else if (apart + doubt > MOST_MILLIS) {
            judgement.unknown(
                    "the clocks could not be read well enough: %d ms apart, give or take %d ms (%s)",
                    apart, doubt, how);
        } else {
            judgement.ok("the clocks are %d ms apart, give or take %d ms (%s)", apart, doubt, how);
        }
        return judgement.finding();
    }

    private static void unread(String host, Judgement judgement) {
        judgement
                .unknown("the clock of %s could not be read: it serves no NTP, and there is no ssh to it", host)
                .remedy("open %s by qemu+ssh to have its clock read".formatted(host));
    }
}
