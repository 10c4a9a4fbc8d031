package io.vmsh.command.snapshot;

import io.vmsh.command.Result;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws which snapshot was taken after which, as virsh does. */
final class SnapshotTree {
    private final List<Entry> entries;
    private final StringBuilder text = new StringBuilder();

    /** A snapshot, and the one that it was taken after. */
    record Entry(String name, @Nullable String parent) {}

    private SnapshotTree(List<Entry> entries) {
        this.entries = entries;
    }

    /** The trees of all entries without a parent. */
    static String draw(List<Entry> entries) {
        SnapshotTree tree = new SnapshotTree(entries);
        for (Entry entry : entries) {
            if (entry.parent() == null) {
                tree.draw(entry, "", true, true);
            }
        }
        return tree.text.toString();
    }

    private void draw(Entry entry, String indent, boolean root, boolean last) {
        text.append(indent).append(root ? "" : "+- ").append(entry.name()).append('\n');
        String inner = root ? indent : indent + (last ? "  " : "| ");
        List<Entry> children = entries.stream()
                .filter(other -> entry.name().equals(other.parent()))
                .toList();
        if (!children.isEmpty()) {
            text.append(inner).append("  |\n");
        }
        for (Entry child : children) {
            draw(child, inner + "  ", false, child.equals(children.getLast()));
        }
        if (children.isEmpty() && last) {
            text.append(inner).append('\n');
        }
    }

    /** The same for programs. */
    static List<Map<String, Object>> data(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.parent() == null
                        ? Map.<String, Object>of("name", entry.name())
                        : Result.object("name", entry.name(), "parent", entry.parent()))
                .toList();
    }
}
