package io.vmsh.lab;

import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.hypervisor.ConnectRequest.Credentials;
import io.vmsh.hypervisor.ConnectRequest.KeepAlive;
import io.vmsh.hypervisor.DomainFilter;
import io.vmsh.hypervisor.DomainSummary;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.libvirt.LibvirtConnector;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Looks at all hosts all the time, from outside, for a guest that runs on two of them. */
final class GuestWatch {
    private final LibvirtConnector connector = new LibvirtConnector();
    private final Map<String, Hypervisor> open = new HashMap<>();
    private final List<String> hosts;
    private final List<String> twice = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean over;

    GuestWatch(List<String> hosts) {
        this.hosts = List.copyOf(hosts);
        this.thread = Thread.ofPlatform().daemon().start(this::watch);
    }

    /** Ends it; what was seen to run twice. */
    List<String> close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        open.values().forEach(Hypervisor::close);
        return twice;
    }

    private void watch() {
        while (!over) {
            pause();
            Map<String, List<String>> places = new HashMap<>();
            for (String host : hosts) {
                running(host)
                        .forEach(guest -> places.computeIfAbsent(guest, first -> new ArrayList<>())
                                .add(host));
            }
            places.forEach((guest, where) -> {
                if (where.size() > 1 && runsOnBoth(guest, where.get(0), where.get(1))) {
                    twice.add(guest + " on " + where);
                }
            });
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** It may have moved between two looks: only one that is seen here, there and here again runs twice. */
    private boolean runsOnBoth(String guest, String one, String other) {
        return (seen(guest, one) && seen(guest, other) && seen(guest, one))
                || (seen(guest, other) && seen(guest, one) && seen(guest, other));
    }

    private boolean seen(String guest, String host) {
        return running(host).contains(guest);
    }

    private Set<String> running(String host) {
        try {
            Hypervisor hypervisor = open.get(host);
            if (hypervisor == null || !hypervisor.alive()) {
                hypervisor =
                        connector.open(new ConnectRequest(Lab.uri(host), true, KeepAlive.DEFAULT, Credentials.NONE));
                open.put(host, hypervisor);
            }
            return hypervisor.domains().list(EnumSet.of(DomainFilter.RUNNING)).stream()
                    .map(DomainSummary::name)
                    .collect(Collectors.toSet());
        } catch (HypervisorException down) {
            return Set.of();
        }
    }
}
