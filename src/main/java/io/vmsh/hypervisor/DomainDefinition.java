package io.vmsh.hypervisor;

import java.util.Set;

/** What a guest is made of, and whether that is kept. Each method is one libvirt call. */
public interface DomainDefinition {
    /** Its definition ({@code virDomainGetXMLDesc}). */
    String xml(Set<XmlFlag> flags);

    /** The same, taken apart. */
    GuestXml read(Set<XmlFlag> flags);

    /** {@code virDomainIsPersistent}. */
    boolean persistent();

    /** Forgets the definition ({@code virDomainUndefineFlags}). */
    void undefine(Set<UndefineFlag> flags);

    /** The same in the oldest way, for hypervisors that know no flags ({@code virDomainUndefine}). */
    void undefine();

    /** Number of its snapshots, or of those that libvirt keeps records of ({@code virDomainSnapshotNum}). */
    int snapshots(boolean withMetadata);

    /** The size of a disk, by the disk's target or path ({@code virDomainGetBlockInfo}). */
    DiskSize size(String disk);

    /** Number of its checkpoints ({@code virDomainListAllCheckpoints}). */
    int checkpoints();

    /** {@code virDomainXMLFlags}. */
    enum XmlFlag implements Bit {
        /** With passwords. */
        SECURE(1),
        /** What the next start uses. */
        INACTIVE(2),
        /** With the processor that the host gives. */
        UPDATE_CPU(4),
        /** Fit to be sent to another host. */
        MIGRATABLE(8);

        private final int bit;

        XmlFlag(int bit) {
            this.bit = bit;
        }

        @Override
        public int bit() {
            return bit;
        }
    }

    /** {@code virDomainUndefineFlagsValues}. */
    enum UndefineFlag implements Bit {
        MANAGED_SAVE(1),
        SNAPSHOTS_METADATA(2),
        NVRAM(4),
        KEEP_NVRAM(8),
        CHECKPOINTS_METADATA(16),
        TPM(32),
        KEEP_TPM(64);

        private final int bit;

        UndefineFlag(int bit) {
            this.bit = bit;
        }

        @Override
        public int bit() {
            return bit;
        }
    }
}
