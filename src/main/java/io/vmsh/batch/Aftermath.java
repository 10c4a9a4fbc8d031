package io.vmsh.batch;

import static java.util.Map.entry;

import io.vmsh.hypervisor.DomainState;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Managed;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.Volume;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Invocation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at a host for what a statement left behind whose end nobody saw. */
public final class Aftermath {
    /** Those that leave the same behind when they are run again, however far they came. */
    private static final Set<String> REPEATABLE = Set.of(
            "autostart",
            "define",
            "disk-cache",
            "migrate-compcache",
            "migrate-setmaxdowntime",
            "migrate-setspeed",
            "net-autostart",
            "net-define",
            "persist",
            "pool-autostart",
            "pool-define",
            "pool-refresh");

    /** What tells of each other command whether it was done; those that are not here cannot be told. */
    private static final Map<String, Function<Aftermath, Finding>> SIGNS = Map.ofEntries(
            entry("start", look -> look.guest(GuestSight::active)),
            entry("destroy", look -> look.guest(guest -> !guest.active())),
            entry("shutdown", look -> look.guest(guest -> !guest.active())),
            entry("suspend", look -> look.guest(guest -> guest.state() == DomainState.PAUSED)),
            entry("resume", look -> look.guest(guest -> guest.state() == DomainState.RUNNING)),
            entry("undefine", look -> look.guest(guest -> !guest.persistent())),
            entry("migrate", Aftermath::migration),
            entry("net-start", look -> look.network(ManagedSight::active)),
            entry("net-destroy", look -> look.network(network -> !network.active())),
            entry("pool-create-as", look -> look.pool("name", ManagedSight::active)),
            entry("pool-define-as", look -> look.pool("name", ManagedSight::persistent)),
            entry("pool-start", look -> look.pool("pool", ManagedSight::active)),
            entry("pool-destroy", look -> look.pool("pool", pool -> !pool.active())),
            entry("pool-undefine", look -> look.pool("pool", pool -> !pool.persistent())),
            entry("vol-create-as", look -> look.volume("name", true)),
            entry("vol-delete", look -> look.volume("vol", false)));

    private final Invocation statement;
    private final @Nullable Session session;
    private final Sessions sessions;

    private Aftermath(Invocation statement, @Nullable Session session, Sessions sessions) {
        this.statement = statement;
        this.session = session;
        this.sessions = sessions;
    }

    /** What was found, with the sentence that says so. */
    public sealed interface Finding {
        String seen();

        record Done(String seen) implements Finding {}

        /** Nothing of it was done, or doing it again does no harm. */
        record NotDone(String seen) implements Finding {}

        record Unclear(String seen) implements Finding {}
    }

    /**
     * Looks.
     *
     * @param session that it was run on; null when it needed none
     * @throws HypervisorException when the host cannot be asked
     */
    public static Finding of(Invocation statement, @Nullable Session session, Sessions sessions) {
        String name = statement.spec().name();
        if (statement.spec().effect() == Effect.READS) {
            return new Finding.NotDone("it only looks");
        }
        if (REPEATABLE.contains(name)) {
            return new Finding.NotDone("doing it again does no harm");
        }
        Function<Aftermath, Finding> sign = SIGNS.get(name);
        return sign == null || session == null
                ? new Finding.Unclear("whether '%s' was done cannot be seen afterwards".formatted(name))
                : sign.apply(new Aftermath(statement, session, sessions));
    }

    private Finding guest(Predicate<GuestSight> done) {
        GuestSight guest = GuestSight.of(here(), word("domain"));
        return finding(done.test(guest), guest.name() + " " + guest.describe());
    }

    private Finding network(Predicate<ManagedSight> done) {
        String name = word("network");
        return managed("network " + name, () -> here().networks().find(name), ErrorCode.NO_NETWORK, done);
    }

    private Finding pool(String argument, Predicate<ManagedSight> done) {
        String name = word(argument);
        return managed("pool " + name, () -> here().pools().find(name), ErrorCode.NO_STORAGE_POOL, done);
    }

    private static Finding managed(
            String name, Supplier<? extends Managed> search, ErrorCode missing, Predicate<ManagedSight> done) {
        try (Managed found = orNull(search, missing)) {
            ManagedSight sight = found == null
                    ? new ManagedSight(false, false)
                    : new ManagedSight(found.active(), found.persistent());
            return finding(done.test(sight), name + " " + sight.describe());
        }
    }

    private Finding volume(String argument, boolean wanted) {
        String name = word(argument);
        boolean there = volumeIsThere(name);
        return finding(there == wanted, "volume %s is %s".formatted(name, there ? "there" : "not there"));
    }

    /** What can be seen of a pool or a network, also of one that is not there. */
    private record ManagedSight(boolean active, boolean persistent) {
        String describe() {
            if (!active && !persistent) {
                return "is not there";
            }
            return active ? "is active" : "is defined and not active";
        }
    }

    private boolean volumeIsThere(String name) {
        List<String> pools = statement.words().get("pool");
        if (pools == null) {
            try (Volume volume = orNull(() -> here().pools().findVolume(name), ErrorCode.NO_STORAGE_VOL)) {
                return volume != null;
            }
        }
        try (Pool pool = here().pools().find(plain(pools.getFirst()));
                Volume volume = orNull(() -> pool.findVolume(name), ErrorCode.NO_STORAGE_VOL)) {
            return volume != null;
        }
    }

    private Finding migration() {
        String name = word("domain");
        String target = word("desturi");
        String newName = statement.words().getOrDefault("dname", List.of(name)).getFirst();
        GuestSight before = GuestSight.of(here(), name);
        if (before.busy()) {
            return new Finding.Unclear(
                    "%s is at work on %s still: wait for it, or end it with 'domjobabort'".formatted(hostName(), name));
        }
        Session other = target(target);
        if (other == null) {
            return before.active()
                    ? new Finding.NotDone("%s still runs on %s".formatted(name, hostName()))
                    : new Finding.Unclear("no session goes to %s, to look for %s there".formatted(target, newName));
        }
        GuestSight after = GuestSight.of(other.hypervisor(), newName);
        boolean offline = statement.flags().contains("offline");
        boolean arrived = offline ? after.persistent() : after.active();
        boolean left = !statement.flags().contains("undefinesource") || !before.persistent();
        if (arrived && !before.active() && left) {
            return new Finding.Done("%s is on %s".formatted(newName, other.name()));
        }
        if (!arrived && (offline ? before.persistent() : before.active())) {
            return new Finding.NotDone("%s is on %s and not on %s".formatted(name, hostName(), other.name()));
        }
        return new Finding.Unclear("%s %s on %s and %s on %s"
                .formatted(name, before.describe(), hostName(), after.describe(), other.name()));
    }

    private @Nullable Session target(String word) {
        return sessions.find(word)
                .or(() -> sessions.all().stream()
                        .filter(known -> word.equals(known.request().uri()))
                        .findFirst())
                .orElse(null);
    }

    private static Finding finding(boolean done, String seen) {
        return done ? new Finding.Done(seen) : new Finding.NotDone(seen);
    }

    private Hypervisor here() {
        return Objects.requireNonNull(session).hypervisor();
    }

    private String hostName() {
        return Objects.requireNonNull(session).name();
    }

    private String word(String argument) {
        return plain(statement.words().getOrDefault(argument, List.of("")).getFirst());
    }

    /** The name in an address that the session here is named in. */
    private String plain(String word) {
        String prefix = hostName() + "/";
        return word.startsWith(prefix) ? word.substring(prefix.length()) : word;
    }

    private static <T> @Nullable T orNull(Supplier<T> search, ErrorCode missing) {
        try {
            return search.get();
        } catch (HypervisorException reason) {
            if (reason.code() == missing) {
                return null;
            }
            throw reason;
        }
    }
}
