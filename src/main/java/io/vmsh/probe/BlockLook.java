package io.vmsh.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Looks at block devices on a host: by what they are known wherever they are seen, and how large they are. */
public final class BlockLook {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** For each device a line {@code =}, then lines {@code kind name}. */
    private static final String SCRIPT = """
            PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
            one() { [ -z "$2" ] || printf '%s %s\\n' "$1" "$2"; }
            for device; do
                echo =
                real=$(readlink -f -- "$device") && [ -b "$real" ] || continue
                sys=/sys/dev/block/$(printf '%d:%d' "0x$(stat -c %t -- "$real")" "0x$(stat -c %T -- "$real")")
                one sectors "$(cat "$sys/size" 2>/dev/null)"
                one wwid "$(cat "$sys/wwid" "$sys/device/wwid" 2>/dev/null | head -1)"
                one dm "$(cat "$sys/dm/uuid" 2>/dev/null)"
                one lvm "$(lvs --noheadings -o lv_uuid -- "$real" 2>/dev/null | tr -d ' ')"
                one scsi "$(/lib/udev/scsi_id --whitelisted --replace-whitespace --device="$real" 2>/dev/null)"
                for link in /dev/disk/by-id/*; do
                    case ${link##*/} in dm-name-* | md-name-*) continue ;; esac
                    [ "$(readlink -f -- "$link")" != "$real" ] || one link "${link##*/}"
                done
                one content "$(blkid -p -o value -s UUID -s PTUUID -- "$real" 2>/dev/null | head -1)"
            done""";

    private BlockLook() {}

    /**
     * A device.
     *
     * @param names what it is known by, by kind; {@code content} is the UUID of what is on it, which a copy shares
     */
    public record Seen(Map<String, Set<String>> names, OptionalLong sectors) {
        private static final String CONTENT = "content";

        public Seen {
            names = Map.copyOf(names);
        }

        /** Whether this is a device that was seen on another host; empty when nothing tells. */
        public Optional<Boolean> is(Seen other) {
            if (sectors.isPresent() && other.sectors.isPresent() && sectors.getAsLong() != other.sectors.getAsLong()) {
                return Optional.of(false);
            }
            boolean differs = false;
            for (String kind : names.keySet()) {
                Set<String> common = common(kind, other);
                if (!common.isEmpty() && !kind.equals(CONTENT)) {
                    return Optional.of(true);
                }
                // Links are of many kinds, and one host may make some that the other does not.
                differs |= common.isEmpty() && other.names.containsKey(kind) && !kind.equals("link");
            }
            if (differs) {
                return Optional.of(false);
            }
            return common(CONTENT, other).isEmpty() ? Optional.empty() : Optional.of(true);
        }

        /** What both are known by, for people; empty when they share nothing. */
        public Optional<String> sharedWith(Seen other) {
            for (String kind : List.of("lvm", "scsi", "wwid", "dm", "link", CONTENT)) {
                Optional<String> name = common(kind, other).stream().findFirst();
                if (name.isPresent()) {
                    return name.map(known -> "%s %s".formatted(word(kind), known));
                }
            }
            return Optional.empty();
        }

        private static String word(String kind) {
            return switch (kind) {
                case "lvm" -> "LVM UUID";
                case "scsi" -> "SCSI id";
                case "wwid" -> "WWID";
                case "dm" -> "device mapper's UUID";
                case "link" -> "id";
                default -> "UUID of what is on it";
            };
        }

        private Set<String> common(String kind, Seen other) {
            Set<String> common = new TreeSet<>(names.getOrDefault(kind, Set.of()));
            common.retainAll(other.names.getOrDefault(kind, Set.of()));
            return common;
        }
    }

    /** Looks at several at once; empty when the host cannot be asked. */
    public static Map<String, Seen> at(HostShell host, List<String> devices) {
        List<String> words = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh"));
        words.addAll(devices);
        return host.run(LIMIT, words)
                .map(output -> parse(devices, output.out()))
                .orElse(Map.of());
    }

    static Map<String, Seen> parse(List<String> devices, String text) {
        Map<String, Seen> seen = new HashMap<>();
        String[] parts = text.split("(?m)^=$", -1);
        for (int i = 1; i < parts.length && i <= devices.size(); i++) {
            Map<String, Set<String>> names = new HashMap<>();
            OptionalLong sectors = OptionalLong.empty();
            for (String line : parts[i].strip().split("\n", -1)) {
                String[] fields = line.split(" ", 2);
                if (fields.length == 2 && fields[0].equals("sectors") && fields[1].matches("\\d{1,18}")) {
                    sectors = OptionalLong.of(Long.parseLong(fields[1]));
                } else if (fields.length == 2) {
                    names.computeIfAbsent(fields[0], first -> new HashSet<>()).add(fields[1]);
                }
            }
            if (sectors.isPresent() || !names.isEmpty()) {
                seen.put(devices.get(i - 1), new Seen(names, sectors));
            }
        }
        return Map.copyOf(seen);
    }
}
