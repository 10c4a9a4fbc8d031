package io.vmsh.hypervisor;

import java.util.List;
import java.util.Set;

/** Starting and stopping a guest. Each method is one libvirt call. */
public interface DomainLife {
    /**
     * Starts it from its definition or its saved state ({@code virDomainCreate}, with flags
     * {@code virDomainCreateWithFlags}, with files {@code virDomainCreateWithFiles}).
     *
     * @param files numbers of this process's open files that the guest takes over
     */
    void start(Set<StartFlag> flags, List<Integer> files);

    /** Asks it to shut down ({@code virDomainShutdown}, with modes {@code virDomainShutdownFlags}). */
    void shutdown(Set<ShutdownMode> modes);

    /** Stops it at once ({@code virDomainDestroy}, with flags {@code virDomainDestroyFlags}). */
    void destroy(Set<DestroyFlag> flags);

    /** {@code virDomainSuspend}. */
    void suspend();

    /** {@code virDomainResume}. */
    void resume();

    /** {@code virDomainIsActive}. */
    boolean active();

    /** {@code virDomainGetAutostart}. */
    boolean autostart();

    /** {@code virDomainSetAutostart}. */
    void setAutostart(boolean on);

    /** Whether its state is saved, to go on from at the next start ({@code virDomainHasManagedSaveImage}). */
    boolean hasManagedSave();

    /** Drops the saved state ({@code virDomainManagedSaveRemove}). */
    void removeManagedSave();

    /** {@code virDomainCreateFlags}. */
    enum StartFlag implements Bit {
        PAUSED(1),
        AUTODESTROY(2),
        BYPASS_CACHE(4),
        FORCE_BOOT(8),
        VALIDATE(16),
        RESET_NVRAM(32);

        private final int bit;

        StartFlag(int bit) {
            this.bit = bit;
        }

        @Override
        public int bit() {
            return bit;
        }
    }

    /** {@code virDomainShutdownFlagValues}. */
    enum ShutdownMode implements Bit {
        ACPI(1),
        AGENT(2),
        INITCTL(4),
        SIGNAL(8),
        PARAVIRT(16);

        private final int bit;

        ShutdownMode(int bit) {
            this.bit = bit;
        }

        @Override
        public int bit() {
            return bit;
        }
    }

    /** {@code virDomainDestroyFlagsValues}. */
    enum DestroyFlag implements Bit {
        GRACEFUL(1),
        REMOVE_LOGS(2);

        private final int bit;

        DestroyFlag(int bit) {
            this.bit = bit;
        }

        @Override
        public int bit() {
            return bit;
        }
    }
}
