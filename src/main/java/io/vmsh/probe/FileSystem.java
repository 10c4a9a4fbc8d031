package io.vmsh.probe;

import java.util.Set;

/** A type of filesystem, and what libvirt 9 thinks of it. */
public record FileSystem(String type) {
    /** Those in which libvirt believes another host sees the same files ({@code virFileIsSharedFS}). */
    private static final Set<String> SHARED = Set.of(
            "nfs",
            "nfs4",
            "gfs2",
            "ocfs2",
            "afs",
            "smbfs",
            "cifs",
            "smb3",
            "ceph",
            "gpfs",
            "acfs",
            "fuse.glusterfs",
            "fuse.quobyte");

    /** Those that also keep the caches of hosts in step ({@code virFileIsClusterFS}). */
    private static final Set<String> CLUSTER = Set.of("gfs2", "ocfs2", "ceph", "fuse.glusterfs");

    /** Those in which a lock on a file is seen by all hosts that mount it, unless they were told otherwise. */
    private static final Set<String> LOCKS = Set.of("nfs", "nfs4", "gfs2", "ocfs2", "ceph", "gpfs");

    public boolean shared() {
        return SHARED.contains(type);
    }

    public boolean cluster() {
        return CLUSTER.contains(type);
    }

    public boolean carriesLocks() {
        return LOCKS.contains(type);
    }
}
