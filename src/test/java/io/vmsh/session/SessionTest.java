package io.vmsh.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.hypervisor.ConnectRequest.Credentials;
import io.vmsh.hypervisor.ConnectRequest.KeepAlive;
import io.vmsh.hypervisor.Connector;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.libvirt.LibvirtConnector;
import io.vmsh.session.Inventory.Item;
import io.vmsh.spec.Noun;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionTest {
    private final LibvirtConnector connector = new LibvirtConnector();
    private final Sessions sessions = new Sessions();

    @AfterEach
    void close() {
        sessions.close();
    }

    @Test
    void opensOnFirstUse() {
        Session session = session("kvm1", "test:///default");
        assertThat(session.state()).isEqualTo(Session.State.CLOSED);
        assertThat(session.open()).isFalse();
        assertThat(session.state()).isEqualTo(Session.State.OPEN);
        assertThat(session.hypervisor()).isSameAs(session.hypervisor());
        session.close();
        assertThat(session.state()).isEqualTo(Session.State.CLOSED);
    }

    @Test
    void staysClosedWhenNobodyAnswers() {
        Session session = session("dead", "qemu+tcp://127.0.0.1:1/system");
        assertThatThrownBy(session::hypervisor).isInstanceOf(CannotConnectException.class);
        assertThat(session.state()).isEqualTo(Session.State.CLOSED);
        assertThat(session.ifQuiet()).isEmpty();
    }

    @Test
    void aConnectionInUseOutlivesItsClosing() {
        Session session = session("kvm1", "test:///default");
        Hypervisor host = session.hypervisor();
        try (var _ = host.use()) {
            session.close();
            assertThat(host.domains().names(Set.of())).isNotEmpty();
        }
        assertThatThrownBy(host::use).hasMessage("the connection is closed");
    }

    @Test
    void whatIsOpenedAfterClosingIsNotKept() {
        AtomicReference<Session> closing = new AtomicReference<>();
        Connector late = new Connector() {
            @Override
            public Hypervisor open(ConnectRequest request) {
                closing.get().close();
                return connector.open(request);
            }

            @Override
            public long libraryVersion() {
                return connector.libraryVersion();
            }
        };
        closing.set(new Session(
                "kvm1",
                new ConnectRequest("test:///default", false, KeepAlive.DEFAULT, Credentials.NONE),
                Set.of(),
                late));
        assertThatThrownBy(closing.get()::hypervisor)
                .isInstanceOf(CannotConnectException.class)
                .hasMessage("the session was closed while it was being opened");
        assertThat(closing.get().state()).isEqualTo(Session.State.CLOSED);
    }

    @Test
    void theFirstIsCurrentAndTheNextTakesItsPlace() {
        Session first = session("kvm1", "test:///default");
        Session second = session("kvm2", "test:///default");
        assertThat(sessions.current()).contains(first);
        sessions.remove(first);
        assertThat(sessions.current()).contains(second);
    }

    @Test
    void inventoryKnowsGuestsWithTheirStates() {
        Session session = session("kvm1", "test:///default");
        Inventory inventory = new CachedInventory(sessions);
        assertThat(inventory.list(session, Noun.DOMAIN, "")).contains(new Item("test", Set.of("running", "active")));
    }

    @Test
    void inventoryOfADeadHostIsEmpty() {
        Session dead = session("dead", "qemu+tcp://127.0.0.1:1/system");
        assertThat(new CachedInventory(sessions).list(dead, Noun.DOMAIN, "")).isEmpty();
    }

    @Test
    void inventoryNamesSelectors() {
        Session session = session("kvm1", "test:///default");
        assertThat(new CachedInventory(sessions).list(session, Noun.SELECTOR, ""))
                .extracting(Item::name)
                .containsExactly("kvm1", "@lab", "all");
    }

    private Session session(String name, String uri) {
        ConnectRequest request = new ConnectRequest(uri, false, KeepAlive.DEFAULT, Credentials.NONE);
        Session session = new Session(name, request, Set.of("lab"), connector);
        sessions.add(session);
        return session;
    }
}
