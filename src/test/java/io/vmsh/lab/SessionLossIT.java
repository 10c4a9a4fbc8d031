package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.cli.Catalogue;
import io.vmsh.command.Interpreter;
import io.vmsh.command.Outcome;
import io.vmsh.command.Workspace;
import io.vmsh.hypervisor.CloseReason;
import io.vmsh.hypervisor.ConnectRequest.KeepAlive;
import io.vmsh.libvirt.LibvirtConnector;
import io.vmsh.render.Format;
import io.vmsh.render.Printers;
import io.vmsh.session.CachedInventory;
import io.vmsh.session.Inventory;
import io.vmsh.session.Inventory.Item;
import io.vmsh.session.Session;
import io.vmsh.session.SessionPlan;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Noun;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real libvirtd dies under an open session, and comes back. */
class SessionLossIT {
    private final LibvirtConnector connector = new LibvirtConnector();
    private final Sessions sessions = new Sessions();
    private final ScriptedDialog dialog = new ScriptedDialog(false);
    private final List<String> lost = new CopyOnWriteArrayList<>();
    private final Workspace workspace =
            new Workspace(Catalogue.commands(), sessions, connector, dialog, true, Map.of());
    private final Interpreter interpreter = new Interpreter(workspace);

    @BeforeEach
    void openBothHosts() {
        LabClient.fresh();
        sessions.onLost((session, reason) -> lost.add(session.name() + " " + (reason != CloseReason.CLIENT)));
        for (String host : List.of("kvm1", "kvm2")) {
            SessionPlan plan = new SessionPlan(host, Lab.uri(host), false, Set.of("lab"));
            sessions.add(plan.session(KeepAlive.DEFAULT, (prompt, echo) -> null, connector));
        }
    }

    @AfterEach
    void bringBackWhatWasKilled() {
        sessions.close();
        Lab.run("up", "2");
    }

    @Test
    void aLostHostIsMarkedIsARowAndIsOpenedAnew() {
        Session kvm2 = sessions.find("kvm2").orElseThrow();
        assertThat(run("on all hostname")).isEqualTo("kvm1: kvm1\nkvm2: kvm2\n");
        assertThat(kvm2.state()).isEqualTo(Session.State.OPEN);

        Lab.run("kill", "kvm2", "libvirtd");
        OpenHosts.await("marked lost", () -> kvm2.state() == Session.State.LOST);
        OpenHosts.await("told", () -> lost.contains("kvm2 true"));
        assertThat(lost).containsExactly("kvm2 true");

        assertThat(run("on all list --all"))
                .containsPattern("kvm1 +\\d+ +web1")
                .contains(" kvm2   error: Failed to connect socket to");
        assertThat(run("on all hostname")).startsWith("kvm1: kvm1\nkvm2: error: Failed to connect socket to");
        assertThat(kvm2.state()).isEqualTo(Session.State.LOST);
        assertThat(dialog.said()).isEmpty();

        Lab.run("start", "kvm2", "libvirtd");
        assertThat(run("on all hostname")).isEqualTo("kvm1: kvm1\nkvm2: kvm2\n");
        assertThat(dialog.said()).containsExactly("error: Reconnected to the hypervisor");
        assertThat(kvm2.state()).isEqualTo(Session.State.OPEN);
    }

    @Test
    void completionKnowsOfAGuestThatSomebodyElseMade() {
        Session kvm2 = sessions.find("kvm2").orElseThrow();
        Inventory inventory = new CachedInventory(sessions);
        kvm2.open();
        OpenHosts.await("first list", () -> names(inventory, kvm2).isEmpty());
        try (var other = connector.open(kvm2.request());
                var guest = other.domains().define("""
                                <domain type='qemu'><name>brief</name><memory>1024</memory>
                                <os><type>hvm</type></os></domain>
                                """, false)) {
            OpenHosts.await("its name", () -> names(inventory, kvm2).equals(List.of("brief")));
            guest.definition().undefine(Set.of());
        }
        OpenHosts.await("nothing left", () -> names(inventory, kvm2).isEmpty());
    }

    private static List<String> names(Inventory inventory, Session session) {
        return inventory.list(session, Noun.DOMAIN, "").stream().map(Item::name).toList();
    }

    private String run(String statement) {
        Outcome outcome = interpreter.run(interpreter.parse(statement).getFirst(), early -> {});
        return switch (outcome) {
            case Outcome.Success success -> Printers.of(Format.TABLE, false).print(success.result());
            case Outcome.Failure failure ->
                failure.shown() == null
                        ? failure.problem().lines().toString()
                        : Printers.of(Format.TABLE, false).print(failure.shown());
        };
    }
}
