package io.vmsh.command.evacuate;

import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.probe.HostShell;
import io.vmsh.probe.HypervisorUri;
import io.vmsh.probe.LinkSpeed;
import io.vmsh.probe.PeerReach;
import io.vmsh.session.CannotConnectException;
import io.vmsh.session.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who drives the moves between two hosts. The source does it where it reaches the target by itself: what has begun then
 * goes on whatever becomes of this process and its connections. Whether it does is tried, not guessed, so it takes a shell
 * there; without one this process drives, and what it has begun is undone when it ends.
 */
final class Ways {
    private record Pair(String from, String to) {}

    private final Map<Pair, Boolean> found = new ConcurrentHashMap<>();

    /** Tries all pairs at once, so that {@link #fromSource} is known. */
    void tryOut(Session from, List<Session> targets) {
        Threads.each(targets, targets.size(), target -> fromSource(from, target));
    }

    /** Whether the source drives. */
    boolean fromSource(Session from, Session to) {
        Pair pair = new Pair(from.name(), to.name());
        Boolean known = found.get(pair);
        if (known == null) {
            known = reaches(from, to);
            found.put(pair, known);
        }
        return known;
    }

    /** What was found about a pair of hosts. */
    boolean isFromSource(String from, String to) {
        return found.getOrDefault(new Pair(from, to), false);
    }

    private static boolean reaches(Session from, Session to) {
        try {
            String uri = to.hypervisor().uri();
            return shell(from).filter(shell -> PeerReach.from(shell, uri)).isPresent();
        } catch (CannotConnectException | HypervisorException unreachable) {
            return false;
        }
    }

    /** The link of a host towards others, Mbit/s: the slowest, where they differ. */
    static OptionalLong link(Session from, List<Session> targets) {
        Optional<HostShell> shell = shell(from);
        if (shell.isEmpty()) {
            return OptionalLong.empty();
        }
        return Threads.each(
                        targets,
                        targets.size(),
                        target -> uri(target)
                                .map(HypervisorUri::host)
                                .filter(host -> !host.isEmpty())
                                .map(host -> LinkSpeed.from(shell.get(), host))
                                .orElse(OptionalLong.empty()))
                .stream()
                .flatMapToLong(OptionalLong::stream)
                .min();
    }

    private static Optional<HostShell> shell(Session session) {
        return uri(session).flatMap(HostShell::of);
    }

    private static Optional<HypervisorUri> uri(Session session) {
        try {
            return HypervisorUri.parse(session.hypervisor().uri());
        } catch (CannotConnectException | HypervisorException gone) {
            return Optional.empty();
        }
    }
}
