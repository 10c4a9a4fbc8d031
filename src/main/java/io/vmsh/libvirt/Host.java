package io.vmsh.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What stays the same about the other end while a connection is open: how far it is, how it keeps guests apart. */
final class Host {
    /** {@code virSecurityModel}: two texts of this length. */
    private static final int MODEL_LENGTH = 257;

    private final Distance distance;
    private @Nullable SecurityModel model;

    Host(Distance distance) {
        this.distance = distance;
    }

    /** How long a call takes, and so how many are best made at once. */
    enum Distance {
        /** Within this process. */
        HERE(1),
        /** A daemon on this machine: more threads would take its processor time. */
        NEAR(2),
        FAR(8);

        private final int callsAtOnce;

        Distance(int callsAtOnce) {
            this.callsAtOnce = callsAtOnce;
        }

        int callsAtOnce() {
            return callsAtOnce;
        }

        /** What the canonical URI of an open connection tells. */
        static Distance to(String uri) {
            try {
                return URI.create(uri).getHost() == null ? NEAR : FAR;
            } catch (IllegalArgumentException strange) {
                return FAR;
            }
        }
    }

    /** {@code virSecurityModel}; empty texts for none. */
    record SecurityModel(String name, String doi) {
        static final SecurityModel NONE = new SecurityModel("", "");
    }

    Distance distance() {
        return distance;
    }

    /** Asks once. */
    synchronized SecurityModel securityModel(Pointer connection) {
        if (model == null) {
            model = askSecurityModel(connection);
        }
        return model;
    }

    private static SecurityModel askSecurityModel(Pointer connection) {
        byte[] bytes = new byte[2 * MODEL_LENGTH];
        if (DetailsApi.API.virNodeGetSecurityModel(connection, bytes) < 0) {
            HypervisorException failure = Failures.last();
            if (failure.code() == ErrorCode.NO_SUPPORT) {
                return SecurityModel.NONE;
            }
            throw failure;
        }
        return new SecurityModel(text(bytes, 0), text(bytes, MODEL_LENGTH));
    }

    /** A text that ends with a zero byte. */
    static String text(byte[] bytes, int from) {
        return Native.toString(Arrays.copyOfRange(bytes, from, bytes.length), StandardCharsets.UTF_8);
    }
}
