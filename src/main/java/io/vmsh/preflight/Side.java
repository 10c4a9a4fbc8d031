package io.vmsh.preflight;

import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.probe.FileLook;
import io.vmsh.probe.HostSettings;
import io.vmsh.probe.HostShell;
import io.vmsh.probe.HypervisorUri;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * One of the two hosts. What a shell there tells is asked once, for all checks and targets, and few questions are on the
 * way at a time: sshd turns callers away who come in a crowd.
 */
final class Side {
    private static final int MOST_AT_ONCE = 4;

    private final String name;
    private final Hypervisor hypervisor;
    private final Optional<HypervisorUri> uri;
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);
    private final Map<Object, Object> answers = new ConcurrentHashMap<>();

    /**
     * A host.
     *
     * @param name the session's
     * @param hypervisor its open connection
     */
    Side(String name, Hypervisor hypervisor) {
        this.name = name;
        this.hypervisor = hypervisor;
        this.uri = HypervisorUri.parse(hypervisor.uri());
    }

    String name() {
        return name;
    }

    Hypervisor hypervisor() {
        return hypervisor;
    }

    /** Where libvirt reaches it; empty for this machine, and where a URI does not tell. */
    Optional<String> address() {
        return uri.map(HypervisorUri::host).filter(host -> !host.isEmpty());
    }

    /** Whether it is this machine. */
    boolean isHere() {
        return uri.filter(HypervisorUri::isLocal).isPresent();
    }

    /** Files as the host sees them, by path; empty where there is no shell. */
    Map<String, FileLook.Seen> files(List<String> paths) {
        return paths.isEmpty()
                ? Map.of()
                : once(List.copyOf(paths), shell -> FileLook.at(shell, paths)).orElse(Map.of());
    }

    /** libvirt's configuration and the clock; empty where there is no shell. */
    Optional<HostSettings> settings() {
        return once(HostSettings.class, HostSettings::at).flatMap(settings -> settings);
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

    @SuppressWarnings("unchecked") // a key stands for one question, which has one type of answer
    private <T> Optional<T> once(Object key, Function<HostShell, T> question) {
        return (Optional<T>) answers.computeIfAbsent(key, first -> ask(question));
    }

    private Optional<HostShell> shell() {
        return uri.flatMap(HostShell::of);
    }
}
