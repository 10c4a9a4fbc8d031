package io.vmsh.command.pool;

import static io.vmsh.spec.Value.TEXT;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.XmlText;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows what pools could be made of, asked for with options. */
final class FindSourcesAsCommand implements Command {
    private static final Opt<String> HOST = Opt.of("host", TEXT, "host to ask");
    private static final Opt<String> PORT = Opt.of("port", TEXT, "its port; only with a host");
    private static final Opt<String> INITIATOR =
            Opt.of("initiator", TEXT, "iSCSI name to introduce ourselves with; only with a host");

    @Override
    public Spec spec() {
        return Spec.of("find-storage-pool-sources-as", Group.POOL, "show what storage pools could be made of")
                .takes(FindSourcesCommand.TYPE, HOST, PORT, INITIATOR)
                .example("find-storage-pool-sources-as netfs nas.example.org", "what an NFS server exports");
    }

    @Override
    public Result run(Call call) {
        String type = call.get(FindSourcesCommand.TYPE);
        Optional<String> host = call.find(HOST);
        String initiator = call.find(INITIATOR).orElse(null);
        return FindSourcesCommand.find(
                call,
                type,
                host.map(name -> source(name, call.find(PORT).orElse(null), initiator))
                        .orElse(null));
    }

    private static String source(String host, @Nullable String port, @Nullable String initiator) {
        XmlText xml = new XmlText().open("source").empty("host", "name", host, "port", port);
        if (initiator != null) {
            xml.open("initiator").empty("iqn", "name", initiator).close();
        }
        return xml.close().toString();
    }
}
