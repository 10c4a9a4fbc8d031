package io.vmsh.probe;

import java.util.Locale;

/**
 * A service of a host.
 *
 * @param manager what starts and stops it
 * @param enabled whether it is started at boot
 */
public record Service(String name, Manager manager, boolean installed, boolean running, boolean enabled) {
    /** What starts and stops services on a host. */
    public enum Manager {
        SYSTEMD("systemd"),
        /** Scripts in {@code /etc/init.d}, by {@code service}. */
        SCRIPTS("init scripts, no systemd"),
        /** Neither: nothing can be started there but by hand. */
        NONE("no systemd and no init scripts");

        private final String text;

        Manager(String text) {
            this.text = text;
        }

        /** For people. */
        public String text() {
            return text;
        }
    }

    /** What can be done to one; each does nothing where it is so already, but for the restart and the reload. */
    public enum Action {
        START,
        STOP,
        RESTART,
        RELOAD,
        /** From the next boot on. */
        ENABLE,
        /** From the next boot on. */
        DISABLE;

        /** The word that {@code systemctl} and init scripts take. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
