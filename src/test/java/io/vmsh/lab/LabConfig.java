package io.vmsh.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * vmsh on the lab's client with sessions and a state of a test's own.
 *
 * @param folder of its configuration
 */
record LabConfig(Path folder) {
    /** Both hosts by ssh, as root. */
    static final String BY_SSH = """
              kvm1: {uri: qemu+ssh://root@kvm1/system}
              kvm2: {uri: qemu+ssh://root@kvm2/system}
            """;

    /**
     * Writes the sessions.
     *
     * @param sessions a line each, as in config.yaml
     */
    static LabConfig of(Path folder, String sessions) {
        try {
            Files.createDirectories(folder.resolve("vmsh"));
            Files.writeString(folder.resolve("vmsh/config.yaml"), "sessions:\n" + sessions);
            return new LabConfig(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A file of what vmsh remembers. */
    Path state(String path) {
        return folder.resolve("state/vmsh").resolve(path);
    }

    /** The words that start vmsh. */
    String[] words(String... statement) {
        List<String> command = new ArrayList<>(List.of(LabClient.vmshWords(statement)));
        // What comes before starts a program in the client, whose environment is not ours.
        command.addAll(
                command.indexOf("client") + 1,
                List.of("env", "XDG_CONFIG_HOME=" + folder, "XDG_STATE_HOME=" + folder.resolve("state")));
        return command.toArray(String[]::new);
    }

    LabClient.Output run(String... statement) {
        return LabClient.run(words(statement));
    }
}
