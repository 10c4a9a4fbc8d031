package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.cli.Catalogue;
import io.vmsh.command.Dialog;
import io.vmsh.command.Interpreter;
import io.vmsh.command.Outcome;
import io.vmsh.command.Result;
import io.vmsh.command.Workspace;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainStatus;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.StatsGroup;
import io.vmsh.libvirt.LibvirtConnector;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Both hosts with their sessions open, kvm1 current, in this process: statement after statement without a start. */
final class OpenHosts implements AutoCloseable {
    static final List<String> HOSTS = List.of("kvm1", "kvm2");

    private final Sessions sessions = new Sessions();
    private final Interpreter interpreter;

    /**
     * Opens them.
     *
     * @param prompt whether statements are typed at a prompt, with all that is asked there
     */
    OpenHosts(Dialog dialog, boolean prompt) {
        LibvirtConnector connector = new LibvirtConnector();
        for (String host : HOSTS) {
            Session session = new Session(host, AtPrompt.request(host), Set.of(), connector);
            session.open();
            sessions.add(session);
        }
        interpreter =
                new Interpreter(new Workspace(Catalogue.commands(), sessions, connector, dialog, prompt, Map.of()));
    }

    Outcome run(String statement) {
        return interpreter.run(interpreter.parse(statement).getFirst(), early -> {});
    }

    /** Runs a statement that must succeed. */
    Result done(String statement) {
        return switch (run(statement)) {
            case Outcome.Success(Result result) -> result;
            case Outcome.Failure failure ->
                throw new AssertionError(
                        statement + ": " + failure.problem().lines(),
                        failure.problem().cause());
        };
    }

    Hypervisor host(String name) {
        return sessions.find(name).orElseThrow().hypervisor();
    }

    /** State and reason in virsh's words; empty when the guest is unknown there. */
    String state(String host, String guest) {
        try (Domain domain = host(host).domains().find(guest)) {
            DomainStatus status = domain.status();
            return "%s (%s)".formatted(status.state().label(), status.reasonLabel());
        } catch (HypervisorException none) {
            return "";
        }
    }

    /** Whether the host keeps the guest when it stops. */
    boolean defined(String host, String guest) {
        try (Domain domain = host(host).domains().find(guest)) {
            return domain.definition().persistent();
        } catch (HypervisorException none) {
            return false;
        }
    }

    /** How much memory of the host a guest has. */
    long residentKibibytes(String host, String guest) {
        return host(host).domains().stats(List.of(guest), Set.of(StatsGroup.BALLOON), Set.of()).stream()
                .map(stats -> stats.values().get("balloon.rss"))
                .filter(Number.class::isInstance)
                .mapToLong(rss -> ((Number) rss).longValue())
                .sum();
    }

    /** Takes a guest off both hosts, whatever state it is in. */
    void remove(String guest) {
        for (String host : HOSTS) {
            try (Domain domain = host(host).domains().find(guest)) {
                if (domain.life().active()) {
                    domain.life().destroy(Set.of());
                }
                if (domain.definition().persistent()) {
                    domain.definition().undefine(Set.of());
                }
            } catch (HypervisorException gone) {
                // A transient one goes when it is stopped.
            }
        }
    }

    static void await(String what, BooleanSupplier condition) {
        await(what, Duration.ofSeconds(30), condition);
    }

    static void await(String what, Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    @Override
    public void close() {
        sessions.close();
    }
}
