package io.vmsh.probe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.net.SocketClient;

/** Whether somebody answers at a port, as seen from this machine. */
public enum Knock {
    OPEN("somebody answers"),
    /** The host is there, and nobody listens; or a firewall answers in its name. */
    REFUSED("nobody listens"),
    /** A firewall says no. */
    REJECTED("a firewall rejects it"),
    /** Nothing comes back: the host is off, or a firewall drops what is sent. */
    SILENT("nothing comes back"),
    /** The network knows no way to it, or a firewall says so. */
    NO_ROUTE("there is no way to it"),
    /** The name has no address. */
    NAME_UNKNOWN("the name is not known");

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final String words;

    Knock(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** Tries to connect, for three seconds at most. */
    public static Knock at(String host, int port) {
        CompletableFuture<Knock> knock = new CompletableFuture<>();
        // Name resolution cannot be told to give up, so it is left behind on a thread of its own.
        Thread.ofPlatform().daemon().start(() -> knock.complete(told(host, port)));
        try {
            return knock.get(2 * LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException noName) {
            return NAME_UNKNOWN;
        } catch (InterruptedException signal) {
            Thread.currentThread().interrupt();
            return SILENT;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A refusal is looked at twice: a host refuses by TCP, a firewall mostly by ICMP, which the kernel counts. */
    private static Knock told(String host, int port) {
        Knock first = tryIt(host, port);
        if (first != REFUSED) {
            return first;
        }
        OptionalLong before = Unreachables.counted();
        Knock second = tryIt(host, port);
        OptionalLong after = Unreachables.counted();
        boolean byIcmp = before.isPresent() && after.isPresent() && after.getAsLong() > before.getAsLong();
        return second == REFUSED && byIcmp ? REJECTED : second;
    }

    private static Knock tryIt(String host, int port) {
        SocketClient client = new SocketClient() {};
        client.setConnectTimeout((int) LIMIT.toMillis());
        try {
            client.connect(host, port);
            client.disconnect();
            return OPEN;
        } catch (UnknownHostException unknown) {
            return NAME_UNKNOWN;
        } catch (ConnectException refused) {
            return REFUSED;
        } catch (SocketTimeoutException silent) {
            return SILENT;
        } catch (IOException unreachable) {
            return NO_ROUTE;
        }
    }
}
