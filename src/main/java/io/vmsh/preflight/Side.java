package io.vmsh.preflight;

import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.probe.FileLook;
import io.vmsh.probe.Host;
import io.vmsh.probe.HostSettings;
import io.vmsh.probe.HostShell;
import io.vmsh.probe.HypervisorUri;
import io.vmsh.probe.ShellHost;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One of the two hosts. What a shell there tells is asked once, for all checks and targets, and few questions are on the
 * way at a time: sshd turns callers away who come in a crowd.
 */
final class Side {
    private static final int MOST_AT_ONCE = 4;

    private final String name;
    private final Hypervisor hypervisor;
    private final String text;
    private final Optional<HypervisorUri> uri;
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);
    private final Memo memo = new Memo();
    private final Map<String, FileLook.Seen> files = new HashMap<>();
    private volatile List<Guest> guests = List.of();

    /**
     * A host.
     *
     * @param name the session's
     * @param hypervisor its open connection
     */
    Side(String name, Hypervisor hypervisor) {
        this.name = name;
        this.hypervisor = new OnceAsked(hypervisor, memo);
        this.text = hypervisor.uri();
        this.uri = HypervisorUri.parse(text);
    }

    String name() {
        return name;
    }

    Hypervisor hypervisor() {
        return hypervisor;
    }

    /** The URI of its connection; no call. */
    String uri() {
        return text;
    }

    /** Where libvirt reaches it; empty for this machine, and where a URI does not tell. */
    Optional<String> address() {
        return uri.map(HypervisorUri::host).filter(host -> !host.isEmpty());
    }

    /** Whether it is this machine. */
    boolean isHere() {
        return uri.filter(HypervisorUri::isLocal).isPresent();
    }

    /** Tells of guests that are checked together, so that what asks a shell may ask for all of them. */
    void guests(List<Guest> together) {
        guests = List.copyOf(together);
    }

    /** The guests that are checked together with one, or that one alone. */
    List<Guest> guestsWith(Guest guest) {
        return guests.contains(guest) ? guests : List.of(guest);
    }

    /** The answer to a question that is the same for all guests; asked once. */
    <T> T once(Object key, Supplier<T> question) {
        return memo.once(key, question);
    }

    /** Files as the host sees them, by path; empty where there is no shell. */
    Map<String, FileLook.Seen> files(List<String> paths) {
        synchronized (files) {
            List<String> unseen = paths.stream()
                    .filter(path -> !files.containsKey(path))
                    .distinct()
                    .toList();
            if (!unseen.isEmpty()) {
                files.putAll(ask(shell -> FileLook.at(shell, unseen)).orElse(Map.of()));
            }
            Map<String, FileLook.Seen> found = new HashMap<>(files);
            found.keySet().retainAll(paths);
            return Map.copyOf(found);
        }
    }

    /** libvirt's configuration and the clock; empty where there is no shell. */
    Optional<HostSettings> settings() {
        return once(HostSettings.class, () -> ask(HostSettings::at)).flatMap(settings -> settings);
    }

    /** Asks by a shell; empty where there is none. */
    <T> Optional<T> ask(Function<HostShell, T> question) {
        return shell().map(shell -> {
            turns.acquireUninterruptibly();
            try {
                return question.apply(shell);
            } finally {
                turns.release();
            }
        });
    }

    /** The same for questions that a whole host is needed for. */
    <T> Optional<T> askHost(Function<Host, T> question) {
        return uri.flatMap(known -> HostShell.of(known).flatMap(_ -> ShellHost.of(name, known, false)))
                .flatMap(host -> ask(_ -> question.apply(host)));
    }

    private Optional<HostShell> shell() {
        return uri.flatMap(HostShell::of);
    }
}
