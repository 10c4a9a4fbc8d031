package io.vmsh.recovery;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.recovery.Recovery.Situation;
import io.vmsh.spec.StatementText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides what the sights of all hosts mean. It asks nobody. Whatever it proposes keeps one rule: no copy is started or
 * resumed while another may run.
 */
public final class Judge {
    private final String guest;
    private final List<Sight> sights;
    private final List<String> facts = new ArrayList<>();
    private final List<Remedy> steps = new ArrayList<>();
    private final List<Remedy> choices = new ArrayList<>();

    private Judge(String guest, List<Sight> sights) {
        this.guest = guest;
        this.sights = sights;
    }

    /** Judges a guest by what each host has of it. */
    public static Recovery of(String guest, List<Sight> sights) {
        return new Judge(guest, sights).recovery();
    }

    private Recovery recovery() {
        strays();
        unanswered();
        List<Sight> postCopy = having(Copy::inPostCopy);
        List<Sight> running = having(Copy::runs);
        List<Sight> standing = having(Copy::stands);
        if (!postCopy.isEmpty()) {
            return postCopy(postCopy);
        }
        if (running.size() > 1) {
            return twice(running);
        }
        List<Sight> leaving = having(Copy::leaves);
        if (!leaving.isEmpty()) {
            return moving(leaving.getFirst());
        }
        if (running.size() == 1) {
            return running(running.getFirst());
        }
        if (standing.size() > 1) {
            return standTogether(standing);
        }
        if (standing.size() == 1) {
            return stands(standing.getFirst());
        }
        return off();
    }

    /** Processes that no libvirt answers for. */
    private void strays() {
        for (Sight sight : sights) {
            if (sight.stray()) {
                facts.add(
                        sight.answers()
                                ? "%s: QEMU process %s is this guest's, and libvirt there does not know of it"
                                        .formatted(sight.session(), numbers(sight))
                                : "%s: QEMU process %s is this guest's; without libvirt, nothing tells whether it runs or"
                                                .formatted(sight.session(), numbers(sight))
                                        + " waits for a guest that never came");
                choices.add(
                        sight.answers()
                                ? new Remedy(
                                        "on %s, look at process %s, and end it if it is a left-over"
                                                .formatted(sight.session(), numbers(sight)),
                                        List.of(),
                                        "a guest that runs in it is lost; kill only what you have looked at")
                                : new Remedy(
                                        "start libvirtd on %s: it takes its guests up again, and ends what was only coming in"
                                                .formatted(sight.session()),
                                        List.of(),
                                        "then look again: migrate-recover " + guest));
            }
        }
    }

    private void unanswered() {
        for (Sight sight : sights) {
            if (!sight.answers() && !sight.stray()) {
                facts.add("%s does not answer: %s".formatted(sight.session(), sight.refusal()));
                if (sight.mayRun()) {
                    facts.add("%s may run there".formatted(guest));
                    choices.add(new Remedy(
                            "bring %s back, or make sure that it is off; then look again".formatted(sight.session()),
                            List.of(),
                            "until then, start %s nowhere".formatted(guest)));
                } else {
                    facts.add(
                            "no QEMU process of %s runs there; what is defined there cannot be told".formatted(guest));
                }
            }
        }
    }

    private Recovery postCopy(List<Sight> both) {
        Optional<Sight> source = both.stream()
                .filter(sight -> sight.active().filter(Copy::leaves).isPresent())
                .findFirst()
                .or(() -> both.stream()
                        .filter(sight -> sight.active().filter(Copy::stands).isPresent()
                                && sight.active().flatMap(Copy::job).isEmpty())
                        .findFirst());
        Optional<Sight> target = both.stream()
                .filter(sight -> source.filter(sight::equals).isEmpty())
                .findFirst();
        boolean failed = both.stream()
                .anyMatch(sight -> sight.active().filter(Copy::postCopyFailed).isPresent());
        facts.add("after the switch to post-copy, part of the memory is on each of the two hosts");
        if (source.isEmpty() || target.isEmpty()) {
            return half(both.getFirst());
        }
        String address = address(source.get());
        if (!failed) {
            choices.add(new Remedy("see how far it is", List.of("domjobinfo " + address), ""));
            choices.add(new Remedy(
                    "if it does not move: interrupt it, then look again",
                    List.of("domjobabort --postcopy " + address),
                    "the guest stands still until it is taken up again"));
            return is(
                    Situation.POSTCOPY,
                    "%s runs on %s, and fetches the rest of its memory from %s"
                            .formatted(
                                    guest, target.get().session(), source.get().session()));
        }
        steps.add(new Remedy(
                "take the migration up again",
                List.of("migrate --live --p2p --postcopy --postcopy-resume %s %s"
                        .formatted(address, StatementText.quote(target.get().session()))),
                "without --p2p if it was begun without"));
        return is(
                Situation.POSTCOPY_FAILED,
                "the post-copy migration of %s from %s to %s broke down: neither has all of its memory"
                        .formatted(guest, source.get().session(), target.get().session()));
    }

    /** Of a post-copy migration, one side only. */
    private Recovery half(Sight seen) {
        boolean unsure = sights.stream().anyMatch(sight -> sight.mayRun() || sight.stray());
        if (unsure) {
            return is(
                    Situation.UNSURE,
                    "%s has half of %s; the other half is on a host that does not answer"
                            .formatted(seen.session(), guest));
        }
        choices.add(new Remedy(
                "end what is left of it, and start it anew",
                List.of("destroy " + address(seen)),
                "its memory is lost: it boots again. Only if no other host can have the rest"));
        return is(
                Situation.POSTCOPY_FAILED,
                "%s has half of the memory of %s, and no other host that was asked has the rest"
                        .formatted(seen.session(), guest));
    }

    private Recovery twice(List<Sight> running) {
        for (Sight sight : running) {
            choices.add(new Remedy(
                    "stop the copy on %s at once".formatted(sight.session()),
                    List.of("destroy " + address(sight)),
                    "what this copy has in memory is lost; the other one goes on"));
        }
        facts.add("if they write to the same disk, its filesystem is being damaged: check it afterwards");
        return is(Situation.TWICE, "%s runs on %s".formatted(guest, names(running)));
    }

    private Recovery moving(Sight source) {
        String address = address(source);
        boolean moves = source.copy().filter(Copy::moves).isPresent();
        List<Sight> goneThere = others(source).stream()
                .filter(sight -> !sight.answers() && sight.stray())
                .toList();
        if (moves && goneThere.isEmpty()) {
            choices.add(new Remedy("watch it", List.of("migrate-watch " + address), ""));
            choices.add(new Remedy("stop it", List.of("domjobabort " + address), "the guest runs on where it is"));
            return is(Situation.MOVING, "%s is on %s, and on its way".formatted(guest, source.session()));
        }
        if (moves) {
            facts.add("libvirtd on %s is gone: the memory still flows, but nobody there can take the guest over"
                    .formatted(names(goneThere)));
        } else {
            facts.add("its migration has not moved while it was looked at");
        }
        steps.add(new Remedy(
                "stop the migration",
                List.of("domjobabort " + address),
                "the guest goes on on %s; what was sent is lost".formatted(source.session())));
        choices.add(new Remedy(
                "if it cannot be stopped: restart libvirtd on %s".formatted(source.session()),
                List.of(),
                "guests run on; it undoes the migration"));
        return is(
                Situation.STUCK,
                "%s is on %s, and its migration cannot come to a good end".formatted(guest, source.session()));
    }

    private Recovery running(Sight home) {
        boolean alone = sights.stream().noneMatch(sight -> sight.mayRun() || (!sight.answers() && sight.stray()));
        for (Sight other : others(home)) {
            if (other.active().isPresent()) {
                facts.add("the copy on %s stands still: it has never run, or its memory has gone on to %s"
                        .formatted(other.session(), home.session()));
                steps.add(new Remedy(
                        "end the copy on %s, which stands still".formatted(other.session()),
                        List.of("destroy " + address(other)),
                        "its memory is dropped; %s on %s goes on".formatted(guest, home.session())));
            }
        }
        boolean kept = home.defined();
        if (!kept) {
            facts.add("%s does not keep its definition: it would be gone when it stops".formatted(home.session()));
            steps.add(new Remedy("keep it on %s".formatted(home.session()), List.of("persist " + address(home)), ""));
        }
        forget(others(home), home);
        boolean more = !steps.isEmpty() || sights.stream().anyMatch(Sight::stray);
        boolean silent = sights.stream().anyMatch(sight -> !sight.answers());
        String alike = more
                ? ""
                : sights.size() == 1
                        ? "; no other host was asked"
                        : silent ? " and nowhere else" : ", and nothing of it is elsewhere";
        Situation situation = !alone ? Situation.UNSURE : more ? Situation.LEFTOVERS : Situation.CLEAN;
        return is(
                situation,
                alone
                        ? "%s runs on %s%s".formatted(guest, home.session(), alike)
                        : "%s runs on %s; whether another copy runs cannot be told".formatted(guest, home.session()));
    }

    /** Definitions that are left on other hosts; one with saved memory is for a person to decide. */
    private void forget(List<Sight> others, Sight home) {
        for (Sight other : others) {
            if (!other.defined()) {
                continue;
            }
            boolean saved = other.copy().filter(Copy::saved).isPresent();
            facts.add("its definition is on %s, too%s"
                    .formatted(other.session(), saved ? ", with memory that was saved there" : ""));
            Remedy remedy = new Remedy(
                    "forget the definition on %s".formatted(other.session()),
                    List.of("undefine %s%s".formatted(saved ? "--managed-save " : "", address(other))),
                    "its disks stay; without this it could be started there while it is on " + home.session());
            (saved ? choices : steps).add(remedy);
        }
    }

    private Recovery stands(Sight home) {
        Copy copy = home.copy().orElseThrow();
        if (sights.stream().anyMatch(sight -> !sight.equals(home) && (sight.mayRun() || sight.stray()))) {
            return is(
                    Situation.UNSURE,
                    "%s stands still on %s, and may run elsewhere: it must not be resumed yet"
                            .formatted(guest, home.session()));
        }
        Remedy resume =
                new Remedy("let it run on %s".formatted(home.session()), List.of("resume " + address(home)), "");
        if (copy.pausedByUser()) {
            facts.add("somebody paused it: %s".formatted(copy.words()));
            choices.add(resume);
        } else {
            steps.add(resume);
        }
        if (!copy.defined()) {
            facts.add("%s does not keep its definition: it would be gone when it stops".formatted(home.session()));
            steps.add(new Remedy("keep it on %s".formatted(home.session()), List.of("persist " + address(home)), ""));
        }
        forget(others(home), home);
        return is(
                copy.pausedByUser() && steps.isEmpty() ? Situation.OFF : Situation.PAUSED,
                "%s stands still on %s: %s".formatted(guest, home.session(), copy.words()));
    }

    private Recovery standTogether(List<Sight> standing) {
        if (sights.stream().anyMatch(sight -> sight.mayRun() || sight.stray())) {
            return is(
                    Situation.UNSURE, "%s stands still on %s, and may run elsewhere".formatted(guest, names(standing)));
        }
        List<Sight> never = standing.stream()
                .filter(sight -> sight.copy().filter(Copy::neverRan).isPresent())
                .toList();
        List<Sight> left =
                standing.stream().filter(sight -> !never.contains(sight)).toList();
        if (left.size() == 1) {
            Sight home = left.getFirst();
            for (Sight other : never) {
                facts.add("the copy on %s was coming in, and has never run".formatted(other.session()));
                steps.add(new Remedy(
                        "end the copy on %s, which never ran".formatted(other.session()),
                        List.of("destroy " + address(other)),
                        ""));
            }
            steps.add(new Remedy("let it run on %s".formatted(home.session()), List.of("resume " + address(home)), ""));
        } else {
            facts.add("which of them has the newer memory, no host can tell");
            for (Sight home : standing) {
                List<String> statements = new ArrayList<>();
                standing.stream()
                        .filter(other -> !other.equals(home))
                        .forEach(other -> statements.add("destroy " + address(other)));
                statements.add("resume " + address(home));
                choices.add(new Remedy(
                        "go on with the copy on %s, and end the other".formatted(home.session()),
                        statements,
                        "the other copy's memory is lost: be sure that this is the one that ran last"));
            }
        }
        return is(Situation.PAUSED_TWICE, "%s stands still on %s, and runs nowhere".formatted(guest, names(standing)));
    }

    private Recovery off() {
        List<Sight> homes = sights.stream().filter(Sight::defined).toList();
        List<Sight> strays = sights.stream().filter(Sight::stray).toList();
        List<Sight> silent = sights.stream().filter(Sight::mayRun).toList();
        if (!strays.isEmpty()) {
            return is(
                    Situation.UNSURE,
                    "%s has a QEMU process on %s for which no libvirt answers: it may run there"
                            .formatted(guest, names(strays)));
        }
        if (!silent.isEmpty()) {
            return is(
                    Situation.UNSURE,
                    "%s runs on no host that answers, and may run on %s: it must not be started yet"
                            .formatted(guest, names(silent)));
        }
        List<Sight> locked =
                sights.stream().filter(sight -> !sight.locked().isEmpty()).toList();
        if (!locked.isEmpty()) {
            facts.add("%s holds the lock of %s: something still uses it there, or another guest does"
                    .formatted(
                            names(locked), String.join(", ", locked.getFirst().locked())));
            choices.add(new Remedy(
                    "see who has it",
                    List.of("lock-status " + address(locked.getFirst())),
                    "start nothing before that is clear"));
            return is(Situation.UNSURE, "%s runs nowhere, and a disk of it is locked".formatted(guest));
        }
        if (homes.isEmpty()) {
            return is(Situation.GONE, "no host that was asked has anything of %s".formatted(guest));
        }
        return homes.size() == 1 ? offOnce(homes.getFirst()) : offTwice(homes);
    }

    private Recovery offOnce(Sight home) {
        Copy copy = home.copy().orElseThrow();
        Remedy start = start(home);
        if (copy.crashed()) {
            steps.add(start);
            facts.add("what it had in memory is lost");
        } else {
            choices.add(start);
        }
        return is(
                copy.crashed() ? Situation.PAUSED : Situation.OFF,
                "%s is on %s alone, and does not run: %s".formatted(guest, home.session(), copy.words()));
    }

    private Remedy start(Sight home) {
        return new Remedy(
                "start it on %s".formatted(home.session()),
                List.of("start " + address(home)),
                home.copy().filter(Copy::saved).isPresent() ? "goes on from its saved memory" : "it boots");
    }

    /** The host it ran on last keeps it: where it crashed, else the only one that it has not moved away from. */
    private Recovery offTwice(List<Sight> homes) {
        List<Sight> crashed = homes.stream()
                .filter(sight -> sight.copy().filter(Copy::crashed).isPresent())
                .toList();
        List<Sight> stayed = homes.stream()
                .filter(sight -> sight.copy().filter(Copy::movedAway).isEmpty())
                .toList();
        Optional<Sight> home = crashed.size() == 1
                ? Optional.of(crashed.getFirst())
                : crashed.isEmpty() && stayed.size() == 1 ? Optional.of(stayed.getFirst()) : Optional.empty();
        if (home.isPresent()) {
            facts.add("%s had it last: %s"
                    .formatted(
                            home.get().session(),
                            home.get().copy().orElseThrow().words()));
            forget(others(home.get()), home.get());
            (crashed.isEmpty() ? choices : steps).add(start(home.get()));
        } else {
            facts.add("which of them had it last, no host can tell");
            for (Sight keeper : homes) {
                choices.add(new Remedy(
                        "keep it on %s, and forget the other definition".formatted(keeper.session()),
                        homes.stream()
                                .filter(other -> !other.equals(keeper))
                                .map(other -> "undefine " + address(other))
                                .toList(),
                        "its disks stay where they are"));
            }
        }
        return is(Situation.OFF_TWICE, "%s runs nowhere, and is defined on %s".formatted(guest, names(homes)));
    }

    private Recovery is(Situation situation, String headline) {
        return new Recovery(situation, headline, facts, steps, choices);
    }

    private List<Sight> having(Predicate<Copy> what) {
        return sights.stream()
                .filter(sight -> sight.active().filter(what).isPresent())
                .toList();
    }

    private List<Sight> others(Sight home) {
        return sights.stream().filter(sight -> !sight.equals(home)).toList();
    }

    private String address(Sight sight) {
        return StatementText.quote(
                sight.session() + "/" + sight.copy().map(Copy::name).orElse(guest));
    }

    private static String names(List<Sight> some) {
        return some.stream().map(Sight::session).collect(Collectors.joining(" and "));
    }

    private static String numbers(Sight sight) {
        return Stream.of(sight.processes().orElse(List.of()))
                .flatMap(List::stream)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
