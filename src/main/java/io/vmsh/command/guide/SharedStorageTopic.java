package io.vmsh.command.guide;

import static io.vmsh.spec.Value.TEXT;

import io.vmsh.command.Call;
import io.vmsh.guide.SharedStorage;
import io.vmsh.guide.SharedStorage.Wanted;
import io.vmsh.guide.Sites;
import io.vmsh.guide.Step;
import io.vmsh.session.Session;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.UsageException;
import java.util.List;

/** One NFS export as one pool of all hosts. */
final class SharedStorageTopic implements Topic {
    private static final Opt<String> SERVER = Opt.of(
                    "server", TEXT, "shared-storage: the NFS server, a session or a name for ssh")
            .named();
    private static final Opt<String> EXPORT =
            Opt.of("export", TEXT, "shared-storage: the folder it exports").named();
    private static final Opt<String> POOL = Opt.of("pool", TEXT, "shared-storage: the pool's name on every host")
            .named();
    private static final Opt<String> TARGET = Opt.of(
                    "target", TEXT, "shared-storage: where it is mounted on every host (/var/lib/libvirt/POOL)")
            .named();
    private static final Opt<String> NETWORK = Opt.of(
                    "network",
                    TEXT,
                    "shared-storage: who may mount it, as 10.0.0.0/24 or a,b; 'hosts', the default, for the hosts alone")
            .named();

    @Override
    public String name() {
        return "shared-storage";
    }

    @Override
    public String summary() {
        return "an NFS export, and the same pool on it on every host";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(SERVER, EXPORT, POOL, TARGET, NETWORK);
    }

    @Override
    public List<String> otherPlaces(Call call) {
        return call.find(SERVER).stream().toList();
    }

    @Override
    public List<Step> steps(Call call, Sites sites, List<Session> sessions) {
        String pool = required(call, POOL);
        String network = call.find(NETWORK).orElse("hosts");
        Wanted wanted = new Wanted(
                required(call, SERVER),
                path(EXPORT, required(call, EXPORT)),
                pool,
                path(TARGET, call.find(TARGET).orElse("/var/lib/libvirt/" + pool)),
                network.equals("hosts") ? List.of() : List.of(network.split(",", -1)));
        if (!pool.matches("[A-Za-z0-9_.-]+")) {
            throw new UsageException("--pool takes letters, digits, '.', '_' and '-': it names files, too", 0, 0);
        }
        return new SharedStorage(wanted, sites, sessions).steps();
    }

    private String required(Call call, Opt<String> option) {
        return call.find(option)
                .orElseThrow(() -> new UsageException(
                        "guide %s needs --server HOST --export PATH --pool NAME".formatted(name()), 0, 0));
    }

    /** Goes into files of the server, where blanks and the like would mean something else. */
    private static String path(Opt<String> option, String path) {
        if (!path.matches("/[A-Za-z0-9_./@:+-]*[A-Za-z0-9_@:+-]")) {
            throw new UsageException("--%s takes a plain absolute path".formatted(option.name()), 0, 0);
        }
        return path;
    }
}
