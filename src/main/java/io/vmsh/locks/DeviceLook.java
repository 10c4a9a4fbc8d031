package io.vmsh.locks;

import io.vmsh.probe.Host;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a host calls its block devices, asked with the commands that libvirt itself runs. */
final class DeviceLook implements Lease.Devices {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final String SCRIPT = """
            for path; do
                printf '@lvm %s\\n' "$(lvs --noheadings --unbuffered --nosuffix --options uuid "$path" 2>/dev/null)"
                printf '@scsi %s\\n' "$(/lib/udev/scsi_id --replace-whitespace --whitelisted --device "$path" 2>/dev/null)"
            done""";

    private final Map<String, String> volumes = new HashMap<>();
    private final Map<String, String> serials = new HashMap<>();

    private DeviceLook() {}

    /** Asks about the devices among some paths. */
    static Lease.Devices at(Host host, List<String> paths) {
        List<String> devices = paths.stream()
                .filter(path -> path.startsWith("/dev"))
                .distinct()
                .toList();
        DeviceLook look = new DeviceLook();
        if (!devices.isEmpty()) {
            List<String> words = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh"));
            words.addAll(devices);
            look.read(devices, host.run(LIMIT, words).out());
        }
        return look;
    }

    private void read(List<String> devices, String text) {
        take(devices, text, "@lvm ", volumes);
        take(devices, text, "@scsi ", serials);
    }

    private static void take(List<String> devices, String text, String mark, Map<String, String> into) {
        List<String> answers = text.lines()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()).strip())
                .toList();
        for (int i = 0; i < Math.min(devices.size(), answers.size()); i++) {
            into.put(devices.get(i), answers.get(i));
        }
    }

    @Override
    public String volume(String path) {
        return volumes.getOrDefault(path, "");
    }

    @Override
    public String scsi(String path) {
        return serials.getOrDefault(path, "");
    }
}
