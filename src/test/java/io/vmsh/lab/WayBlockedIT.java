package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.lab.LabClient.Output;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The way between two hosts is closed: names, ports, keys and certificates. */
@Timeout(150)
class WayBlockedIT {
    private static final String PORTS = "49152-49215";

    @BeforeAll
    static void freshGuests() {
        LabClient.fresh();
    }

    @AfterEach
    void theWayIsOpen() {
        Lab.run("undrop", "kvm2");
        on(
                "kvm1",
                "for file in /etc/hosts /root/.ssh/known_hosts /root/.ssh/id_ed25519; do"
                        + " [ ! -e $file.kept ] || { cat $file.kept > $file; rm $file.kept; }; done");
        on(
                "kvm2",
                "for file in /etc/libvirt/qemu.conf /etc/pki/qemu/server-cert.pem /etc/pki/qemu/server-key.pem; do"
                        + " [ ! -e $file.kept ] || { cp -p $file.kept $file; rm $file.kept; }; done");
        Lab.run("reset");
    }

    private static void on(String host, String command) {
        Lab.run("exec", host, "sh", "-c", command);
    }

    private static Output explained(String script) {
        Output output = LabClient.script(script);
        LabClient.succeeded(output);
        return output;
    }

    @Test
    void portsThatSwallowOrRefuse() {
        // Two tries instead of six: TCP gives up after seven seconds, not after more than two minutes.
        on("kvm1", "echo 2 > /proc/sys/net/ipv4/tcp_syn_retries");
        Lab.run("drop", "kvm2", PORTS);
        Output dropped = explained("expect-error migration-port-blocked migrate --live calm1 kvm2");
        assertThat(dropped.err())
                .contains("what is sent there vanishes", "migrate --live --p2p --tunnelled calm1 kvm2");
        Lab.run("undrop", "kvm2");
        on("kvm1", "echo 6 > /proc/sys/net/ipv4/tcp_syn_retries");
        Lab.run("reject", "kvm2", PORTS);
        explained("expect-error migration-port-refused migrate --live calm1 kvm2");
        Lab.run("undrop", "kvm2");
        explained("""
                expect-error migration-port-refused migrate --live --listen-address 127.0.0.1 calm1 kvm2
                expect-error listen-address migrate --live --listen-address 10.9.9.9 calm1 kvm2
                fix 1 --yes
                """);
        assertThat(LabClient.state("kvm2", "calm1")).startsWith("running");
    }

    @Test
    void namesThatLeadNowhere() {
        on("kvm1", "cp /etc/hosts /etc/hosts.kept; sed '/kvm2/d' /etc/hosts.kept > /etc/hosts");
        Output unknown = explained("expect-error migration-name-unknown migrate --live calm1 kvm2");
        assertThat(unknown.err()).contains("kvm1 does not know the name kvm2");
        explained("expect-error p2p-unreachable migrate --live --p2p calm1 qemu+tcp://kvm2/system");
    }

    @Test
    void aDestinationThatCallsItselfLocalhost() {
        on("kvm2", "hostname localhost");
        try {
            Lab.run("stop", "kvm2", "libvirtd");
            Lab.run("start", "kvm2", "libvirtd");
            explained("expect-error host-is-localhost migrate --live calm1 kvm2");
        } finally {
            on("kvm2", "hostname kvm2");
            Lab.run("stop", "kvm2", "libvirtd");
            Lab.run("start", "kvm2", "libvirtd");
        }
    }

    @Test
    void keysOfSsh() {
        on("kvm1", "cp -p /root/.ssh/id_ed25519 /root/.ssh/id_ed25519.kept; echo none > /root/.ssh/id_ed25519");
        explained("expect-error p2p-ssh-refused migrate --live --p2p calm1 kvm2");
        on(
                "kvm1",
                "cat /root/.ssh/id_ed25519.kept > /root/.ssh/id_ed25519; rm /root/.ssh/id_ed25519.kept;"
                        + " cp -p /root/.ssh/known_hosts /root/.ssh/known_hosts.kept; echo > /root/.ssh/known_hosts");
        explained("expect-error p2p-ssh-host-unknown migrate --live --p2p calm1 kvm2");
        LabClient.succeeded(
                LabClient.vmsh("expect-error ssh-refused migrate --live calm1 qemu+ssh://nobody@kvm2/system"));
        String home = "for file in ~/.ssh/known_hosts; do ";
        on("client", home + "mv $file $file.kept; done");
        try {
            LabClient.succeeded(LabClient.run(LabClient.vmshWords(
                    "-c",
                    "qemu+tcp://kvm1/system",
                    "expect-error ssh-host-unknown migrate --live calm1 qemu+ssh://root@kvm2/system")));
        } finally {
            on("client", home + "mv $file.kept $file; done");
        }
    }

    @Test
    void certificates() {
        on(
                "kvm2",
                "cd /etc/pki/qemu; for file in server-cert server-key; do cp -p $file.pem $file.pem.kept; done;"
                        + " rm server-cert.pem");
        explained("expect-error tls-certificate-missing migrate --live --tls calm1 kvm2");
        // The source's certificate is a good one, for another name.
        on(
                "kvm1",
                "cd /etc/pki/qemu; cat server-cert.pem | ssh kvm2 'cat > /etc/pki/qemu/server-cert.pem';"
                        + " cat server-key.pem | ssh kvm2 'cat > /etc/pki/qemu/server-key.pem'");
        Output name = explained("expect-error tls-other-name migrate --live --tls calm1 kvm2");
        assertThat(name.err()).contains("its names are: kvm1, 10.78.0.1", "--tls-destination kvm1");
        on(
                "kvm2",
                "cd /etc/pki/qemu; for file in server-cert server-key; do mv $file.pem.kept $file.pem; done;"
                        + " cp -p /etc/libvirt/qemu.conf /etc/libvirt/qemu.conf.kept;"
                        + " echo 'migrate_tls_force = 1' >> /etc/libvirt/qemu.conf");
        Lab.run("stop", "kvm2", "libvirtd");
        Lab.run("start", "kvm2", "libvirtd");
        explained("expect-error tls-required migrate --live calm1 kvm2\nfix 1 --yes\n");
        assertThat(LabClient.state("kvm2", "calm1")).startsWith("running");
        on("kvm2", "mv /etc/libvirt/qemu.conf.kept /etc/libvirt/qemu.conf");
        Lab.run("stop", "kvm2", "libvirtd");
        Lab.run("start", "kvm2", "libvirtd");
    }

    @Test
    void connectionsByTlsAndOnThisMachine() {
        on("client", "echo '10.78.0.2 elsewhere' >>/etc/hosts");
        try {
            Output refused = explained("""
                    expect-error tls-file-missing migrate --live calm1 qemu+tls://kvm2/system?pkipath=/nowhere
                    expect-error tls-refused connect qemu+tls://elsewhere/system
                    expect-error daemon-down connect qemu:///system?socket=/nowhere/libvirt-sock
                    """);
            assertThat(refused.err())
                    .containsSubsequence(
                            "error: authentication failed: ",
                            "the certificate of elsewhere is not believed",
                            "1. call the host by a name that is in its certificate",
                            "no libvirt daemon answers on this machine",
                            "its socket should be /nowhere/libvirt-sock");
        } finally {
            on("client", "hosts=$(grep -v elsewhere /etc/hosts); echo \"$hosts\" >/etc/hosts");
        }
    }
}
