package io.vmsh.advice;

import io.vmsh.hypervisor.Domain;
import io.vmsh.locks.HostLocks;
import io.vmsh.locks.HostLocks.DiskLock;
import io.vmsh.locks.HostLocks.Grip;
import io.vmsh.locks.LockSurvey;
import io.vmsh.locks.LockSurvey.Place;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Address;
import java.util.ArrayList;
import java.util.List;

/** Looks on all open sessions for whoever holds the disks of a guest that was refused them. */
final class LockLook {
    private final Sessions sessions;
    private final Failure failure;
    private final Session session;

    LockLook(Sessions sessions, Failure failure, Session session) {
        this.sessions = sessions;
        this.failure = failure;
        this.session = session;
    }

    LockRule.Facts facts() {
        String guest = guest();
        LockSurvey survey = survey();
        List<Place> wanted = wanted(survey, guest);
        List<Place> users = survey
                .places(lock -> (lock.guest().active() || lock.grip() == Grip.LEFT)
                        && wanted.stream().anyMatch(mine -> LockSurvey.sameLock(mine.lock(), lock)))
                .stream()
                .filter(place -> !isSame(place, guest))
                .toList();
        return new LockRule.Facts(
                failure.reason().code(),
                session.name() + "/" + guest,
                session.name(),
                wanted.stream().map(Place::lock).filter(LockLook::isLocked).toList(),
                users,
                silent(survey));
    }

    /** Guests that run with the very files, whatever their locks are called. */
    ImageLockRule.Facts imageFacts() {
        String guest = guest();
        LockSurvey survey = survey();
        List<Place> wanted = wanted(survey, guest);
        return new ImageLockRule.Facts(
                failure.reason().code(),
                session.name() + "/" + guest,
                survey.places(lock -> lock.guest().active() && !lock.disk().shared()).stream()
                        .filter(place ->
                                !isSame(place, guest) && wanted.stream().anyMatch(mine -> survey.sameFile(mine, place)))
                        .toList());
    }

    private LockSurvey survey() {
        return LockSurvey.of(
                sessions.all().stream()
                        .filter(other -> other.state() == Session.State.OPEN)
                        .toList(),
                HostLocks::hostAtHand);
    }

    private List<Place> wanted(LockSurvey survey, String guest) {
        return survey.places(lock -> lock.guest().name().equals(guest)).stream()
                .filter(place -> place.session().equals(session.name()))
                .toList();
    }

    private boolean isSame(Place place, String guest) {
        return place.lock().grip() != Grip.LEFT
                && place.session().equals(session.name())
                && place.lock().guest().name().equals(guest);
    }

    private static boolean isLocked(DiskLock lock) {
        return lock.grip() != Grip.NONE;
    }

    /** Sessions on which a holder may be that nobody sees. */
    private List<String> silent(LockSurvey survey) {
        List<String> silent = new ArrayList<>();
        for (Session other : sessions.all()) {
            if (survey.host(other.name())
                    .filter(host -> host.refusal().isEmpty())
                    .isEmpty()) {
                silent.add(other.name());
            }
        }
        return silent;
    }

    /** The guest that the statement names, by its name. */
    private String guest() {
        String word =
                failure.statement().words().getOrDefault("domain", List.of("")).getFirst();
        Address address = Address.parse(word);
        boolean addressed =
                address.session() != null && sessions.find(address.session()).isPresent();
        try (Domain domain = session.hypervisor().domains().find(addressed ? address.name() : word)) {
            return domain.name();
        }
    }
}
