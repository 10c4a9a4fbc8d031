package io.vmsh.command;

import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainKey;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Pool;
import io.vmsh.session.Session;
import io.vmsh.spec.Address;
import io.vmsh.spec.Alias;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Key;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Rest;
import io.vmsh.spec.UsageException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run of a command: the words it was given, and the session it is for. */
public final class Call {
    private final Invocation invocation;
    private final Workspace workspace;
    private final @Nullable Session session;
    private final Consumer<Result> early;

    Call(Invocation invocation, Workspace workspace, @Nullable Session session, Consumer<Result> early) {
        this.invocation = invocation;
        this.workspace = workspace;
        this.session = session;
        this.early = early;
    }

    /** What was typed. */
    public Invocation statement() {
        return invocation;
    }

    public <T> T get(Arg<T> arg) {
        return invocation.get(arg);
    }

    public <T> Optional<T> find(Key<T> key) {
        return invocation.find(key);
    }

    /** The value of an option, for commands that take the empty string for no value at all. */
    public <T> Optional<T> findUnlessEmpty(Key<T> key) {
        return List.of("").equals(invocation.words().get(key.name())) ? Optional.empty() : find(key);
    }

    public <T> List<T> all(Rest<T> rest) {
        return invocation.all(rest);
    }

    public boolean has(Flag flag) {
        return invocation.has(flag);
    }

    public boolean has(Key<?> key) {
        return invocation.has(key);
    }

    /** What the flags that were given stand for. */
    public <E extends Enum<E>> Set<E> chosen(Map<Flag, E> meanings) {
        return meanings.entrySet().stream()
                .filter(entry -> has(entry.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Shows a part of the result now, not at the end; everything printed so far is out when it returns. */
    public void show(Result part) {
        early.accept(part);
    }

    /** What all commands share. */
    public Workspace workspace() {
        return workspace;
    }

    public Dialog dialog() {
        return workspace.dialog();
    }

    /** The session that the addresses name, else the current one. */
    public Session session() {
        if (session == null) {
            throw CommandFailure.of("no session: open one with 'connect URI'");
        }
        return session;
    }

    /** The session's open connection. */
    public Hypervisor hypervisor() {
        return session().hypervisor();
    }

    /** The name in an address, without the session in front of it. */
    public String name(Address address) {
        String named = address.session();
        return named != null && workspace.sessions().find(named).isPresent() ? address.name() : address.word();
    }

    /** The guest that an argument names; the caller closes it. */
    public Domain domain(Arg<Address> arg) {
        return domain(name(get(arg)));
    }

    /** The guest of that name, id or UUID; the caller closes it. */
    public Domain domain(String name) {
        return domain(name, EnumSet.allOf(DomainKey.class));
    }

    /** The guest that an argument names by one of these kinds of names; the caller closes it. */
    public Domain domain(Arg<Address> arg, DomainKey key, DomainKey other) {
        return domain(name(get(arg)), EnumSet.of(key, other));
    }

    private Domain domain(String name, Set<DomainKey> keys) {
        try {
            return hypervisor().domains().find(name, keys);
        } catch (HypervisorException reason) {
            String line = "failed to get domain '%s'";
            // That there is no such guest needs no second sentence; that the host is gone does.
            throw reason.code() == ErrorCode.NO_DOMAIN
                    ? CommandFailure.insteadOf(reason, line, name)
                    : CommandFailure.because(reason, line, name);
        }
    }

    /** The text of a file that the statement names; see {@link LocalFile#read}. */
    public String read(Path file) {
        return LocalFile.read(workspace.directory(), file);
    }

    /** The storage pool that an argument names; the caller closes it. */
    public Pool pool(Key<Address> key) {
        return pool(name(find(key).orElseThrow()));
    }

    /** The storage pool of that name or UUID; the caller closes it. */
    public Pool pool(String name) {
        return CommandFailure.saying(
                "failed to get pool '%s'".formatted(name),
                () -> hypervisor().pools().find(name));
    }

    /** Refuses two options that contradict each other. */
    public void exclusive(Parameter one, Parameter other) {
        if (given(one) && given(other)) {
            throw exclusiveMistake(one.name(), other.name());
        }
    }

    private boolean given(Parameter parameter) {
        return switch (parameter) {
            case Flag flag -> has(flag);
            case Key<?> key -> has(key);
            case Alias alias -> false;
        };
    }

    /** Refuses an option without another that it needs. */
    public void requires(Parameter option, Parameter needed) {
        if (given(option) && !given(needed)) {
            throw new UsageException(
                    "Option --%s is required by option --%s".formatted(needed.name(), option.name()), 0, 0);
        }
    }

    /** The refusal of two options that contradict each other. */
    public static UsageException exclusiveMistake(String one, String other) {
        return new UsageException("Options --%s and --%s are mutually exclusive".formatted(one, other), 0, 0);
    }
}
