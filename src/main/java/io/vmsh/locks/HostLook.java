package io.vmsh.locks;

import io.vmsh.probe.ConfigFile;
import io.vmsh.probe.Host;
import io.vmsh.probe.HostException;
import io.vmsh.probe.HostShell.Output;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks a host about its locks; changes nothing. */
public final class HostLook {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    /** Lines of a file are marked, so that whatever is in it cannot be taken for an answer. */
    private static final String SCRIPT = """
            LC_ALL=C
            export LC_ALL
            for file; do
                if [ -r "$file" ]; then
                    printf '@file %s %s\\n' "$(stat -L -c %.2Y -- "$file" | tr -d .,)" "$file"
                    sed 's/^/|/' "$file"
                elif [ -e "$file" ] || [ ! -x "${file%/*}" ]; then
                    printf '@unreadable %s\\n' "$file"
                else
                    printf '@missing %s\\n' "$file"
                fi
            done
            # In hundredths of a second: files and daemons may change in the same one.
            now=$(date +%s%2N)
            read -r up rest </proc/uptime
            boot=$((now - ${up%.*}${up#*.}))
            ticks=$(getconf CLK_TCK) || ticks=100
            for folder in /proc/[0-9]*; do
                { read -r name <"$folder/comm"; } 2>/dev/null || continue
                case $name in
                    libvirtd | virtqemud | virtlockd | sanlock)
                        { read -r line <"$folder/stat"; } 2>/dev/null || continue
                        set -- ${line##*)}
                        shift 19
                        printf '@process %s %s %s\\n' "$name" "${folder#/proc/}" "$((boot + $1 * 100 / ticks))"
                        ;;
                esac
            done
            [ ! -d /run/systemd/system ] || {
                echo @systemd
                for unit in virtlockd.socket virtlockd.service; do
                    printf '@unit %s %s\\n' "$unit" "$(systemctl is-active "$unit" 2>/dev/null)"
                done
            }
            for file in /run/libvirt/qemu/*.pid; do
                process=$(cat -- "$file" 2>/dev/null) || continue
                name=${file##*/}
                printf '@guest %s %s\\n' "$process" "${name%.pid}"
            done
            printf '@program %s\\n' "$(command -v virtlockd || ls /usr/sbin/virtlockd 2>/dev/null)"
            sed 's/^/@lock /' /proc/locks""";

    private HostLook() {}

    /** A process that matters for locks, and when it was started, in milliseconds since 1970 by the host's clock. */
    public record Daemon(String name, int process, long since) {}

    /**
     * What a host told.
     *
     * @param files what is in each configuration file, by path
     * @param changed when each was changed last, in milliseconds since 1970
     * @param unreadable files that are there and may not be read
     * @param missing files that are not there
     * @param units state of virtlockd's systemd units; empty without systemd
     * @param installed whether virtlockd's program is there
     * @param guests number of the process of each guest that runs
     */
    public record Told(
            Map<String, ConfigFile> files,
            Map<String, Long> changed,
            List<String> unreadable,
            List<String> missing,
            List<Daemon> daemons,
            boolean systemd,
            Map<String, String> units,
            boolean installed,
            Map<String, Integer> guests,
            KernelLocks locks) {
        public Told {
            files = Map.copyOf(files);
            changed = Map.copyOf(changed);
            unreadable = List.copyOf(unreadable);
            missing = List.copyOf(missing);
            daemons = List.copyOf(daemons);
            units = Map.copyOf(units);
            guests = Map.copyOf(guests);
        }

        /** The daemon that runs guests: libvirtd, or virtqemud where its parts run apart. */
        public Optional<Daemon> hypervisor() {
            return daemon("virtqemud").or(() -> daemon("libvirtd"));
        }

        public Optional<Daemon> lockDaemon() {
            return daemon("virtlockd");
        }

        public Optional<Daemon> daemon(String name) {
            return daemons.stream().filter(daemon -> daemon.name().equals(name)).findFirst();
        }

        /** Whether systemd starts virtlockd as soon as somebody asks for it. */
        public boolean lockDaemonOnDemand() {
            return "active".equals(units.get("virtlockd.socket"));
        }

        public LockSettings settings() {
            return LockSettings.of(files);
        }

        /** Files about locks that were changed after the daemon which reads them was started. */
        public List<String> outdated() {
            return Stream.of(LockSettings.QEMU, settings().ownFile().orElse(LockSettings.QEMU))
                    .distinct()
                    .filter(file -> hypervisor()
                            .filter(daemon -> changed.getOrDefault(file, 0L) > daemon.since())
                            .isPresent())
                    .toList();
        }

        /** Whether all that decides about locks could be read. */
        public boolean knowsSettings() {
            return !unreadable.contains(LockSettings.QEMU)
                    && settings().ownFile().filter(unreadable::contains).isEmpty();
        }
    }

    /**
     * Asks a host.
     *
     * @throws HostException when it cannot be asked
     */
    public static Told at(Host host) {
        List<String> words = Stream.concat(Stream.of("sh", "-c", SCRIPT, "sh"), LockSettings.FILES.stream())
                .toList();
        Output output = host.run(LIMIT, words);
        if (!output.out().contains("@lock ") && output.exit() != 0) {
            throw new HostException(HostException.Kind.FAILED, host.name(), output.complaint());
        }
        return parse(output.out());
    }

    static Told parse(String text) {
        Map<String, StringBuilder> texts = new HashMap<>();
        Map<String, Long> changed = new HashMap<>();
        Map<String, String> units = new HashMap<>();
        Map<String, Integer> guests = new HashMap<>();
        List<String> unreadable = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<Daemon> daemons = new ArrayList<>();
        List<String> locks = new ArrayList<>();
        boolean systemd = false;
        boolean installed = false;
        StringBuilder file = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("|")) {
                file.append(line, 1, line.length()).append('\n');
                continue;
            }
            String[] fields = line.split(" ", 4);
            String rest = fields.length > 1 ? line.substring(fields[0].length() + 1) : "";
            switch (fields[0]) {
                case "@file" -> {
                    file = new StringBuilder();
                    String path = rest.substring(rest.indexOf(' ') + 1);
                    texts.put(path, file);
                    changed.put(path, 10 * number(fields[1]));
                }
                case "@unreadable" -> unreadable.add(rest);
                case "@missing" -> missing.add(rest);
                case "@process" -> daemons.add(new Daemon(fields[1], (int) number(fields[2]), 10 * number(fields[3])));
                case "@systemd" -> systemd = true;
                case "@unit" -> units.put(fields[1], fields.length > 2 ? fields[2] : "");
                case "@program" -> installed = !rest.isBlank();
                case "@guest" -> guests.put(line.split(" ", 3)[2], (int) number(fields[1]));
                case "@lock" -> locks.add(rest);
                default -> {}
            }
        }
        Map<String, ConfigFile> files = new HashMap<>();
        texts.forEach((path, content) -> files.put(path, ConfigFile.parse(content.toString())));
        return new Told(
                files,
                changed,
                unreadable,
                missing,
                daemons,
                systemd,
                units,
                installed,
                guests,
                KernelLocks.parse(locks));
    }

    private static long number(String word) {
        return word.matches("\\d{1,18}") ? Long.parseLong(word) : 0;
    }
}
