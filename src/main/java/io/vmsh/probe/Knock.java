package io.vmsh.probe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whether somebody answers at a port, as seen from this machine. */
public enum Knock {
    OPEN,
    /** The host is there; nothing listens, or a firewall says no. */
    REFUSED,
    /** Nothing comes back: the host is off, or a firewall drops what is sent. */
    SILENT,
    /** The network knows no way to it. */
    NO_ROUTE,
    /** The name has no address. */
    NAME_UNKNOWN;

    private static final Duration LIMIT = Duration.ofSeconds(3);

    /** Tries to connect, for three seconds at most. */
    public static Knock at(String host, int port) {
        CompletableFuture<Knock> knock = new CompletableFuture<>();
        // Name resolution cannot be told to give up, so it is left behind on a thread of its own.
        Thread.ofPlatform().daemon().start(() -> knock.complete(tryIt(host, port)));
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

    private static Knock tryIt(String host, int port) {
        try (Socket socket = new Socket()) {
            InetAddress address = InetAddress.getByName(host);
            socket.connect(new InetSocketAddress(address, port), (int) LIMIT.toMillis());
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
