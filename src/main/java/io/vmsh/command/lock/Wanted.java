package io.vmsh.command.lock;

import io.vmsh.locks.HostLocks.DiskLock;
import io.vmsh.locks.Lease;
import io.vmsh.locks.LockSurvey;
import io.vmsh.locks.LockSurvey.Place;
import io.vmsh.spec.Address;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The disks that a word stands for: a path, a guest, or the name of a lock. */
final class Wanted {
    /** The names that virtlockd and sanlock make, somewhere in an error. */
    private static final Pattern HASH = Pattern.compile("(?<![0-9a-f])([0-9a-f]{64}|[0-9a-f]{32})(?![0-9a-f])");

    private final Address address;
    private final LockSurvey survey;

    Wanted(Address address, LockSurvey survey) {
        this.address = address;
        this.survey = survey;
    }

    /** All places of these disks, on whatever host and of whatever guest. */
    List<Place> places() {
        List<Place> named = named();
        return survey.places(lock -> true).stream()
                .filter(place -> named.stream().anyMatch(other -> same(place, other)))
                .toList();
    }

    /** QEMU locks the file, whichever path led to it. */
    private boolean same(Place one, Place other) {
        return LockSurvey.sameLock(one.lock(), other.lock()) || survey.sameFile(one, other);
    }

    private List<Place> named() {
        String word = address.word();
        if (address.session() != null && survey.host(address.session()).isPresent()) {
            return survey.places(isGuest(address.name())).stream()
                    .filter(place -> place.session().equals(address.session()))
                    .toList();
        }
        Matcher hash = HASH.matcher(word);
        if (hash.find()) {
            return survey.places(isNamed(hash.group()));
        }
        List<Place> guests = survey.places(isGuest(word));
        return guests.isEmpty() ? survey.places(isNamed(word)) : guests;
    }

    private static Predicate<DiskLock> isGuest(String nameOrUuid) {
        return lock ->
                lock.guest().name().equals(nameOrUuid) || lock.guest().uuid().equals(nameOrUuid);
    }

    private static Predicate<DiskLock> isNamed(String name) {
        return lock -> Lease.mayName(name, lock.disk())
                || lock.lease()
                        .filter(lease ->
                                lease.resource().equals(name) || lease.file().equals(name))
                        .isPresent();
    }
}
