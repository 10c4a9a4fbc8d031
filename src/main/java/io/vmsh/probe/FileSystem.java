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

    public boolean shared() {
        return SHARED.contains(type);
    }

    public boolean cluster() {
        return CLUSTER.contains(type);
    }
}
