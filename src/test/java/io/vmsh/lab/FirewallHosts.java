package io.vmsh.lab;

import java.util.List;

/** Firewalls of the lab's hosts: firewalld's own daemon, and iptables. */
final class FirewallHosts {
    private static final List<String> HOSTS = List.of("kvm1", "kvm2");

    private FirewallHosts() {}

    /** Starts firewalld on a host, with the lab's zones. */
    static void firewalld(String host) {
        on(host, "[ -d ~/firewalld-before ] || cp -a /etc/firewalld ~/firewalld-before");
        LabClient.succeeded(on(host, "service firewalld start"));
    }

    /** Has iptables reject packets to ports, in a chain of its own. */
    static void iptables(String host, String ports) {
        LabClient.succeeded(on(host, """
                iptables -N away && iptables -A INPUT -j away &&
                iptables -A away -p tcp --dport %s -j REJECT""".formatted(ports)));
    }

    /** No firewall anywhere, and the lab's zones again; libvirt makes its own rules anew. */
    static void off() {
        for (String host : HOSTS) {
            on(host, """
                    iptables -D INPUT -j away && iptables -F away && iptables -X away
                    [ -d ~/firewalld-before ] || exit 0
                    service firewalld stop
                    service dbus stop
                    nft flush ruleset
                    rm -rf /etc/firewalld && mv ~/firewalld-before /etc/firewalld
                    service libvirtd reload""");
        }
    }

    static LabClient.Output on(String host, String script) {
        return LabClient.run(Lab.exec(host, "sh", "-c", script).toArray(String[]::new));
    }

    /** The services that a zone lets in: those of now, and below those that are kept. */
    static String services(String host, String zone) {
        return on(host, """
                for kept in '' --permanent; do
                    firewall-cmd $kept --zone=%s --list-services | tr ' ' '\\n' | sort | xargs
                done""".formatted(zone)).out();
    }

    /** Whether a packet to a port gets through to another host, where perhaps nobody listens. */
    static boolean reaches(String from, String to, int port) {
        String said = on(from, "timeout 5 bash -c 'exec 3<>/dev/tcp/%s/%d'".formatted(to, port))
                .err();
        return said.isEmpty() || said.contains("Connection refused");
    }
}
