package io.vmsh.command.guide;

import java.util.List;
import java.util.Optional;

/** All guides. */
final class Topics {
    static final List<Topic> ALL = List.of(
            new SharedStorageTopic(),
            new SshKeysTopic(),
            new MigrationNetworkTopic(),
            new LockingTopic(),
            new UnsafeMigrationTopic());

    private Topics() {}

    static Optional<Topic> find(String name) {
        return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(Topic::name).toList();
    }
}
