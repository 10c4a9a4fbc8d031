package io.vmsh.session;

import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.spec.Noun;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Lists of names, asked for in the background and kept for a while. Guests are asked for again once libvirt tells that
 * one changed; other kinds after a few seconds. Nobody waits longer than a moment: a slow host answers the next time.
 */
public final class CachedInventory implements Inventory {
    /** Longest time that a caller waits for a fresh list. */
    static final Duration PATIENCE = Duration.ofMillis(300);
    /** How long a list is good when nothing tells of changes. */
    static final Duration FRESH = Duration.ofSeconds(3);
    /** How long a list is good when changes are told. */
    static final Duration FRESH_WHILE_TOLD = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final Map<Key, Listing> listings = new ConcurrentHashMap<>();
    private final Map<Session, Hypervisor> watched = new ConcurrentHashMap<>();

    public CachedInventory(Sessions sessions) {
        this.sessions = sessions;
    }

    private record Key(Session session, Noun noun, String context) {}

    @Override
    public List<Item> list(Session session, Noun noun, String context) {
        return switch (noun) {
            case SESSION -> sessions.all().stream().map(CachedInventory::item).toList();
            case SELECTOR -> selectors();
            case COMMAND -> List.of();
            case DOMAIN, POOL, VOLUME, NETWORK, SNAPSHOT ->
                listings.computeIfAbsent(
                                new Key(session, noun, context),
                                key -> new Listing(key.session().name() + " " + key.noun(), () -> ask(key)))
                        .within(PATIENCE);
        };
    }

    private static Item item(Session session) {
        return new Item(session.name(), Set.of(session.state().name().toLowerCase(Locale.ROOT)));
    }

    private List<Item> selectors() {
        Set<String> words = new TreeSet<>();
        sessions.all().forEach(session -> session.tags().forEach(tag -> words.add("@" + tag)));
        return Stream.of(sessions.all().stream().map(Session::name), words.stream(), Stream.of("all"))
                .flatMap(names -> names)
                .map(name -> new Item(name, Set.of()))
                .toList();
    }

    private Listing.Answer ask(Key key) {
        Hypervisor hypervisor = key.session().ifQuiet().orElse(null);
        if (hypervisor == null) {
            return new Listing.Answer(List.of(), FRESH);
        }
        try (var _ = hypervisor.use()) {
            boolean told = key.noun() == Noun.DOMAIN && watch(key, hypervisor);
            return new Listing.Answer(
                    HypervisorItems.list(hypervisor, key.noun(), key.context()), told ? FRESH_WHILE_TOLD : FRESH);
        }
    }

    /** Has libvirt tell of changes; false where the driver cannot. */
    private boolean watch(Key key, Hypervisor hypervisor) {
        try {
            if (!hypervisor.equals(watched.get(key.session()))) {
                hypervisor.onLifecycle(() -> {
                    Listing listing = listings.get(key);
                    if (listing != null) {
                        listing.outdated();
                    }
                });
                watched.put(key.session(), hypervisor);
            }
            return true;
        } catch (HypervisorException without) {
            return false;
        }
    }
}
