package io.vmsh.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.libvirt.LibvirtConnector;
import io.vmsh.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against libvirt's test driver, with checks that fail to look. */
@Timeout(30)
class PreflightTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    @Test
    void aCheckThatCannotLookIsUnknownAndSaysWhy() throws InterruptedException {
        Report report = run("test:///default", check("broken", () -> {
            throw new HypervisorException(ErrorCode.NO_SUPPORT.number(), 0, "not supported here");
        }));
        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(Samples.sentences(report.findings().getLast())).containsExactly("not supported here");
    }

    @Test
    void aCheckThatHangsIsUnknownAndHoldsUpNobody() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        AtomicReference<Thread> hanging = new AtomicReference<>();
        Report report = run(
                "test:///default",
                check("hanging", () -> {
                    hanging.set(Thread.currentThread());
                    try {
                        end.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                }),
                check("quick", () -> {}));
        assertThat(report.findings())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.OK, Verdict.UNKNOWN, Verdict.OK);
        // It keeps the connection, and with it the state of the test driver, which all tests share.
        end.countDown();
        hanging.get().join();
    }

    @Test
    void aTargetThatDoesNotOpenIsBlockedAndTheRestUnknown() throws InterruptedException {
        Report report = run("test:///nowhere/at/all", check("quick", () -> {}));
        assertThat(report.blocked()).isTrue();
        assertThat(report.findings()).extracting(Finding::verdict).containsExactly(Verdict.BLOCKER, Verdict.UNKNOWN);
    }

    private static Report run(String uri, Check<?>... checks) throws InterruptedException {
        LibvirtConnector connector = new LibvirtConnector();
        Session source = session("source", "test:///default", connector);
        Session target = session("target", uri, connector);
        try {
            return new Preflight(LIMIT, List.of(checks))
                    .run(Samples.running(""), Way.LIVE, source, List.of(target))
                    .getFirst();
        } finally {
            source.close();
            target.close();
        }
    }

    private static Session session(String name, String uri, LibvirtConnector connector) {
        return new Session(
                name,
                new ConnectRequest(uri, false, ConnectRequest.KeepAlive.DEFAULT, ConnectRequest.Credentials.NONE),
                Set.of(),
                connector);
    }

    private static Check<Boolean> check(String name, Runnable look) {
        return new Check<>() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Boolean look(Scene scene) {
                look.run();
                return true;
            }

            @Override
            public Finding judge(Boolean facts) {
                return new Judgement(name).ok("looked").finding();
            }
        };
    }
}
