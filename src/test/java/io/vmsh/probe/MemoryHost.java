package io.vmsh.probe;

import io.vmsh.probe.HostException.Kind;
import io.vmsh.probe.HostShell.Output;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** A host that is kept in memory: files, services and a few commands, held to {@link HostContract} like a real one. */
public final class MemoryHost implements Host {
    /** @param latin a letter of Latin 1 for each byte */
    private record Entry(String latin, String mode) {
        byte[] bytes() {
            return latin.getBytes(StandardCharsets.ISO_8859_1);
        }

        static Entry of(byte[] bytes, String mode) {
            return new Entry(new String(bytes, StandardCharsets.ISO_8859_1), mode);
        }
    }

    private final String name;
    private final Map<String, Entry> files = new TreeMap<>();
    private final Set<String> unreadable = new HashSet<>();
    private final Map<String, Service> services = new HashMap<>();
    private final Map<String, Function<List<String>, Output>> commands = new HashMap<>();
    private final List<String> done = new ArrayList<>();
    private int backups;
    private boolean reachable = true;
    private int lostAfter = Integer.MAX_VALUE;

    public MemoryHost(String name) {
        this.name = name;
        command("printf", words -> new Output(0, words.getLast(), ""));
        command("false", words -> new Output(1, "", ""));
    }

    /** What a program prints. */
    public MemoryHost command(String program, Function<List<String>, Output> answer) {
        commands.put(program, answer);
        return this;
    }

    public MemoryHost file(String path, String text) {
        return bytes(path, text.getBytes(StandardCharsets.UTF_8));
    }

    MemoryHost bytes(String path, byte[] bytes) {
        files.put(path, Entry.of(bytes, "640"));
        return this;
    }

    public MemoryHost unreadable(String path) {
        unreadable.add(path);
        return this;
    }

    public MemoryHost installed(String service) {
        services.put(service, new Service(service, Service.Manager.SCRIPTS, true, false, false));
        return this;
    }

    /** From now on it cannot be reached. */
    public void unplug() {
        reachable = false;
    }

    public void plug() {
        reachable = true;
        lostAfter = Integer.MAX_VALUE;
    }

    /** It cannot be reached any more after so many changes. */
    public void loseAfter(int changes) {
        lostAfter = done.size() + changes;
    }

    /** What was changed, in order. */
    public List<String> done() {
        return List.copyOf(done);
    }

    /** A file's bytes; empty when there is none. */
    public Optional<String> text(String path) {
        return Optional.ofNullable(files.get(path)).map(entry -> new String(entry.bytes(), StandardCharsets.UTF_8));
    }

    private Entry entry(String path) {
        return Objects.requireNonNull(files.get(path), path);
    }

    byte[] bytes(String path) {
        return entry(path).bytes();
    }

    String mode(String path) {
        return entry(path).mode();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Output run(Duration limit, List<String> words, String input) {
        requireConnection();
        return switch (words.getFirst()) {
            case "cat" -> new Output(0, input, "");
            case "sleep" -> throw new HostException(Kind.TIMED_OUT, name, "no answer");
            default -> {
                Function<List<String>, Output> answer = commands.get(words.getFirst());
                yield answer == null ? new Output(127, "", words.getFirst() + ": not found") : answer.apply(words);
            }
        };
    }

    @Override
    public HostFile read(String path) {
        requireConnection();
        if (unreadable.contains(path)) {
            throw new HostException(Kind.NOT_PERMITTED, name, "cannot read %s: permission denied".formatted(path));
        }
        return files.containsKey(path) ? HostFile.of(path, files.get(path).bytes()) : HostFile.absent(path);
    }

    @Override
    public Optional<String> replace(HostFile seen, String text) {
        requireUnchanged(seen);
        Entry old = files.get(seen.path());
        Optional<String> kept =
                old == null ? Optional.empty() : Optional.of("%s.vmsh-20260101-%06d".formatted(seen.path(), ++backups));
        kept.ifPresent(backup -> files.put(backup, old));
        putBack(seen, text);
        return kept;
    }

    @Override
    public void putBack(HostFile seen, String text) {
        requireUnchanged(seen);
        change("replace " + seen.path());
        Entry old = files.get(seen.path());
        files.put(seen.path(), Entry.of(text.getBytes(seen.with(text).charset()), old == null ? "644" : old.mode()));
    }

    @Override
    public void remove(HostFile seen) {
        if (seen.exists()) {
            requireUnchanged(seen);
            change("remove " + seen.path());
            files.remove(seen.path());
        }
    }

    @Override
    public Service service(String service) {
        requireConnection();
        return services.getOrDefault(service, new Service(service, Service.Manager.SCRIPTS, false, false, false));
    }

    @Override
    public void service(String service, Service.Action action) {
        Service now = service(service);
        if (!now.installed()) {
            throw new HostException(
                    Kind.FAILED, name, "cannot %s %s: no such script".formatted(action.word(), service));
        }
        change(action.word() + " " + service);
        services.put(
                service,
                switch (action) {
                    case START, RESTART, RELOAD -> new Service(service, now.manager(), true, true, now.enabled());
                    case STOP -> new Service(service, now.manager(), true, false, now.enabled());
                    case ENABLE -> new Service(service, now.manager(), true, now.running(), true);
                    case DISABLE -> new Service(service, now.manager(), true, now.running(), false);
                });
    }

    private void change(String what) {
        requireConnection();
        done.add(what);
    }

    private void requireUnchanged(HostFile seen) {
        if (!read(seen.path()).digest().equals(seen.digest())) {
            throw new HostException(Kind.CHANGED, name, "cannot replace %s: changed meanwhile".formatted(seen.path()));
        }
    }

    private void requireConnection() {
        if (!reachable || done.size() >= lostAfter) {
            throw new HostException(Kind.UNREACHABLE, name, "ssh: connection refused");
        }
    }
}
