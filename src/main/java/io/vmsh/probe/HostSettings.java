package io.vmsh.probe;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * libvirt's configuration on a host.
 *
 * @param files what is set in each file, by the file's name; a file that is not there sets nothing, one that may not be
 *     read is missing
 */
public record HostSettings(Map<String, Map<String, String>> files) {
    public static final String QEMU = "qemu.conf";
    public static final String LOCKD = "qemu-lockd.conf";
    public static final String SANLOCK = "qemu-sanlock.conf";

    private static final Duration LIMIT = Duration.ofSeconds(8);
    private static final String FOLDER = "/etc/libvirt/";
    private static final String UNREADABLE = "@unreadable";
    private static final String SCRIPT = """
            for file; do
                printf '@ %s\\n' "${file##*/}"
                if [ -r "$file" ]; then cat -- "$file"; echo; elif [ -e "$file" ]; then echo @unreadable; fi
            done""";

    public HostSettings {
        files = Map.copyOf(files);
    }

    /** Reads them on a host; empty when it cannot be asked. */
    public static Optional<HostSettings> at(HostShell host) {
        List<String> words = Stream.concat(
                        Stream.of("sh", "-c", SCRIPT, "sh"),
                        Stream.of(QEMU, LOCKD, SANLOCK).map(FOLDER::concat))
                .toList();
        return host.run(LIMIT, words).filter(output -> output.exit() == 0).map(output -> parse(output.out()));
    }

    static HostSettings parse(String text) {
        Map<String, StringBuilder> texts = new HashMap<>();
        String file = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith("@ ")) {
                file = line.substring(2);
                texts.put(file, new StringBuilder());
            } else if (line.equals(UNREADABLE)) {
                texts.remove(file);
            } else if (texts.containsKey(file)) {
                texts.get(file).append(line).append('\n');
            }
        }
        Map<String, Map<String, String>> files = new HashMap<>();
        texts.forEach((name, content) ->
                files.put(name, ConfigFile.parse(content.toString()).values()));
        return new HostSettings(files);
    }

    /** Whether a file could be read, or is known not to be there. */
    public boolean knows(String file) {
        return files.containsKey(file);
    }

    /** What is set in a file. */
    public Optional<String> get(String file, String setting) {
        return Optional.ofNullable(files.getOrDefault(file, Map.of()).get(setting));
    }
}
