package io.vmsh.hypervisor;

import org.jspecify.annotations.Nullable;

/**
 * What to connect to, and how.
 *
 * @param uri libvirt URI; null lets libvirt choose its default
 * @param readOnly whether to open for looking only
 * @param keepAlive when to probe an idle connection
 * @param credentials answers what the hypervisor asks for
 */
public record ConnectRequest(@Nullable String uri, boolean readOnly, KeepAlive keepAlive, Credentials credentials) {
    /** The same request, with somebody else to ask. */
    public ConnectRequest asking(Credentials other) {
        return new ConnectRequest(uri, readOnly, keepAlive, other);
    }

    /**
     * Probing of an idle connection ({@code virConnectSetKeepAlive}).
     *
     * @param intervalSeconds between probes; 0 for none
     * @param count of probes without answer after which the connection is taken for dead
     * @param required whether a driver that cannot do it is an error
     */
    public record KeepAlive(int intervalSeconds, int count, boolean required) {
        /** Every five seconds, six times, where the driver can: virsh's default. */
        public static final KeepAlive DEFAULT = new KeepAlive(5, 6, false);
    }

    /** Asks a person for what the hypervisor wants to know: user name, password, yes or no. */
    @FunctionalInterface
    public interface Credentials {
        /** Nobody to ask. */
        Credentials NONE = (prompt, echo) -> null;

        /**
         * Asks one thing.
         *
         * @param echo whether the answer may be shown while it is typed
         * @return the answer; null when there is none
         */
        @Nullable
        String ask(String prompt, boolean echo);
    }
}
