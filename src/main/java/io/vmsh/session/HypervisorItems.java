package io.vmsh.session;

import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainFilter;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.ObjectName;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.PoolFilter;
import io.vmsh.hypervisor.PoolSelection;
import io.vmsh.session.Inventory.Item;
import io.vmsh.spec.Noun;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What there is to name on a hypervisor, asked for with few calls. */
final class HypervisorItems {
    private HypervisorItems() {}

    /**
     * The objects of one kind.
     *
     * @param context the pool, for volumes; the guest, for snapshots; else empty
     */
    static List<Item> list(Hypervisor hypervisor, Noun noun, String context) {
        return switch (noun) {
            case DOMAIN -> domains(hypervisor);
            case POOL -> pools(hypervisor);
            case VOLUME -> context.isEmpty() ? List.of() : volumes(hypervisor, context);
            case NETWORK -> networks(hypervisor);
            case SNAPSHOT -> context.isEmpty() ? List.of() : snapshots(hypervisor, context);
            case SESSION, SELECTOR, COMMAND -> List.of();
        };
    }

    private static List<Item> domains(Hypervisor hypervisor) {
        return hypervisor.domains().list(EnumSet.of(DomainFilter.ACTIVE, DomainFilter.INACTIVE)).stream()
                .map(domain -> new Item(domain.name(), Set.of(domain.state().label(), activeOrNot(domain.active()))))
                .toList();
    }

    private static List<Item> pools(Hypervisor hypervisor) {
        Set<String> persistent =
                hypervisor.pools().names(new PoolSelection(Set.of(PoolFilter.PERSISTENT), Set.of())).stream()
                        .map(ObjectName::uuid)
                        .collect(Collectors.toSet());
        return hypervisor.pools().list(PoolSelection.ALL).stream()
                .map(pool -> item(
                        pool.name(),
                        activeOrNot(pool.active()),
                        persistent.contains(pool.uuid()) ? "persistent" : null))
                .toList();
    }

    private static List<Item> volumes(Hypervisor hypervisor, String pool) {
        try (Pool found = hypervisor.pools().find(pool)) {
            return found.volumeNames().stream().map(HypervisorItems::item).toList();
        }
    }

    private static List<Item> snapshots(Hypervisor hypervisor, String guest) {
        try (Domain domain = hypervisor.domains().find(guest)) {
            return domain.snapshots().list(Set.of()).stream()
                    .map(snapshot -> {
                        try (snapshot) {
                            return item(snapshot.name());
                        }
                    })
                    .toList();
        }
    }

    private static List<Item> networks(Hypervisor hypervisor) {
        return hypervisor.networks().list(Set.of()).stream()
                .map(network ->
                        item(network.name(), activeOrNot(network.active()), network.persistent() ? "persistent" : null))
                .toList();
    }

    private static Item item(String name, @Nullable String... states) {
        return new Item(name, Arrays.stream(states).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private static String activeOrNot(boolean active) {
        return active ? "active" : "inactive";
    }
}
