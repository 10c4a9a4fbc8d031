package io.vmsh.guide;

import io.vmsh.probe.Host;
import io.vmsh.probe.HostFile;
import io.vmsh.probe.HostShell.Output;
import io.vmsh.probe.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The NFS server of a host: the kernel's or nfs-ganesha, whichever runs, else whichever is installed.
 *
 * @param service what starts it
 */
record NfsServer(Host host, Kind kind, Service service) {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final String GANESHA = "/etc/ganesha/ganesha.conf";
    private static final int FIRST_ID = 1000;
    private static final int IDS = 60_000;

    private static final Pattern MOUNTD = Pattern.compile("(?m)^ *100005 +\\d+ +tcp +(\\d+)\\b.*$");
    private static final int MOUNTD_PORT = 20048;
    private static final int NFS_PORT = 2049;
    private static final int RPCBIND_PORT = 111;

    /** Which server. */
    enum Kind {
        KERNEL,
        GANESHA;

        /** What the distributions call it. */
        private List<String> services() {
            return switch (this) {
                case KERNEL -> List.of("nfs-server", "nfs-kernel-server");
                case GANESHA -> List.of("nfs-ganesha");
            };
        }
    }

    /**
     * Finds it.
     *
     * @throws GuideException when there is none
     */
    static NfsServer of(Host host) {
        List<NfsServer> installed = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (String name : kind.services()) {
                Service service = host.service(name);
                if (service.installed()) {
                    installed.add(new NfsServer(host, kind, service));
                }
            }
        }
        return installed.stream()
                .filter(server -> server.service().running())
                .findFirst()
                .or(() -> installed.stream().findFirst())
                .orElseThrow(() -> new GuideException(
                        "%s has no NFS server (%s): install nfs-kernel-server (Debian), nfs-utils (Fedora, RHEL) or nfs-ganesha with its VFS module there"
                                .formatted(
                                        host.name(),
                                        host.service(Kind.KERNEL.services().getFirst())
                                                .manager()
                                                .text())));
    }

    /** Whether a folder is exported to clients by the configuration; if not, what makes it so. */
    Look export(String name, String path, List<String> clients) {
        return kind == Kind.KERNEL ? kernelExport(name, path, clients) : ganeshaExport(name, path, clients);
    }

    private Look kernelExport(String name, String path, List<String> clients) {
        String folder = "/etc/exports.d";
        boolean split = host.run(LIMIT, List.of("test", "-d", folder)).exit() == 0;
        HostFile main = host.read("/etc/exports");
        HostFile file = split ? host.read("%s/%s.exports".formatted(folder, name)) : main;
        String options = "(rw,sync,no_subtree_check,no_root_squash)";
        String line =
                path + " " + clients.stream().map(client -> client + options).collect(Collectors.joining(" "));
        for (HostFile place : List.of(file, main)) {
            boolean there = place.text()
                    .lines()
                    .map(String::strip)
                    .filter(known -> known.startsWith(path + " ") || known.startsWith(path + "\t"))
                    .anyMatch(known -> clients.stream().allMatch(client -> known.contains(client + "(")));
            if (there) {
                return new Look.Right("%s exports %s to %s".formatted(place.path(), path, String.join(", ", clients)));
            }
        }
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Edit(host, file, TextLines.with(file.text(), line)));
        if (service.running()) {
            changes.add(Change.Command.again(host, List.of("exportfs", "-ra")));
        }
        return new Look.Missing("no line in %s exports %s".formatted(file.path(), path), changes);
    }

    private Look ganeshaExport(String name, String path, List<String> clients) {
        HostFile main = host.read(GANESHA);
        HostFile own = host.read("/etc/ganesha/vmsh-%s.conf".formatted(name));
        String include = "%%include \"%s\"".formatted(own.path());
        String block =
                """
                EXPORT {
                    Export_Id = %d;
                    Path = %s;
                    Pseudo = %s;
                    Protocols = 3, 4;
                    Access_Type = None;
                    Squash = No_Root_Squash;
                    FSAL { Name = VFS; }
                    CLIENT { Clients = %s; Access_Type = RW; }
                }
                """.formatted(FIRST_ID + Math.floorMod(name.hashCode(), IDS), path, path, String.join(", ", clients));
        List<Change> changes = new ArrayList<>();
        if (!own.text().equals(block)) {
            changes.add(new Change.Edit(host, own, block));
        }
        String wanted = withMountdPort(main.text(), changes);
        wanted = wanted.lines().map(String::strip).anyMatch(include::equals) ? wanted : TextLines.with(wanted, include);
        if (!wanted.equals(main.text())) {
            changes.add(new Change.Edit(host, main, wanted));
        }
        if (changes.isEmpty()) {
            return new Look.Right("%s exports %s to %s".formatted(own.path(), path, String.join(", ", clients)));
        }
        if (service.running()) {
            changes.add(Change.OfService.again(
                    host,
                    service.name(),
                    Service.Action.RESTART,
                    "restarts %s: whoever has something mounted from %s waits meanwhile, up to 90 seconds"
                            .formatted(service.name(), host.name())));
        }
        return new Look.Missing("nothing below %s exports %s".formatted(GANESHA, path), changes);
    }

    /**
     * mountd gets a port that a firewall can be told of; else it is another one at each start. Where the file has a block for
     * such settings already, it stays as it is: there may be only one.
     */
    private String withMountdPort(String main, List<Change> changes) {
        HostFile ports = host.read("/etc/ganesha/vmsh-ports.conf");
        String include = "%%include \"%s\"".formatted(ports.path());
        boolean included = main.lines().map(String::strip).anyMatch(include::equals);
        if (!included && main.toUpperCase(Locale.ROOT).contains("NFS_CORE_PARAM")) {
            return main;
        }
        String block = "NFS_CORE_PARAM { MNT_Port = %d; }\n".formatted(MOUNTD_PORT);
        if (!ports.text().equals(block)) {
            changes.add(new Change.Edit(host, ports, block));
        }
        return included ? main : TextLines.with(main, include);
    }

    /** What clients need: NFS itself; where the server tells of its exports by rpcbind and mountd, those as well. */
    Firewall.Ports ports() {
        List<Firewall.Range> ranges = new ArrayList<>(List.of(new Firewall.Range(NFS_PORT, NFS_PORT, "nfs")));
        Matcher mountd =
                MOUNTD.matcher(host.run(LIMIT, List.of("rpcinfo", "-p")).out());
        if (mountd.find()) {
            int port = Integer.parseInt(mountd.group(1));
            ranges.add(new Firewall.Range(RPCBIND_PORT, RPCBIND_PORT, "rpc-bind"));
            ranges.add(new Firewall.Range(port, port, port == MOUNTD_PORT ? "mountd" : ""));
        }
        return new Firewall.Ports(
                "nfs", ranges, ranges.stream().map(Firewall.Range::first).toList());
    }

    /** Whether its services run, now and from the next boot on. */
    Look services() {
        List<Change> changes = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Service each : List.of(host.service("rpcbind"), service)) {
            if (each.installed()) {
                if (!each.enabled()) {
                    changes.add(Change.OfService.enable(host, each.name()));
                    wrong.add(each.name() + " is not started at boot");
                }
                if (!each.running()) {
                    changes.add(Change.OfService.start(host, each.name()));
                    wrong.add(each.name() + " does not run");
                }
            }
        }
        return changes.isEmpty()
                ? new Look.Right("%s runs, and is started at boot".formatted(service.name()))
                : new Look.Missing(String.join("; ", wrong), changes);
    }

    /**
     * Whether the running server tells another host of the export; nfs-ganesha tells only those who may mount it.
     *
     * @param address of the server
     */
    Look visible(String path, String address, Host from) {
        Output output = from.run(LIMIT, List.of("showmount", "-e", "--no-headers", address));
        boolean there = output.out().lines().anyMatch(line -> line.startsWith(path + " ") || line.equals(path));
        return there
                ? new Look.Right("showmount on %s tells of %s".formatted(from.name(), path))
                : new Look.Stuck(
                        "showmount on %s does not tell of %s: %s"
                                .formatted(
                                        from.name(),
                                        path,
                                        output.exit() == 0 ? "it is not exported to it" : output.complaint()),
                        "see the log of %s on %s".formatted(service.name(), host.name()));
    }
}
