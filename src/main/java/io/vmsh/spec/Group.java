package io.vmsh.spec;

/** The groups of commands, virsh's own and vmsh's; help is ordered by them. */
public enum Group {
    DOMAIN("domain", "Domain Management"),
    MONITOR("monitor", "Domain Monitoring"),
    EVENTS("events", "Domain Events"),
    HOST("host", "Host and Hypervisor"),
    CHECKPOINT("checkpoint", "Checkpoint"),
    INTERFACE("interface", "Interface"),
    FILTER("filter", "Network Filter"),
    NETWORK("network", "Networking"),
    NODEDEV("nodedev", "Node Device"),
    SECRET("secret", "Secret"),
    SNAPSHOT("snapshot", "Snapshot"),
    BACKUP("backup", "Backup"),
    POOL("pool", "Storage Pool"),
    VOLUME("volume", "Storage Volume"),
    VIRSH("virsh", "Shell"),
    SESSION("session", "Sessions"),
    MIGRATION("migration", "Migration help"),
    LOCK("lock", "Disk locks"),
    SCRIPT("script", "Scripts");

    private final String keyword;
    private final String title;

    Group(String keyword, String title) {
        this.keyword = keyword;
        this.title = title;
    }

    /** The word {@code help} takes for the group. */
    public String keyword() {
        return keyword;
    }

    public String title() {
        return title;
    }
}
