package io.vmsh.preflight;

import io.vmsh.preflight.Way.Option;
import java.util.Set;

/** Whether the options of the migration go together; libvirt refuses some pairs only after it has begun. */
final class OptionsCheck implements Check<OptionsCheck.Facts> {
    private static final Set<String> SCHEMES = Set.of("tcp", "rdma", "unix");

    /** What it judges by. */
    record Facts(Way way, String hypervisor) {}

    @Override
    public String name() {
        return "options";
    }

    @Override
    public boolean ofHosts() {
        return true;
    }

    @Override
    public Facts look(Scene scene) {
        return new Facts(scene.way(), scene.source().hypervisor().node().type());
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        Way way = facts.way();
        if (!way.live()) {
            offline(way, judgement);
        }
        if (way.tunnelled()) {
            tunnelled(way, judgement);
        }
        if (way.has(Option.DIRECT) && !way.fromSource() && facts.hypervisor().equals("QEMU")) {
            judgement
                    .blocker("QEMU knows no migration without libvirt (--direct)")
                    .remedy("leave --direct away, or let the source host drive the migration: --p2p");
        }
        if (way.has(Option.ZEROCOPY) && !way.has(Option.PARALLEL)) {
            judgement.blocker("--zerocopy works with --parallel only").remedy("add --parallel");
        }
        way.migrationUri().ifPresent(uri -> uri(uri, judgement));
        if (judgement.isEmpty()) {
            judgement.ok("the options go together");
        }
        return judgement.finding();
    }

    private static void offline(Way way, Judgement judgement) {
        if (!way.has(Option.PERSISTENT)) {
            judgement
                    .blocker("--offline moves a definition, which only --persistent keeps")
                    .remedy("add --persistent");
        }
        if (way.copies()) {
            judgement
                    .blocker("--offline copies no disks")
                    .remedy("start the guest, and move it with its disks: --live --copy-storage-all");
        }
        if (way.tunnelled()) {
            judgement.blocker("--offline has nothing to tunnel").remedy("leave --tunnelled away");
        }
    }

    private static void tunnelled(Way way, Judgement judgement) {
        if (!way.fromSource()) {
            judgement.blocker("--tunnelled works with --p2p only").remedy("add --p2p");
        }
        if (way.has(Option.PARALLEL)) {
            judgement.blocker("--tunnelled and --parallel exclude each other").remedy("leave one of them away");
        }
        if (way.live() && way.copies()) {
            judgement
                    .blocker("disks cannot be copied through libvirt's own connection")
                    .remedy("leave --tunnelled away");
        }
    }

    private static void uri(String uri, Judgement judgement) {
        int colon = uri.indexOf(':');
        if (colon < 1) {
            judgement
                    .blocker("'%s' is no migration URI: it has no scheme", uri)
                    .remedy("write tcp://%s".formatted(uri));
        } else if (!SCHEMES.contains(uri.substring(0, colon))) {
            judgement
                    .blocker("memory cannot be sent by '%s'", uri.substring(0, colon))
                    .remedy("name a TCP address: --migrateuri tcp://ADDRESS");
        }
    }
}
