package io.vmsh.cli;

import io.vmsh.hypervisor.Connector;
import io.vmsh.hypervisor.HypervisorException;

/** The versions of what takes part in a run. */
final class Versions {
    private Versions() {}

    /** The client library's, which is what virsh tells as its own. */
    static String libvirt(Connector connector) {
        long version = connector.libraryVersion();
        return "%d.%d.%d".formatted(version / 1_000_000, version / 1000 % 1000, version % 1000);
    }

    /** One line each. */
    static String all(Connector connector) {
        String own = Versions.class.getPackage().getImplementationVersion();
        return """
                vmsh %s, a virsh-compatible shell
                libvirt's client library: %s
                Java: %s (%s)
                """.formatted(
                        own == null ? "(development)" : own,
                        libvirtIfPresent(connector),
                        Runtime.version(),
                        System.getProperty("java.vendor"));
    }

    private static String libvirtIfPresent(Connector connector) {
        try {
            return libvirt(connector);
        } catch (HypervisorException missing) {
            return missing.message();
        }
    }
}
