package io.vmsh.command.host;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Node;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows the versions of libvirt and the hypervisor. */
final class VersionCommand implements Command {
    private static final Flag DAEMON = Flag.of("daemon", "libvirt's version at the other end, too");

    @Override
    public Spec spec() {
        return Spec.of("version", Group.HOST, "show the versions of libvirt and the hypervisor")
                .takes(DAEMON)
                .example("version --daemon", "");
    }

    @Override
    public Result run(Call call) {
        Node node = call.hypervisor().node();
        String type = CommandFailure.saying("failed to get hypervisor type", node::type);
        Versions versions = new Versions();
        // virsh tells apart what it was built with and what it runs with; vmsh is built with none.
        String library = number(call.workspace().connector().libraryVersion());
        versions.tell("library", library, "Compiled against library: libvirt %s\n".formatted(library));
        versions.tell("library", library, "Using library: libvirt %s\n".formatted(library));
        String driver =
                number(CommandFailure.saying("failed to get the library version", () -> node.driverVersion(type)));
        versions.tell("api", driver, "Using API: %s %s\n".formatted(type, driver));
        try {
            long running = CommandFailure.saying("failed to get the hypervisor version", node::hypervisorVersion);
            if (running == 0) {
                versions.tell("hypervisor", "", "Cannot extract running %s hypervisor version\n".formatted(type));
            } else {
                versions.tell(
                        "hypervisor", number(running), "Running hypervisor: %s %s\n".formatted(type, number(running)));
            }
            if (call.has(DAEMON)) {
                String daemon = number(CommandFailure.saying("failed to get the daemon version", node::daemonVersion));
                versions.tell("daemon", daemon, "Running against daemon: %s\n".formatted(daemon));
            }
        } catch (CommandFailure failure) {
            throw failure.after(versions.result());
        }
        return versions.result();
    }

    private static String number(long version) {
        return "%d.%d.%d".formatted(version / 1_000_000, version / 1000 % 1000, version % 1000);
    }

    /** What has been found out so far. */
    private static final class Versions {
        private final StringBuilder text = new StringBuilder();
        private final Map<String, Object> data = new LinkedHashMap<>();

        void tell(String key, String version, String line) {
            data.put(key, version);
            text.append(line);
        }

        Result result() {
            return new Result.Document(text.toString(), new LinkedHashMap<>(data));
        }
    }
}
