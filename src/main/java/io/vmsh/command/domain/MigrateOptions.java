package io.vmsh.command.domain;

import static io.vmsh.spec.Value.FILE;
import static io.vmsh.spec.Value.INT;
import static io.vmsh.spec.Value.TEXT;
import static io.vmsh.spec.Value.UNSIGNED_INT;
import static io.vmsh.spec.Value.UNSIGNED_LONG;

import io.vmsh.command.Call;
import io.vmsh.hypervisor.MigrationFlag;
import io.vmsh.spec.Address;
import io.vmsh.spec.Alias;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Value;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What {@code migrate} takes, and which of it excludes or needs other options. */
final class MigrateOptions {
    static final Arg<Address> DOMAIN =
            Arg.of("domain", Value.DOMAIN.in("running", "paused"), "name, id or UUID of the guest");
    static final Arg<String> DESTINATION = Arg.of(
            "desturi",
            Value.SESSION,
            "where to: a session, or a libvirt URI as this machine (with --p2p: as the source host) reaches it");

    static final Flag LIVE = Flag.of("live", "let the guest run while its memory is copied");
    static final Flag OFFLINE = Flag.of("offline", "move only the definition of a guest that does not run");
    static final Flag P2P = Flag.of("p2p", "let the source host drive the migration; it goes on when this shell ends");
    static final Flag DIRECT = Flag.of("direct", "let the hypervisors talk to each other without libvirt between them");
    static final Flag TUNNELLED = Flag.of("tunnelled", "carry the guest's memory inside libvirt's own connection");
    static final Flag PERSISTENT = Flag.of("persistent", "define the guest on the destination for good");
    static final Flag UNDEFINE_SOURCE = Flag.of("undefinesource", "remove the definition from the source when done");
    static final Flag SUSPEND = Flag.of("suspend", "leave the guest paused on the destination");
    static final Flag COPY_STORAGE_ALL = Flag.of("copy-storage-all", "copy its disks too, in full");
    static final Flag COPY_STORAGE_INC =
            Flag.of("copy-storage-inc", "copy its disks too, but not the images they are based on");
    static final Flag COPY_STORAGE_SYNCHRONOUS = Flag.of(
            "copy-storage-synchronous-writes", "let a copied disk's writes wait until the destination has them too");
    static final Flag CHANGE_PROTECTION =
            Flag.of("change-protection", "refuse changes to the guest's definition while it moves");
    static final Flag UNSAFE = Flag.of("unsafe", "migrate even if the guest's data may be damaged by it");
    static final Flag VERBOSE = Flag.of("verbose", "show the progress");
    static final Flag COMPRESSED = Flag.of("compressed", "compress memory that is sent again");
    static final Flag AUTO_CONVERGE = Flag.of("auto-converge", "slow the guest down until its memory can be copied");
    static final Flag RDMA_PIN_ALL = Flag.of("rdma-pin-all", "pin all memory before an RDMA migration");
    static final Flag ABORT_ON_ERROR = Flag.of("abort-on-error", "give up when the guest meets an I/O error");
    static final Flag POSTCOPY = Flag.of("postcopy", "allow the switch to post-copy");
    static final Flag POSTCOPY_AFTER_PRECOPY =
            Flag.of("postcopy-after-precopy", "switch to post-copy after the first pass over memory");
    static final Flag POSTCOPY_RESUME = Flag.of("postcopy-resume", "resume a post-copy migration that failed");
    static final Flag ZEROCOPY = Flag.of("zerocopy", "send memory without copying it first; for --parallel");
    static final Opt<String> MIGRATE_URI =
            Opt.of("migrateuri", TEXT, "where the source host sends the memory, such as tcp://10.0.0.2");
    static final Opt<String> GRAPHICS_URI = Opt.of("graphicsuri", TEXT, "where graphics clients are sent afterwards");
    static final Opt<String> LISTEN_ADDRESS =
            Opt.of("listen-address", TEXT, "address on which the destination waits for the memory");
    static final Opt<String> NEW_NAME = Opt.of("dname", TEXT, "another name for the guest on the destination");
    static final Opt<Integer> TIMEOUT =
            Opt.of("timeout", UNSIGNED_INT, "seconds after which a live migration is forced to its end");
    static final Flag TIMEOUT_SUSPEND = Flag.of("timeout-suspend", "at the timeout, pause the guest; the usual");
    static final Flag TIMEOUT_POSTCOPY = Flag.of("timeout-postcopy", "at the timeout, switch to post-copy");
    static final Opt<Path> XML = Opt.of("xml", FILE, "file with the guest's XML for the destination");
    static final Opt<String> MIGRATE_DISKS =
            Opt.of("migrate-disks", TEXT, "targets of the disks to copy, with commas between them");
    static final Opt<Integer> DISKS_PORT = Opt.of("disks-port", INT, "port on which the destination takes disks");
    static final Opt<String> DISKS_URI = Opt.of("disks-uri", TEXT, "where the source host sends disks");
    static final Opt<String> COMP_METHODS =
            Opt.of("comp-methods", Value.listOf("xbzrle", "mt"), "ways to compress, with commas between them");
    static final Opt<Integer> COMP_MT_LEVEL = Opt.of("comp-mt-level", INT, "level of mt compression, 0 to 9");
    static final Opt<Integer> COMP_MT_THREADS = Opt.of("comp-mt-threads", INT, "threads that compress");
    static final Opt<Integer> COMP_MT_DTHREADS = Opt.of("comp-mt-dthreads", INT, "threads that decompress");
    static final Opt<Long> COMP_XBZRLE_CACHE =
            Opt.of("comp-xbzrle-cache", UNSIGNED_LONG, "bytes of cache for xbzrle compression");
    static final Opt<Integer> AUTO_CONVERGE_INITIAL =
            Opt.of("auto-converge-initial", INT, "percent by which --auto-converge first slows the guest");
    static final Opt<Integer> AUTO_CONVERGE_INCREMENT =
            Opt.of("auto-converge-increment", INT, "percent by which --auto-converge slows it further");
    static final Opt<Path> PERSISTENT_XML =
            Opt.of("persistent-xml", FILE, "file with the XML to define on the destination");
    static final Flag TLS = Flag.of("tls", "encrypt the guest's memory on its way");
    static final Opt<Long> POSTCOPY_BANDWIDTH =
            Opt.of("postcopy-bandwidth", UNSIGNED_LONG, "most MiB/s to send after the switch to post-copy");
    static final Flag PARALLEL = Flag.of("parallel", "send memory over several connections");
    static final Opt<Integer> PARALLEL_CONNECTIONS =
            Opt.of("parallel-connections", INT, "number of connections for --parallel");
    static final Opt<Long> BANDWIDTH = Opt.of("bandwidth", UNSIGNED_LONG, "most MiB/s to send");
    static final Opt<String> TLS_DESTINATION =
            Opt.of("tls-destination", TEXT, "name that the destination's certificate must carry");
    static final Flag CHECK = Flag.of("check", "look at both hosts and tell what stands in the way; move nothing");
    static final Flag NO_CHECK = Flag.of("no-check", "do not look at both hosts first, as the shell does");

    private static final Map<Flag, MigrationFlag> FLAGS = new LinkedHashMap<>();

    static {
        FLAGS.put(LIVE, MigrationFlag.LIVE);
        FLAGS.put(OFFLINE, MigrationFlag.OFFLINE);
        FLAGS.put(P2P, MigrationFlag.PEER2PEER);
        FLAGS.put(TUNNELLED, MigrationFlag.TUNNELLED);
        FLAGS.put(PERSISTENT, MigrationFlag.PERSIST_DEST);
        FLAGS.put(UNDEFINE_SOURCE, MigrationFlag.UNDEFINE_SOURCE);
        FLAGS.put(SUSPEND, MigrationFlag.PAUSED);
        FLAGS.put(COPY_STORAGE_ALL, MigrationFlag.NON_SHARED_DISK);
        FLAGS.put(COPY_STORAGE_INC, MigrationFlag.NON_SHARED_INC);
        FLAGS.put(COPY_STORAGE_SYNCHRONOUS, MigrationFlag.NON_SHARED_SYNCHRONOUS_WRITES);
        FLAGS.put(CHANGE_PROTECTION, MigrationFlag.CHANGE_PROTECTION);
        FLAGS.put(UNSAFE, MigrationFlag.UNSAFE);
        FLAGS.put(COMPRESSED, MigrationFlag.COMPRESSED);
        FLAGS.put(AUTO_CONVERGE, MigrationFlag.AUTO_CONVERGE);
        FLAGS.put(RDMA_PIN_ALL, MigrationFlag.RDMA_PIN_ALL);
        FLAGS.put(ABORT_ON_ERROR, MigrationFlag.ABORT_ON_ERROR);
        FLAGS.put(POSTCOPY, MigrationFlag.POSTCOPY);
        FLAGS.put(POSTCOPY_RESUME, MigrationFlag.POSTCOPY_RESUME);
        FLAGS.put(ZEROCOPY, MigrationFlag.ZEROCOPY);
        FLAGS.put(TLS, MigrationFlag.TLS);
        FLAGS.put(PARALLEL, MigrationFlag.PARALLEL);
    }

    private MigrateOptions() {}

    /** All of them, in virsh's order, and then vmsh's own. */
    static Parameter[] all() {
        return new Parameter[] {
            DOMAIN,
            DESTINATION,
            LIVE,
            OFFLINE,
            P2P,
            DIRECT,
            Alias.of("tunneled", TUNNELLED),
            TUNNELLED,
            PERSISTENT,
            UNDEFINE_SOURCE,
            SUSPEND,
            COPY_STORAGE_ALL,
            COPY_STORAGE_INC,
            COPY_STORAGE_SYNCHRONOUS,
            CHANGE_PROTECTION,
            UNSAFE,
            VERBOSE,
            COMPRESSED,
            AUTO_CONVERGE,
            RDMA_PIN_ALL,
            ABORT_ON_ERROR,
            POSTCOPY,
            POSTCOPY_AFTER_PRECOPY,
            POSTCOPY_RESUME,
            ZEROCOPY,
            MIGRATE_URI,
            GRAPHICS_URI,
            LISTEN_ADDRESS,
            NEW_NAME,
            TIMEOUT,
            TIMEOUT_SUSPEND,
            TIMEOUT_POSTCOPY,
            XML,
            MIGRATE_DISKS,
            DISKS_PORT,
            DISKS_URI,
            COMP_METHODS,
            COMP_MT_LEVEL,
            COMP_MT_THREADS,
            COMP_MT_DTHREADS,
            COMP_XBZRLE_CACHE,
            AUTO_CONVERGE_INITIAL,
            AUTO_CONVERGE_INCREMENT,
            PERSISTENT_XML,
            TLS,
            POSTCOPY_BANDWIDTH,
            PARALLEL,
            PARALLEL_CONNECTIONS,
            BANDWIDTH,
            TLS_DESTINATION,
            CHECK,
            NO_CHECK
        };
    }

    /**
     * Refuses options that contradict or lack each other, in virsh's order.
     *
     * @throws io.vmsh.spec.UsageException for the first pair
     */
    static void check(Call call) {
        call.exclusive(LIVE, OFFLINE);
        call.exclusive(TIMEOUT_SUSPEND, TIMEOUT_POSTCOPY);
        call.requires(POSTCOPY_AFTER_PRECOPY, POSTCOPY);
        call.requires(POSTCOPY_RESUME, POSTCOPY);
        call.requires(TIMEOUT_POSTCOPY, POSTCOPY);
        call.requires(PERSISTENT_XML, PERSISTENT);
        call.requires(TLS_DESTINATION, TLS);
        call.exclusive(CHECK, NO_CHECK);
        call.exclusive(CHECK, POSTCOPY_RESUME);
    }

    /** The flags of the libvirt call. */
    static Set<MigrationFlag> flags(Call call) {
        return call.chosen(FLAGS);
    }
}
