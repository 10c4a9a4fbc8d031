package io.vmsh.command.snapshot;

import io.vmsh.command.CommaList;
import io.vmsh.command.CommandFailure;
import io.vmsh.hypervisor.XmlText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The description of a snapshot to be taken. */
final class SnapshotXml {
    private final XmlText xml = new XmlText().open("domainsnapshot");

    SnapshotXml(Optional<String> name, Optional<String> description) {
        name.ifPresent(text -> xml.quotedLeaf("name", text));
        description.ifPresent(text -> xml.quotedLeaf("description", text));
    }

    /** Where memory goes: {@code [file=]path[,snapshot=type]}. */
    void memory(String spec) {
        Map<String, String> given = new HashMap<>();
        for (String item : CommaList.split(spec)) {
            boolean bare = item.startsWith("/");
            if (bare ? given.putIfAbsent("file", item) != null : !taken(item, Set.of("file", "snapshot"), given)) {
                throw CommandFailure.of("unable to parse memspec: %s", spec);
            }
        }
        xml.empty("memory", "snapshot", given.get("snapshot"), "file", given.get("file"));
    }

    /** Where disks go: {@code disk[,snapshot=type][,driver=type][,stype=type][,file=path]} each. */
    void disks(List<String> specs) {
        if (!specs.isEmpty()) {
            xml.open("disks");
            specs.forEach(this::disk);
            xml.close();
        }
    }

    private void disk(String spec) {
        List<String> items = CommaList.split(spec);
        Map<String, String> given = new HashMap<>();
        for (String item : items.subList(1, items.size())) {
            if (!taken(item, Set.of("snapshot", "driver", "stype", "file"), given)) {
                throw CommandFailure.of("unable to parse diskspec: %s", spec);
            }
        }
        Object[] attributes = {"name", items.getFirst(), "snapshot", given.get("snapshot"), "type", given.get("stype")};
        if (!given.containsKey("driver") && !given.containsKey("file")) {
            xml.empty("disk", attributes);
            return;
        }
        xml.open("disk", attributes);
        if (given.containsKey("driver")) {
            xml.empty("driver", "type", given.get("driver"));
        }
        if (given.containsKey("file")) {
            xml.empty("source", "block".equals(given.get("stype")) ? "dev" : "file", given.get("file"));
        }
        xml.close();
    }

    /** Takes {@code key=value} for one of the keys, once each. */
    private static boolean taken(String item, Set<String> keys, Map<String, String> given) {
        int equals = item.indexOf('=');
        String key = equals < 0 ? "" : item.substring(0, equals);
        return keys.contains(key) && given.putIfAbsent(key, item.substring(equals + 1)) == null;
    }

    /** The whole description; nothing is added behind it. */
    String text() {
        return xml.close().toString();
    }
}
