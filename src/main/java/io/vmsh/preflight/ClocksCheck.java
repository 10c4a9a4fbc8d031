package io.vmsh.preflight;

import io.vmsh.probe.ClockOffset;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Whether both hosts have the same time: a guest whose clock jumps may drop out of its cluster. */
final class ClocksCheck implements Check<ClocksCheck.Facts> {
    private static final Duration NTP_LIMIT = Duration.ofSeconds(2);
    private final ClockRule rule;

    ClocksCheck(ClockRule rule) {
        this.rule = rule;
    }

    /** What it judges by: each clock, where it could be read, and how. */
    record Facts(
            String source,
            String target,
            Optional<Reading> here,
            Optional<Reading> there,
            Optional<Reading> reference) {}

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
        CompletableFuture<Optional<Reading>> reference = CompletableFuture.supplyAsync(() -> rule.reference()
                .flatMap(server -> ClockOffset.byNtp(server, NTP_LIMIT))
                .map(offset -> new Reading(offset, "NTP")));
        Optional<Reading> there = reading(scene.target());
        return new Facts(scene.source().name(), scene.target().name(), here.join(), there, reference.join());
    }

    private static Optional<Reading> reading(Side side) {
        if (side.isHere()) {
            return Optional.of(new Reading(new ClockOffset(0, 0), "this machine"));
        }
        return side.address()
                .flatMap(host -> ClockOffset.byNtp(host, NTP_LIMIT))
                .map(offset -> new Reading(offset, "NTP"))
                .or(() -> side.ask(ClockOffset::byDate)
                        .flatMap(read -> read)
                        .map(offset -> new Reading(offset, "date by ssh")));
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
        if (facts.here().isPresent() && facts.there().isPresent()) {
            compare(
                    facts.target(),
                    facts.there().get(),
                    facts.source(),
                    facts.here().get(),
                    judgement);
        }
        rule.reference().ifPresent(server -> reference(facts, server, judgement));
        return judgement.finding();
    }

    private void reference(Facts facts, String server, Judgement judgement) {
        if (facts.reference().isEmpty()) {
            judgement.unknown("the NTP server %s does not answer", server);
            return;
        }
        Reading right = facts.reference().get();
        facts.here().ifPresent(clock -> compare(facts.source(), clock, server, right, judgement));
        facts.there().ifPresent(clock -> compare(facts.target(), clock, server, right, judgement));
    }

    private void compare(String one, Reading clock, String other, Reading against, Judgement judgement) {
        long ahead = clock.offset().millis() - against.offset().millis();
        long apart = Math.abs(ahead);
        long doubt = clock.offset().doubt() + against.offset().doubt();
        long most = rule.limit().toMillis();
        String how = clock.how().equals(against.how()) ? clock.how() : against.how() + ", " + clock.how();
        String sentence = "%s is %d ms %s %s, give or take %d ms (%s)"
                .formatted(one, apart, ahead >= 0 ? "ahead of" : "behind", other, doubt, how);
        if (apart - doubt > most) {
            judgement
                    .notice("%s; at most %d ms are allowed", sentence, most)
                    .remedy("let both hosts follow an NTP server: chrony or systemd-timesyncd");
        } else if (apart + doubt > most) {
            judgement
                    .unknown("%s; that is too vague for %d ms", sentence, most)
                    .remedy("let both hosts serve NTP, which is read more exactly, or allow more: --clock-limit");
        } else {
            judgement.ok("%s", sentence);
        }
    }

    private static void unread(String host, Judgement judgement) {
        judgement
                .unknown("the clock of %s could not be read: it serves no NTP, and there is no ssh to it", host)
                .remedy("open %s by qemu+ssh to have its clock read".formatted(host));
    }
}
