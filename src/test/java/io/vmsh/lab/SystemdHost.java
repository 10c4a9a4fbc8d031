package io.vmsh.lab;

import java.nio.file.Path;

/** A real systemd on a host of the lab: whoever logs in finds it. */
final class SystemdHost {
    private static final String SCRIPT =
            Path.of("scripts/lab.d/host-systemd").toAbsolutePath().toString();

    private SystemdHost() {}

    static void start(String host) {
        Lab.run("exec", host, SCRIPT, "start");
    }

    /** Ends it where it runs; the host's own sshd comes back by {@code lab up}. */
    static void stop(String host) {
        Lab.run("exec", host, SCRIPT, "stop");
    }

    /** What systemctl prints, there and to a person who has logged in. */
    static String systemctl(String host, String... words) {
        return LabClient.run(Lab.exec("client", "ssh", "root@" + host, "systemctl", String.join(" ", words))
                        .toArray(String[]::new))
                .out();
    }
}
