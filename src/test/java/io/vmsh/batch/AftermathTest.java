package io.vmsh.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.batch.Aftermath.Finding;
import io.vmsh.cli.Catalogue;
import io.vmsh.command.Commands;
import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.libvirt.LibvirtConnector;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Binder;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.LineLexer;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be seen of statements at a host where test runs, and its pool and network are active. */
class AftermathTest {
    private static final Commands COMMANDS = Catalogue.commands();

    private Session session;
    private Sessions sessions;

    @BeforeEach
    void connect() {
        String uri =
                "test://" + Path.of("src/test/resources/transcripts/node.xml").toAbsolutePath();
        ConnectRequest request =
                new ConnectRequest(uri, false, ConnectRequest.KeepAlive.DEFAULT, ConnectRequest.Credentials.NONE);
        session = new Session("here", request, Set.of(), new LibvirtConnector());
        sessions = new Sessions();
        sessions.add(session);
    }

    @AfterEach
    void disconnect() {
        sessions.close();
    }

    @Test
    void guests() {
        String guest = session.hypervisor().domains().names(Set.of()).getFirst().name();
        boolean active;
        try (var found = session.hypervisor().domains().find(guest)) {
            active = found.life().active();
        }
        assertThat(about("start " + guest)).isInstanceOf(active ? Finding.Done.class : Finding.NotDone.class);
        assertThat(about("start here/" + guest)).isEqualTo(about("start " + guest));
        assertThat(about("destroy " + guest)).isInstanceOf(active ? Finding.NotDone.class : Finding.Done.class);
        assertThat(about("destroy nobody")).isEqualTo(new Finding.Done("nobody is not there"));
        assertThat(about("undefine nobody")).isInstanceOf(Finding.Done.class);
        assertThat(about("start nobody")).isInstanceOf(Finding.NotDone.class);
        assertThat(about("migrate nobody elsewhere")).isInstanceOf(Finding.Unclear.class);
    }

    @Test
    void poolsAndVolumes() {
        assertThat(about("pool-start nothing")).isEqualTo(new Finding.NotDone("pool nothing is not there"));
        assertThat(about("pool-undefine nothing")).isInstanceOf(Finding.Done.class);
        assertThat(about("pool-define-as nothing dir --target /x")).isInstanceOf(Finding.NotDone.class);
        assertThat(about("vol-delete nothing")).isEqualTo(new Finding.Done("volume nothing is not there"));
        assertThat(about("net-start nothing")).isInstanceOf(Finding.NotDone.class);
    }

    @Test
    void others() {
        assertThat(about("list")).isEqualTo(new Finding.NotDone("it only looks"));
        assertThat(about("autostart nobody")).isEqualTo(new Finding.NotDone("doing it again does no harm"));
        assertThat(about("pool-build nothing"))
                .isEqualTo(new Finding.Unclear("whether 'pool-build' was done cannot be seen afterwards"));
    }

    private Finding about(String statement) {
        Invocation invocation =
                new Binder(COMMANDS::spec).bind(new LineLexer(statement)).getFirst();
        return Aftermath.of(invocation, session, sessions);
    }
}
