package io.vmsh.hypervisor;

/** The secrets that a host keeps for guests: passwords of storage, keys of disks and TPMs. Each method is one libvirt call. */
public interface Secrets {
    /** Whether there is one of that UUID ({@code virSecretLookupByUUIDString}). */
    boolean has(String uuid);

    /** Whether there is one for that use ({@code virSecretLookupByUsage}). */
    boolean has(Usage type, String usage);

    /** {@code virSecretUsageType}. */
    enum Usage {
        VOLUME(1),
        CEPH(2),
        ISCSI(3);

        private final int number;

        Usage(int number) {
            this.number = number;
        }

        /** libvirt's number. */
        public int number() {
            return number;
        }
    }
}
