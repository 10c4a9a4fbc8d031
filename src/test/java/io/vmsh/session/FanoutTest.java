package io.vmsh.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.hypervisor.ConnectRequest.Credentials;
import io.vmsh.hypervisor.ConnectRequest.KeepAlive;
import io.vmsh.libvirt.LibvirtConnector;
import io.vmsh.session.Fanout.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FanoutTest {
    @Test
    void repliesComeInTheOrderOfTheSessions() {
        List<Reply<String>> replies = new Fanout(Duration.ofSeconds(20))
                .connecting(
                        List.of(
                                session("a", "test:///default"),
                                session("b", "qemu+tcp://127.0.0.1:1/system"),
                                session("c", "test:///default")),
                        Session::name);
        assertThat(replies).extracting(reply -> reply.session().name()).containsExactly("a", "b", "c");
        assertThat(replies).extracting(Reply::value).containsExactly("a", null, "c");
        assertThat(replies.get(1).refusal())
                .hasMessage("unable to connect to server at '127.0.0.1:1': Connection refused");
    }

    @Test
    void aSilentHostIsGivenUpAndNothingIsDoneThereLater() throws IOException, InterruptedException {
        AtomicInteger done = new AtomicInteger();
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Session session = session("silent", "qemu+tcp://127.0.0.1:%d/system".formatted(silent.getLocalPort()));
            Reply<Integer> reply = new Fanout(Duration.ofSeconds(1))
                    .connecting(List.of(session), opened -> done.incrementAndGet())
                    .getFirst();
            assertThat(reply.refusal()).hasMessage("no answer in 1 s");
            assertThat(session.state()).isEqualTo(Session.State.CLOSED);
        }
        Thread.sleep(500);
        assertThat(done).hasValue(0);
    }

    @Test
    void whatNeedsNoConnectionOpensNone() {
        Session dead = session("dead", "qemu+tcp://127.0.0.1:1/system");
        assertThat(new Fanout(Duration.ofSeconds(5))
                        .unconnected(List.of(dead), Session::name)
                        .getFirst()
                        .value())
                .isEqualTo("dead");
    }

    private static Session session(String name, String uri) {
        return new SessionPlan(name, uri, false, Set.of())
                .session(KeepAlive.DEFAULT, Credentials.NONE, new LibvirtConnector());
    }
}
