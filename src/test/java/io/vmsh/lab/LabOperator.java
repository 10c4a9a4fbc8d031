package io.vmsh.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Somebody on the lab's hosts who is not root, and logs in with root's keys. */
public final class LabOperator {
    public static final String NAME = "vmshlab";

    private LabOperator() {}

    /** Makes the account, which may not use sudo yet. */
    public static void on(String host) {
        if (!Files.exists(Lab.folder(host).resolve("run/" + NAME))) {
            Lab.run("exec", host, "sh", "-ec", """
                    home=/run/$0
                    useradd -m -d $home -s /bin/sh $0
                    usermod -p '*' $0
                    cp -r /root/.ssh $home/
                    chown -R $0 $home""", NAME);
        }
        maySudo(host, false);
    }

    /** Whether sudo lets it do everything without a password. */
    public static void maySudo(String host, boolean may) {
        Path file = Lab.folder(host).resolve("etc/sudoers.d/" + NAME);
        try {
            if (may) {
                Files.writeString(file, NAME + " ALL=(ALL) NOPASSWD: ALL\n");
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
