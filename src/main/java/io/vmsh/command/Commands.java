package io.vmsh.command;

import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All commands, by name and in the order of their groups. */
public final class Commands {
    private final Map<String, Command> byName = new LinkedHashMap<>();

    public Commands(List<List<Command>> groups) {
        for (List<Command> group : groups) {
            for (Command command : group) {
                if (byName.put(command.spec().name(), command) != null) {
                    throw new IllegalArgumentException(
                            "two commands named " + command.spec().name());
                }
            }
        }
    }

    public @Nullable Command find(String name) {
        return byName.get(name);
    }

    public @Nullable Spec spec(String name) {
        Command command = byName.get(name);
        return command == null ? null : command.spec();
    }

    public List<Command> all() {
        return List.copyOf(byName.values());
    }

    public List<Command> in(Group group) {
        return byName.values().stream()
                .filter(command -> command.spec().group() == group)
                .toList();
    }
}
