package io.vmsh.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vmsh.probe.HostShell.Output;
import io.vmsh.probe.MemoryHost;
import io.vmsh.probe.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The kernel's NFS server, which a lab in containers cannot have. */
class NfsServerTest {
    private static final String LINE = "/srv/vm 10.1.0.0/24(rw,sync,no_subtree_check,no_root_squash)\n";

    private final MemoryHost host = new MemoryHost("nas")
            .installed("nfs-kernel-server")
            .command("exportfs", words -> new Output(0, "", ""))
            .command("test", words -> new Output(1, "", ""));

    @Test
    void aLineIsAddedOnceAndTheRunningServerReadsItAgain() {
        host.file("/etc/exports", "# others\n/srv/other *(ro)");
        host.service("nfs-kernel-server", Service.Action.START);
        assertThat(look()).isInstanceOfSatisfying(Look.Missing.class, missing -> {
            assertThat(missing.changes()).hasSize(2);
            missing.changes().forEach(change -> change.make(statement -> {}));
            assertThat(missing.changes().getLast().describe()).isEqualTo("on nas: exportfs -ra");
        });
        assertThat(host.text("/etc/exports")).contains("# others\n/srv/other *(ro)\n" + LINE);
        assertThat(look()).isEqualTo(new Look.Right("/etc/exports exports /srv/vm to 10.1.0.0/24"));
    }

    @Test
    void whereThereIsAFolderForExportsTheLineHasAFileOfItsOwn() {
        host.command("test", words -> new Output(0, "", "")).file("/etc/exports", "/srv/vm other(ro)\n");
        ((Look.Missing) look()).changes().forEach(change -> change.make(statement -> {}));
        assertThat(host.text("/etc/exports.d/vms.exports")).contains(LINE);
        assertThat(host.text("/etc/exports")).contains("/srv/vm other(ro)\n");
    }

    @Test
    void whatExportfsComplainsOfIsTold() {
        host.command(
                "exportfs",
                words -> new Output(1, "", "exportfs: Failed to stat /srv/vm: No such file or directory\n"));
        Change again = Change.Command.again(host, List.of("exportfs", "-ra"));
        assertThatThrownBy(() -> again.make(statement -> {}))
                .hasMessage("nas: exportfs -ra: exportfs: Failed to stat /srv/vm: No such file or directory");
    }

    @Test
    void aHostWithoutAnyIsTold() {
        assertThatThrownBy(() -> NfsServer.of(new MemoryHost("bare")))
                .isInstanceOf(GuideException.class)
                .hasMessageContaining("install nfs-kernel-server (Debian), nfs-utils (Fedora, RHEL)");
    }

    private Look look() {
        return NfsServer.of(host).export("vms", "/srv/vm", List.of("10.1.0.0/24"));
    }
}
