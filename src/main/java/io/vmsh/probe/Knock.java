package io.vmsh.probe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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

    /** Tries to connect, for three seconds at most; somewhat longer when a firewall refuses. */
    public static Knock at(String host, int port) {
        try {
            // Name resolution cannot be told to give up, so it is left behind on a thread of its own.
            Optional<InetAddress> address = within(2 * LIMIT.toMillis(), () -> InetAddress.getByName(host));
            if (address.isEmpty()) {
                return NAME_UNKNOWN;
            }
            // A firewall that rejects may say so no more than once a second.
            return within(
                            4 * LIMIT.toMillis(),
                            () -> new Refusal(Unreachables::counted).of(() -> tryIt(address.get(), port)))
                    .orElse(SILENT);
        } catch (InterruptedException signal) {
            Thread.currentThread().interrupt();
            return SILENT;
        }
    }

    /** What a task on a thread of its own returns; empty when it fails or takes longer. */
    private static <T> Optional<T> within(long millis, Callable<T> work) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("knock").start(task);
        try {
            return Optional.of(task.get(millis, TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException none) {
            return Optional.empty();
        }
    }

    private static Knock tryIt(InetAddress address, int port) {
        SocketClient client = new SocketClient() {};
        client.setConnectTimeout((int) LIMIT.toMillis());
        try {
            client.connect(address, port);
            client.disconnect();
            return OPEN;
        } catch (ConnectException refused) {
            return REFUSED;
        } catch (SocketTimeoutException silent) {
            return SILENT;
        } catch (IOException unreachable) {
            return NO_ROUTE;
        }
    }
}
