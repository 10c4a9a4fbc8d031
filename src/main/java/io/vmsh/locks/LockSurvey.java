package io.vmsh.locks;

import io.vmsh.locks.HostLocks.DiskLock;
import io.vmsh.probe.FileLook.Seen;
import io.vmsh.probe.Host;
import io.vmsh.session.Fanout;
import io.vmsh.session.Fanout.Reply;
import io.vmsh.session.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The locks of several hosts at one time.
 *
 * @param hosts in the order of the sessions
 */
public record LockSurvey(List<HostLocks> hosts) {
    public LockSurvey {
        hosts = List.copyOf(hosts);
    }

    /** A disk of a guest, and the session that the guest is on. */
    public record Place(String session, DiskLock lock) {
        /** The guest as statements name it. */
        public String address() {
            return session + "/" + lock.guest().name();
        }
    }

    /**
     * Looks at all of them at the same time; a host that cannot be asked by libvirt is asked by its shell all the same.
     *
     * @param host the way to a session's host, such as {@link HostLocks#hostAtHand}
     */
    public static LockSurvey of(List<Session> sessions, Function<Session, Optional<Host>> host) {
        Fanout fanout = new Fanout(Fanout.PATIENCE);
        List<Reply<HostLocks>> replies =
                fanout.connecting(sessions, session -> HostLocks.at(session, host.apply(session)));
        Map<String, String> refusals = new HashMap<>();
        for (Reply<HostLocks> reply : replies) {
            if (reply.refusal() != null) {
                refusals.put(reply.session().name(), reply.refusal().message());
            }
        }
        List<Session> refused = sessions.stream()
                .filter(session -> refusals.containsKey(session.name()))
                .toList();
        Map<String, HostLocks> all = new HashMap<>();
        replies.forEach(reply -> put(all, reply));
        fanout.unconnected(refused, session -> {
                    String name = session.name();
                    return HostLocks.at(name, host.apply(session), List.of(), refusals.getOrDefault(name, ""));
                })
                .forEach(reply -> put(all, reply));
        return new LockSurvey(sessions.stream()
                .map(session -> Optional.ofNullable(all.get(session.name())))
                .flatMap(Optional::stream)
                .toList());
    }

    private static void put(Map<String, HostLocks> all, Reply<HostLocks> reply) {
        if (reply.value() != null) {
            all.put(reply.session().name(), reply.value());
        }
    }

    /** All disks of all guests for which something holds. */
    public List<Place> places(Predicate<DiskLock> wanted) {
        List<Place> places = new ArrayList<>();
        for (HostLocks host : hosts) {
            host.disks().stream().filter(wanted).forEach(lock -> places.add(new Place(host.session(), lock)));
        }
        return List.copyOf(places);
    }

    /** The host of a session. */
    public Optional<HostLocks> host(String session) {
        return hosts.stream().filter(host -> host.session().equals(session)).findFirst();
    }

    /** Whether two disks are one file by all signs, whatever their paths. */
    public boolean sameFile(Place one, Place other) {
        Optional<Seen> here = seen(one.session(), one.lock().disk().path());
        Optional<Seen> there = seen(other.session(), other.lock().disk().path());
        return here.isPresent() && there.isPresent() && here.get().looksSameAs(there.get());
    }

    /** A file on a host, where it was looked at. */
    Optional<Seen> seen(String session, String path) {
        return host(session).flatMap(known -> Optional.ofNullable(known.seen().get(path)));
    }

    /**
     * Whether two disks have one lock, as far as can be told: by the name of the lock, and by the path where a host does
     * not tell how it names locks.
     */
    public static boolean sameLock(DiskLock one, DiskLock other) {
        if (one.lease().isPresent() && other.lease().isPresent()) {
            return one.lease().get().resource().equals(other.lease().get().resource());
        }
        return one.disk().path().equals(other.disk().path())
                && one.disk().lease() == other.disk().lease();
    }
}
